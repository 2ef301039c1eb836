package io.vinbridge.work;

/**
 * Priority of a piece of work, by who waits for it; the lower level goes first. Levels are stored, and
 * {@code claim_work} names them all.
 */
public enum Priority {
    PERSON(0),
    EVENT(1),
    BUILD(2),
    AGE(3);

    private final short level;

    Priority(int level) {
        this.level = (short) level;
    }

    short level() {
        return level;
    }

    static Priority stored(int level) {
        return values()[level];
    }
}
