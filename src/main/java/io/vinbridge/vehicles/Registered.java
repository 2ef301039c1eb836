package io.vinbridge.vehicles;

/** A VIN written down as asked for, and the key under which it is described; {@code described} says whether that is done already. */
public record Registered(Vin vin, String requestKey, boolean described) {}
