package io.vinbridge.vehicles;

import java.time.Instant;

/** A vehicle as lists show it. */
public record ListedVehicle(Vin vin, Summary summary, boolean ambiguous, Instant changedAt, Instant fetchedAt) {}
