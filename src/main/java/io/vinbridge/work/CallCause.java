package io.vinbridge.work;

import java.util.Locale;

/** Cause of a fetch, as the ledger and the usage report tell it. */
public enum CallCause {
    /** Asked for and not there. */
    MISS,
    /** There, but older than it may be. */
    STALE,
    /** Something happened to the vehicle. */
    EVENT,
    /** ChromeData published new data. */
    BUILD,
    /** A person wants a new fetch, fresh or not. */
    FORCED;

    /** Whether an answer that is there already will do, if it is fresh; else the fetch must begin after the request. */
    public boolean takesAnyAnswer() {
        return this == MISS || this == STALE;
    }

    /** The word in reports and in the database, such as {@code miss}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
