package io.vinbridge.vehicles.registry;

/** The kinds of changes that this room appends, by the words that others read. */
public final class VehicleChangeKind {

    /** The vehicle has its first description. */
    public static final String DESCRIBED = "vehicle.described";

    /** Its description is another. */
    public static final String CHANGED = "vehicle.changed";

    /** Its style was chosen, or another one. */
    static final String STYLE_CHOSEN = "vehicle.style-chosen";

    /** Somebody has it and wants it kept fresh. */
    public static final String TRACKED = "vehicle.tracked";

    /** Nobody has it any more. */
    public static final String UNTRACKED = "vehicle.untracked";

    /** NHTSA's data says otherwise than its description, or says something else otherwise. */
    public static final String DISAGREEMENT_BEGUN = "vehicle.disagreement-begun";

    /** NHTSA's data does not say otherwise any more. */
    public static final String DISAGREEMENT_ENDED = "vehicle.disagreement-ended";

    /** It was deleted here; whoever has a copy deletes that. */
    static final String REMOVED = "vehicle.removed";

    private VehicleChangeKind() {}
}
