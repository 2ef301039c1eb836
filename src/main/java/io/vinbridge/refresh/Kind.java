package io.vinbridge.refresh;

import io.vinbridge.work.Claim;
import java.util.Locale;
import org.apache.camel.Predicate;

/** The kinds of work; each has its flow. Their words are stored in the queue. */
enum Kind {
    VEHICLE,
    STYLE,
    GALLERY,
    CATALOG,
    AGED,
    VERSION;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Kind of(Claim claim) {
        return valueOf(claim.kind().toUpperCase(Locale.ROOT));
    }

    /** Whether the claim in hand is of this kind. */
    Predicate inHand() {
        return exchange -> of(exchange.getVariable("claim", Claim.class)) == this;
    }
}
