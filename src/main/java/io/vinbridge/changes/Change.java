package io.vinbridge.changes;

import java.time.Instant;
import java.util.List;

/**
 * Something that happened to a vehicle.
 *
 * @param id its place in the order of writing, not of committing
 * @param kind such as {@code vehicle.described}
 */
public record Change(long id, String vin, String kind, Instant at, List<FieldChange> fields, String correlationId) {}
