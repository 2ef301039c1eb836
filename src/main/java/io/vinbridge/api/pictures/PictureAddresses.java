package io.vinbridge.api.pictures;

import io.vinbridge.api.http.Parameters;
import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;
import io.vinbridge.feeds.PublicAddress;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/** Addresses of pictures as an answer writes them: this service's own, or for anyone's browser. */
@Component
public class PictureAddresses {

    static final String UNTIL = "until";
    static final String SIGNATURE = "signature";

    private final PublicAddress base;
    private final MediaSettings settings;
    private final PictureSignature signature;

    PictureAddresses(PublicAddress base, MediaSettings settings, PictureSignature signature) {
        this.base = base;
        this.settings = settings;
        this.signature = signature;
    }

    /** Those that a request asks for. */
    public Form of(Parameters parameters) {
        return "public".equals(parameters.text("addresses")) ? forAnyone() : Form.OWN;
    }

    /**
     * Those that other sites write down: each picture in the size in which it is kept, and absolute.
     *
     * @throws Failure if it is not known what they begin with
     */
    public Form forOtherSites() {
        if (!base.known()) {
            throw new Failure(
                    Reason.CONFLICT,
                    "JSON-LD needs absolute addresses: set VINBRIDGE_PUBLICURL to the address under which this service"
                            + " is reached from outside");
        }
        return forAnyone().unsized();
    }

    /** Those that a browser opens without a key: absolute, where it is set under which address we are reached. */
    public Form forAnyone() {
        String before = base.known() ? base.base() : "";
        if (settings.open()) {
            return new Form(before, hash -> "");
        }
        long until = Instant.now()
                .plus(settings.signedFor())
                .truncatedTo(ChronoUnit.DAYS)
                .plus(1, ChronoUnit.DAYS)
                .getEpochSecond();
        return new Form(
                before + " " + until,
                before,
                hash -> UNTIL + "=" + until + "&" + SIGNATURE + "=" + signature.of(hash, until),
                true);
    }

    /**
     * A form of addresses.
     *
     * @param mark is another where the same picture has another address, for entity tags
     * @param before what stands before the path
     * @param query what the query of a picture says, by its hash; empty for nothing
     * @param sized whether they may ask for another width
     */
    public record Form(String mark, String before, UnaryOperator<String> query, boolean sized) {

        /** This service's own, as they are stored. */
        public static final Form OWN = new Form("", hash -> "");

        private Form(String before, UnaryOperator<String> query) {
            this(before, before, query, true);
        }

        private Form unsized() {
            return new Form(mark, before, query, false);
        }

        /** An address in this form; null stays null. */
        public String of(String address) {
            return of(address, null);
        }

        /** The same in a width; null for the one in which the picture is kept. */
        public String of(String address, Integer width) {
            if (address == null) {
                return null;
            }
            String hash = address.substring(address.lastIndexOf('/') + 1);
            String parameters = query.apply(hash);
            String size = width == null || !sized ? "" : "width=" + width;
            String both = parameters.isEmpty() || size.isEmpty() ? parameters + size : size + "&" + parameters;
            return before + address + (both.isEmpty() ? "" : "?" + both);
        }
    }
}
