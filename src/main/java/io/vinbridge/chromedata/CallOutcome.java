package io.vinbridge.chromedata;

import io.vinbridge.failures.Failure;

/** What comes back from a question: an {@link Answer}, or the {@link Failure} that came in its place. */
public final class CallOutcome {

    private CallOutcome() {}

    /** The step after a question, for a flow whose own policy deals with failures. */
    public static Answer<?> orThrow(Object outcome) {
        if (outcome instanceof Failure failure) {
            throw failure;
        }
        return (Answer<?>) outcome;
    }
}
