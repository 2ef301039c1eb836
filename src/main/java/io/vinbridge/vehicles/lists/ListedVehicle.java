package io.vinbridge.vehicles.lists;

import io.vinbridge.vehicles.VehicleSummary;
import io.vinbridge.vehicles.Vin;
import io.vinbridge.vehicles.documents.DocumentHash;
import io.vinbridge.vehicles.documents.LastFetch;
import io.vinbridge.vehicles.registry.VpicView;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * A vehicle as lists show it.
 *
 * @param document the name of its document; null until it is described
 * @param own what the dealer who counts says of it; null where nobody says anything
 * @param ownFields all that he says, a JSON object, of more than 8 KB the smallest members; null where nobody says
 *     anything
 * @param look when ChromeData was last asked; null where it was not
 * @param vpic what NHTSA's data says of it: by which edition it stands in, and the comparison and the card where cards
 *     were asked for
 */
public record ListedVehicle(
        Vin vin,
        VehicleSummary summary,
        boolean ambiguous,
        DocumentHash document,
        Own own,
        String ownFields,
        Instant addedAt,
        Instant changedAt,
        LastFetch look,
        VpicView vpic) {

    /** Whether there is a description. */
    public boolean described() {
        return document != null;
    }

    /** Whether NHTSA's data says something in the place of a description. */
    public boolean stoodInFor() {
        return document == null && vpic.edition() != null;
    }

    /** The few of an offer's fields that lists show; each may be null. */
    public record Own(
            String dealer, String status, String stock, BigDecimal price, String currency, BigDecimal mileage) {}
}
