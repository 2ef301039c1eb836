package io.vinbridge.changes;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;

/**
 * A change with its position in the feed, in the form in which every reader gets it, whichever way.
 *
 * @param position its position in the order in which readers see changes
 * @param id stays the same however often the change is told, by which a reader knows a repeat
 * @param fields the list of fields that differ, as JSON
 */
@JsonPropertyOrder({"cursor", "id", "vin", "kind", "at", "fields", "correlationId"})
public record FeedEntry(
        @JsonIgnore long position,
        String id,
        String vin,
        String kind,
        Instant at,
        @JsonRawValue String fields,
        String correlationId) {

    public String getCursor() {
        return FeedCursor.write(position);
    }
}
