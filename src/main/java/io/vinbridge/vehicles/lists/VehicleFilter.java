package io.vinbridge.vehicles.lists;

import java.time.Instant;

/** Filter of a list of vehicles; null parts don't narrow it. Names are compared without regard to case. */
public record VehicleFilter(String make, String model, Integer year, String bodyType, Instant changedSince) {}
