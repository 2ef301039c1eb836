package io.vinbridge.vehicles.lists;

import io.vinbridge.vehicles.VehicleSummary;
import io.vinbridge.vehicles.Vin;
import io.vinbridge.vehicles.cards.OfferedCard;
import io.vinbridge.vehicles.documents.LastFetch;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * A vehicle as lists show it.
 *
 * @param described whether there is a description
 * @param card the facts of its description; null where they were not asked for
 * @param own what the dealer who counts says of it; null where nobody says anything
 * @param ownFields all that he says, a JSON object, of more than 8 KB the parts that lists show; null where nobody says anything
 * @param look when ChromeData was last asked; null where it was not
 */
public record ListedVehicle(
        Vin vin,
        VehicleSummary summary,
        boolean ambiguous,
        boolean described,
        OfferedCard card,
        Own own,
        String ownFields,
        Instant addedAt,
        Instant changedAt,
        LastFetch look) {

    /** The few of an offer's fields that lists show; each may be null. */
    public record Own(String dealer, String status, String stock, BigDecimal price, BigDecimal mileage) {}
}
