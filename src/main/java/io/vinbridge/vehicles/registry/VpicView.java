package io.vinbridge.vehicles.registry;

import java.time.Instant;

/**
 * View that NHTSA's data gives of a vehicle, as it is stored.
 *
 * @param opinion comparison of the description with it, JSON; null where there is none
 * @param current whether the comparison is of the description and the style that the vehicle has now
 * @param warnings what it makes doubtful of the VIN itself, a JSON list; null for nothing
 * @param standIn what it says in the place of a description, JSON in the form of a document; null where there is a
 *     description, or nothing is known
 * @param standInCard the card of that, JSON; null without one
 * @param edition the edition that the stand-in was made by; null without one
 * @param at when; null without one
 */
public record VpicView(
        String opinion,
        boolean current,
        String warnings,
        String standIn,
        String standInCard,
        String edition,
        Instant at) {

    /** Nothing is known. */
    public static final VpicView NONE = new VpicView(null, false, null, null, null, null, null);
}
