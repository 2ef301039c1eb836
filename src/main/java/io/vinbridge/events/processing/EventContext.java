package io.vinbridge.events.processing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.vinbridge.events.EventWarning;
import io.vinbridge.events.VehicleEvent;
import io.vinbridge.vehicles.DealerName;
import io.vinbridge.vehicles.EventTimestamp;
import io.vinbridge.vehicles.OfferStatement;
import io.vinbridge.vehicles.Vin;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An event that is being acted upon. The routes that say what is to be done note it here; nothing is done before that
 * is known of all events in hand.
 */
public final class EventContext {

    private final String key;
    private final VehicleEvent event;
    private final EventTimestamp stamp;
    private final int attempts;
    private final String correlationId;
    private final SortedMap<String, JsonNode> fields = new TreeMap<>();
    private Boolean tracked;
    private boolean decided;
    private boolean described;
    private boolean again;
    private Exception failure;

    EventContext(String key, VehicleEvent event, EventTimestamp stamp, int attempts, String correlationId) {
        this.key = key;
        this.event = event;
        this.stamp = stamp;
        this.attempts = attempts;
        this.correlationId = correlationId;
    }

    /** Such as {@code vehicle.sold}: what routes choose by. */
    public String getKind() {
        return event.kind();
    }

    public Vin getVin() {
        return event.vin();
    }

    /** Source of the event; null if none is named. */
    public String getSource() {
        return event.source();
    }

    /** Fields that the source sends of the vehicle, by name. */
    public SortedMap<String, JsonNode> getFields() {
        return event.fields();
    }

    void track() {
        DealerName.of(event.fields());
        tracked = true;
    }

    void untrack() {
        DealerName.of(event.fields());
        tracked = false;
    }

    /** Keeps what the event says, and {@code status} where it says nothing of that itself; null for none. */
    void keepFields(String status) {
        DealerName.of(event.fields());
        fields.putAll(event.fields());
        if (status != null) {
            fields.merge("status", TextNode.valueOf(status), (said, ours) -> said.isNull() ? ours : said);
        }
    }

    void describe() {
        described = true;
    }

    void lookAgain() {
        described = true;
        again = true;
    }

    void decided() {
        decided = true;
    }

    /**
     * Where the route that decides did not come to its end and said nothing, as when memory ran out, nothing is known
     * to be done.
     */
    void failUndecided() {
        if (!decided && failure == null) {
            failure = new IllegalStateException("the route that decides did not come to its end");
        }
    }

    void failed(Exception reason) {
        failure = reason;
    }

    String key() {
        return key;
    }

    EventTimestamp stamp() {
        return stamp;
    }

    int attempts() {
        return attempts;
    }

    String correlationId() {
        return correlationId;
    }

    /** Fields to keep; may be empty. */
    SortedMap<String, JsonNode> kept() {
        return fields;
    }

    /** What in it is not as it should be, for people. */
    List<String> warnings() {
        return event.warnings().stream().map(EventWarning::message).toList();
    }

    /** Whether the vehicle is to be tracked; null where that stays as it is. */
    Boolean tracked() {
        return tracked;
    }

    boolean described() {
        return described;
    }

    boolean again() {
        return again;
    }

    /** What is to be stored of it: the dealer is whom the message names as that. */
    OfferStatement statement() {
        return new OfferStatement(
                getVin(),
                DealerName.of(event.fields()),
                getSource(),
                stamp,
                fields,
                tracked,
                null,
                correlationId,
                warnings());
    }

    /** Whether anything is to be stored of it. */
    boolean says() {
        return tracked != null || !fields.isEmpty();
    }

    /** Why it cannot be acted upon; null where it can. */
    Exception failure() {
        return failure;
    }

    VehicleEvent event() {
        return event;
    }
}
