package io.vinbridge.changes;

import java.util.List;

/**
 * Change of one vehicle, to be appended; {@code document} is the name of the document it points to (32 bytes, null for
 * none).
 */
public record VehicleChange(String vin, byte[] document, String kind, List<FieldChange> fields, String correlationId) {}
