package io.vinbridge.refresh.lookup;

/** A kind of thing of which a caller may want a new fetch, however fresh it is. */
interface Refreshable<W, F> extends ReadThrough<W, F> {

    /** Requests that a forced refresh enqueues; those of a look-up if there was no fetch yet. */
    PendingLookup renewed(W what);
}
