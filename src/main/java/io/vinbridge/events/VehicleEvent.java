package io.vinbridge.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.vinbridge.vehicles.Vin;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;

/**
 * Something that happened to a vehicle, in the one form that all formats are brought into.
 *
 * @param id the source's own name for the event, null where it has none: then its content is its name
 * @param source who says so, such as {@code /dealer/7}; null where nobody is named
 * @param kind such as {@code vehicle.arrived}
 * @param at when it happened, by the source's clock; null where it does not say
 * @param fields what the source says of the vehicle, by name, such as {@code price}; null where it takes back what it
 *     said; may be empty
 * @param warnings what in it is not as it should be; may be empty
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record VehicleEvent(
        String id,
        String source,
        String kind,
        Vin vin,
        Instant at,
        SortedMap<String, JsonNode> fields,
        List<EventWarning> warnings) {

    public VehicleEvent {
        // Read from where it is stored, an event that says nothing more than what happened has no fields at all.
        fields = fields == null ? Collections.emptySortedMap() : fields;
        warnings = warnings == null ? List.of() : warnings;
    }

    /** What it says, by which it is told from others: what we think of it is no part of that. */
    public VehicleEvent withoutWarnings() {
        return warnings.isEmpty() ? this : new VehicleEvent(id, source, kind, vin, at, fields, List.of());
    }
}
