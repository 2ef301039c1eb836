package io.vinbridge.vehicles.lists;

import io.vinbridge.vehicles.VehicleSummary;
import io.vinbridge.vehicles.Vin;
import java.time.Instant;

/** A vehicle as lists show it. */
public record ListedVehicle(Vin vin, VehicleSummary summary, boolean ambiguous, Instant changedAt, Instant fetchedAt) {}
