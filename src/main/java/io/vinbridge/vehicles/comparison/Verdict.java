package io.vinbridge.vehicles.comparison;

import java.util.Locale;

/** Verdict on one item of a member: a style's price, a colour's name. */
public enum Verdict {
    EQUAL,
    /** Numbers that differ by no more than rounding. */
    CLOSE,
    /** Sets of the same entries, in whatever order. */
    SAME_SET,
    ONLY_ADS,
    ONLY_CVD,
    DIFFERENT;

    /** Whether a site that changes over shows the same. */
    public boolean same() {
        return this == EQUAL || this == CLOSE || this == SAME_SET;
    }

    /** Spelling in the API and the database. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Verdict stored(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
