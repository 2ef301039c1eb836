package io.vinbridge.vehicles.lists;

import java.time.Instant;

/** Which vehicles a list holds; null parts don't narrow it. Names are compared without regard to case. */
public record VehicleFilter(String make, String model, Integer year, String bodyType, Instant changedSince) {}
