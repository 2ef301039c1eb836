package io.vinbridge.chromedata;

/**
 * Outcome of a question: an {@link Answer}, or the exception that came in its place, mostly a
 * {@link io.vinbridge.failures.Failure}.
 */
public final class CallOutcome {

    private CallOutcome() {}

    /**
     * The step after a question, for a flow whose own policy deals with failures.
     *
     * @throws Exception what asking failed with
     */
    public static Answer<?> orThrow(Object outcome) throws Exception {
        if (outcome instanceof Exception failed) {
            throw failed;
        }
        return (Answer<?>) outcome;
    }
}
