package io.vinbridge.vehicles.lists;

import io.vinbridge.vehicles.VehicleSummary;
import io.vinbridge.vehicles.Vin;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * A vehicle as lists show it.
 *
 * @param described whether there is a description
 * @param own what the dealer who counts says of it; null where nobody says anything
 */
public record ListedVehicle(
        Vin vin,
        VehicleSummary summary,
        boolean ambiguous,
        boolean described,
        Own own,
        Instant changedAt,
        Instant fetchedAt) {

    /** The few of an offer's fields that lists show; each may be null. */
    public record Own(String dealer, String status, String stock, BigDecimal price) {}
}
