package io.vinbridge.chromedata.ads;

import io.vinbridge.chromedata.description.Warning;
import java.util.List;

/** What an envelope held. */
public sealed interface AdsReply {

    /**
     * Data, with whatever the service said beside it. The payload of describeVehicle is a {@code Described}, of getVersionInfo a list
     * of {@code DataVersion}, of getModelYears a list of {@code Integer}, of the definitions a list of those, of the rest a list of
     * {@code Named}.
     */
    record Data(Object payload, List<Warning> warnings) implements AdsReply {}

    /** An answer without data: {@code Unsuccessful} carries one status, whose code says why. */
    record Declined(String code, String text) implements AdsReply {}

    /** A SOAP fault. */
    record Fault(String text) implements AdsReply {

        /** Whether the service complains of the form of what we sent, in the words of its schema validator. */
        public boolean ofForm() {
            return text.startsWith("cvc-") || text.contains(": cvc-");
        }
    }
}
