package io.vinbridge.work;

import java.util.Locale;

/**
 * Lane of a piece of work: its cost, and so the limits it is under. Levels are stored, and {@code claim_work} names
 * them.
 */
public enum Lane {
    /** Nothing but this service's own time. */
    OWN(0),
    /** A call of ADS that is limited but not billed, such as the data builds. */
    LIST(1),
    /** A call of ADS that is billed. */
    DESCRIBE(2),
    /** A call of the Media Gallery that is billed. */
    MEDIA(3),
    /** The download of a picture, limited but not billed. */
    PICTURE(4);

    private final short level;

    Lane(int level) {
        this.level = (short) level;
    }

    /** True if its calls count against the budget of the day. */
    public boolean billed() {
        return this == DESCRIBE || this == MEDIA;
    }

    /** The word in metrics. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public short level() {
        return level;
    }

    static Lane stored(int level) {
        return values()[level];
    }
}
