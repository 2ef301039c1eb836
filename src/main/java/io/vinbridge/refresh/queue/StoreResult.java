package io.vinbridge.refresh.queue;

/** Result of storing an answer. */
public enum StoreResult {
    /** It was thrown away: the claim was another's by then. */
    LOST,
    DONE,
    /** Stored, and follow-up work is enqueued. */
    ASKED_MORE;

    boolean askedMore() {
        return this == ASKED_MORE;
    }
}
