package io.vinbridge.vehicles.registry;

import io.vinbridge.vehicles.Vin;

/**
 * A VIN written down as asked for.
 *
 * @param requestKey the key under which it is described
 * @param described whether that is done already
 * @param offered whether a dealer said something of it
 */
public record RegisteredVin(Vin vin, String requestKey, boolean described, boolean offered) {}
