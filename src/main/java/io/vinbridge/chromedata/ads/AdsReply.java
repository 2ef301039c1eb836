package io.vinbridge.chromedata.ads;

import io.vinbridge.chromedata.description.Warning;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Content of a SOAP envelope. */
public sealed interface AdsReply {

    /**
     * Data, with whatever the service said beside it. The payload of describeVehicle is a {@code Described}, of
     * getVersionInfo a list of {@code DataVersion}, of getModelYears a list of {@code Integer}, of the definitions a
     * list of those, of the rest a list of {@code Named}.
     */
    record Data(Object payload, List<Warning> warnings) implements AdsReply {}

    /** An answer without data: {@code Unsuccessful} carries one status or more, whose codes say why. */
    record Declined(List<Warning> statuses) implements AdsReply {}

    /**
     * A SOAP fault.
     *
     * @param code the fault code without its prefix, such as {@code Client} or {@code Server.Timeout}; empty where
     *     there is none
     */
    record Fault(String code, String text) implements AdsReply {

        /** Codes with which SOAP itself refuses an envelope, whatever it asks. */
        private static final Set<String> OF_ENVELOPE =
                Set.of("VersionMismatch", "MustUnderstand", "DataEncodingUnknown");

        /**
         * Words of a schema validator, of a dispatcher and of an unmarshaller, none of which has looked at what is
         * asked.
         */
        private static final Pattern OF_FORM =
                Pattern.compile("(^|: )cvc-|(?i)cannot find dispatch method|unmarshal|unexpected element|"
                        + "(create|read|parse) (the )?(SOAP )?(message|envelope)|SOAPAction");

        /** Whether the service complains of the form of what we sent, which is the same for every question. */
        public boolean ofForm() {
            return OF_ENVELOPE.contains(kind()) || OF_FORM.matcher(text).find();
        }

        /** Whether the service says that the fault is its own, and so may pass (SOAP 1.1, 4.4.1; SOAP 1.2, 5.4.6). */
        public boolean ofServer() {
            return kind().equals("Server") || kind().equals("Receiver");
        }

        /** What comes before a dot is the kind, what follows is more of the same. */
        private String kind() {
            int dot = code.indexOf('.');
            return dot < 0 ? code : code.substring(0, dot);
        }
    }
}
