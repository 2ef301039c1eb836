package io.vinbridge.changes;

/**
 * A vehicle to which something happened, and the name of the document it points to after it (32 bytes, null for none).
 */
public record ChangedVehicle(String vin, byte[] document) {}
