package io.vinbridge.work;

import java.util.Locale;

/**
 * Result of a piece of work, as the ledger and the usage report tell it.
 *
 * @param vehicles how many vehicles it gave something new
 */
public record WorkResult(Kind kind, int vehicles) {

    /** Comparison of an answer with the stored one. */
    public enum Kind {
        /** There was nothing before. */
        FIRST,
        CHANGED,
        EQUAL,
        NOT_CARRIED,
        FAILED,
        /** Nobody knows: whoever had it in hand gave it up. */
        LOST
    }

    public static final WorkResult EQUAL = new WorkResult(Kind.EQUAL, 0);
    public static final WorkResult NOT_CARRIED = new WorkResult(Kind.NOT_CARRIED, 0);
    static final WorkResult FAILED = new WorkResult(Kind.FAILED, 0);
    static final WorkResult LOST = new WorkResult(Kind.LOST, 0);

    /** The word in reports and in the database, such as {@code not-carried}. */
    String word() {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
