package io.vinbridge.refresh.queue;

import io.vinbridge.work.CallCause;
import io.vinbridge.work.Claim;
import io.vinbridge.work.Lane;
import io.vinbridge.work.Priority;
import io.vinbridge.work.WorkRequest;
import java.util.Locale;

/**
 * The kinds of work, each with its lane and its flow ({@code direct:refresh.<flow>}). Their words are stored in the
 * queue.
 */
public enum WorkKind {
    VEHICLE(Lane.DESCRIBE, "describe"),
    STYLE(Lane.DESCRIBE, "describe"),
    MODEL(Lane.DESCRIBE, "describe"),
    COMPARISON(Lane.DESCRIBE, "compare"),
    GALLERY(Lane.MEDIA, "list-media"),
    PICTURE(Lane.PICTURE, "mirror-picture"),
    PICTURE_CHECK(Lane.OWN, "check-mirror"),
    CATALOG(Lane.LIST, "list-catalog"),
    AGED(Lane.OWN, "ask-aged"),
    CATALOG_SYNC(Lane.OWN, "walk-catalog"),
    FORGETTING(Lane.OWN, "forget"),
    VPIC(Lane.OWN, "fetch-vpic"),
    OPINIONS(Lane.OWN, "compare-vehicles"),
    VERSION(Lane.LIST, "read-version");

    private final Lane lane;
    private final String flow;

    WorkKind(Lane lane, String flow) {
        this.lane = lane;
        this.flow = flow;
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

    /** The flow that does it, a route from {@code direct:refresh.} and this word. */
    public String flow() {
        return flow;
    }

    /** The flow of a claim. */
    static String flow(Claim claim) {
        return of(claim).flow;
    }
}
