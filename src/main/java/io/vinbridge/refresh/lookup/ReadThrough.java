package io.vinbridge.refresh.lookup;

/**
 * One kind of thing that is served from the store or looked up once.
 *
 * @param <W> what names one of them
 * @param <F> what is found
 */
interface ReadThrough<W, F> {

    /**
     * What is stored; null where it must be looked up.
     *
     * @throws io.vinbridge.failures.Failure if it is known that ChromeData does not carry it
     */
    F find(W what);

    /** What is stored once it was asked for, whether that went well or not; null where there is nothing to show. */
    default F findAnyway(W what) {
        return find(what);
    }

    /** What must be asked for so that it can be found. */
    PendingLookup wanted(W what);
}
