package io.vinbridge.events.intake;

import io.vinbridge.events.formats.ParsedEvent;

/** Receipt of one event that came in. */
public record Receipt(ParsedEvent reading, Outcome outcome) {

    /** Accepted means committed. */
    public enum Outcome {
        ACCEPTED,
        DUPLICATE,
        DEAD
    }
}
