package io.vinbridge.refresh.queue;

import io.vinbridge.work.CallCause;
import io.vinbridge.work.Claim;
import io.vinbridge.work.Lane;
import io.vinbridge.work.Priority;
import io.vinbridge.work.WorkRequest;
import java.util.Locale;
import org.apache.camel.Predicate;

/** The kinds of work; each has its flow. Their words are stored in the queue. */
public enum WorkKind {
    VEHICLE(Lane.DESCRIBE),
    STYLE(Lane.DESCRIBE),
    COMPARISON(Lane.DESCRIBE),
    GALLERY(Lane.MEDIA),
    PICTURE(Lane.PICTURE),
    PICTURE_CHECK(Lane.OWN),
    CATALOG(Lane.LIST),
    AGED(Lane.OWN),
    CATALOG_SYNC(Lane.OWN),
    FORGETTING(Lane.OWN),
    VPIC(Lane.OWN),
    OPINIONS(Lane.OWN),
    VERSION(Lane.LIST);

    private final Lane lane;

    WorkKind(Lane lane) {
        this.lane = lane;
    }

    /** Something to be done by the flow of this kind. */
    public WorkRequest ask(String key, String ask, Priority priority, CallCause cause, String correlationId) {
        return new WorkRequest(key, word(), lane, ask, priority, cause, correlationId);
    }

    /** The same, wanted by whoever wanted the claim in hand, and no less urgently. */
    public WorkRequest ask(String key, String ask, Claim claim) {
        return ask(key, ask, claim.priority(), claim.cause(), claim.correlationId());
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static WorkKind of(Claim claim) {
        return valueOf(claim.kind().toUpperCase(Locale.ROOT));
    }

    /** True if the claim in hand is of this kind. */
    Predicate inHand() {
        return exchange -> of(exchange.getVariable("claim", Claim.class)) == this;
    }
}
