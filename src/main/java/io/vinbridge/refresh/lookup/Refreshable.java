package io.vinbridge.refresh.lookup;

/** A kind of thing of which a caller may want a new look, however fresh it is. */
interface Refreshable<W, F> extends ReadThrough<W, F> {

    /** What must be asked for so that there is a new look; a look-up where there was none yet. */
    PendingLookup renewed(W what);
}
