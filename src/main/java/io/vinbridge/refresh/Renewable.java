package io.vinbridge.refresh;

/** A kind of thing of which a caller may want a new look, however fresh it is. */
interface Renewable<W, F> extends Shelf<W, F> {

    /** What must be asked for so that there is a new look; a look-up where there was none yet. */
    Wanted renewed(W what);
}
