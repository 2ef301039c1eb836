package io.vinbridge.stock.store;

import java.util.Locale;

/** State of a stock file. */
public enum StockFileState {
    /** Stored, and to be read. */
    RECEIVED,
    /** Read, and waits for a person's yes or no. */
    HELD,
    /** Read, and being taken. */
    TAKING,
    /** All that it says is stored. */
    TAKEN,
    /** The same file as the one before: nothing happens. */
    SAME,
    /** Nothing of it is taken: it breaks off, contradicts itself, or is no table. */
    REFUSED,
    /** A person said no. */
    DISCARDED,
    /** It was held, and a later file was taken. */
    SUPERSEDED;

    /** As it is stored and shown. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static StockFileState stored(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
