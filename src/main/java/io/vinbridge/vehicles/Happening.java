package io.vinbridge.vehicles;

/** The kinds of changes that this room appends, by the words that others read. */
final class Happening {

    /** The vehicle has its first description. */
    static final String DESCRIBED = "vehicle.described";

    /** Its description is another. */
    static final String CHANGED = "vehicle.changed";

    /** Its style was chosen, or another one. */
    static final String STYLE_CHOSEN = "vehicle.style-chosen";

    /** Somebody has it and wants it kept fresh. */
    static final String TRACKED = "vehicle.tracked";

    /** Nobody has it any more. */
    static final String UNTRACKED = "vehicle.untracked";

    private Happening() {}
}
