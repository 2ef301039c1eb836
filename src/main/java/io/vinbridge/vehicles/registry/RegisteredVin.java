package io.vinbridge.vehicles.registry;

import io.vinbridge.vehicles.Vin;

/**
 * A VIN written down as asked for, and the key under which it is described; {@code described} says whether that is done
 * already.
 */
public record RegisteredVin(Vin vin, String requestKey, boolean described) {}
