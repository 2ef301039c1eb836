package io.vinbridge.refresh.queue;

/** What became of the result of a piece of work. */
public enum StoreResult {
    /** It was thrown away: the claim was another's by then. */
    LOST,
    DONE,
    /** It is stored, and more work is in the queue for its sake. */
    ASKED_MORE;

    boolean askedMore() {
        return this == ASKED_MORE;
    }
}
