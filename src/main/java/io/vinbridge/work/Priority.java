package io.vinbridge.work;

/** Who waits for a piece of work; the lower level goes first. Levels are stored, and {@code claim_work} names them all. */
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
