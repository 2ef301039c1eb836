package io.vinbridge.vehicles.lists;

import io.vinbridge.vehicles.VehicleSummary;
import io.vinbridge.vehicles.Vin;
import io.vinbridge.vehicles.cards.StoredCard;
import io.vinbridge.vehicles.documents.LastFetch;
import io.vinbridge.vehicles.registry.VpicView;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * A vehicle as lists show it.
 *
 * @param described whether there is a description
 * @param card the facts of its description; that of an undescribed one where they were not asked for
 * @param own what the dealer who counts says of it; null where nobody says anything
 * @param ownFields all that he says, a JSON object, of more than 8 KB the parts that lists show; null where nobody says
 *     anything
 * @param look when ChromeData was last asked; null where it was not
 * @param vpic what NHTSA's data says of it: the comparison where cards were asked for, and by which edition it stands
 *     in
 */
public record ListedVehicle(
        Vin vin,
        VehicleSummary summary,
        boolean ambiguous,
        boolean described,
        StoredCard card,
        Own own,
        String ownFields,
        Instant addedAt,
        Instant changedAt,
        LastFetch look,
        VpicView vpic) {

    /** Whether NHTSA's data says something in the place of a description. */
    public boolean stoodInFor() {
        return !described && vpic.edition() != null;
    }

    /** The few of an offer's fields that lists show; each may be null. */
    public record Own(
            String dealer, String status, String stock, BigDecimal price, String currency, BigDecimal mileage) {}
}
