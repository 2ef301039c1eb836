package io.vinbridge.events;

import java.util.Locale;

/** Channel by which an event came in. */
public enum IntakeChannel {
    /** The Redis channel {@code vehicle.events}. */
    PUBSUB,
    /** The Redis stream {@code vehicle.events.stream}. */
    STREAM,
    /** {@code POST /api/v1/events}. */
    HTTP,
    /** A route of the operator's own. */
    ROUTE;

    /** The word in reports and in the database, such as {@code pubsub}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
