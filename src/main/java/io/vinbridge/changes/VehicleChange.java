package io.vinbridge.changes;

import java.util.List;

/** What happened to one vehicle; {@code document} is the name of the document it points to (32 bytes, null for none). */
public record VehicleChange(String vin, byte[] document, String kind, List<FieldChange> fields, String correlationId) {}
