package io.vinbridge.refresh.lookup;

/**
 * Read-through of one kind of thing: served from the store, or fetched once and stored.
 *
 * @param <W> what names one of them
 * @param <F> what is found
 */
interface ReadThrough<W, F> {

    /**
     * Returns the stored thing; null if it must be looked up.
     *
     * @throws io.vinbridge.failures.Failure if it is known that ChromeData does not carry it
     */
    F find(W what);

    /** Returns the stored thing after its fetch succeeded or failed; null if there is none. */
    default F findAnyway(W what) {
        return find(what);
    }

    /**
     * Returns the stored thing without any effect: nobody is asked, now or later.
     *
     * @throws io.vinbridge.failures.Failure if nothing is stored, and the caller is to be told so
     */
    default F recall(W what) {
        throw new UnsupportedOperationException();
    }

    /** Requests that a look-up enqueues. */
    PendingLookup wanted(W what);
}
