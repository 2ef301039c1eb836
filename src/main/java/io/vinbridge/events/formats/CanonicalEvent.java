package io.vinbridge.events.formats;

import com.fasterxml.jackson.databind.JsonNode;
import io.vinbridge.events.EventSettings;
import io.vinbridge.events.EventWarning;
import io.vinbridge.events.VehicleEvent;
import io.vinbridge.events.formats.mapping.MappingLanguage;
import io.vinbridge.events.formats.mapping.Unreadable;
import io.vinbridge.events.formats.messages.MessageParser;
import io.vinbridge.events.formats.text.TimeText;
import io.vinbridge.vehicles.WrittenVin;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/**
 * Reads what a mapping makes of a message: an object with {@code kind} and {@code vin}, and at will {@code id},
 * {@code source}, {@code time}, {@code dealer} and {@code fields}.
 */
final class CanonicalEvent {

    private static final int LONGEST_ID = 200;

    private CanonicalEvent() {}

    /**
     * The event, if it is one.
     *
     * @throws io.vinbridge.failures.Failure if it is not; it names the member
     */
    static VehicleEvent read(JsonNode mapped, EventSettings settings) {
        if (!mapped.isObject()) {
            throw MessageParser.unclear("The mapping makes no object of it");
        }
        String kind = text(mapped, "kind");
        if (kind == null || !settings.kinds().contains(kind)) {
            throw MessageParser.unclear(
                    kind == null
                            ? "It does not say what happened"
                            : "What happened is of no known kind: " + EventWarning.shown(kind));
        }
        String vin = text(mapped, "vin");
        if (vin == null) {
            throw MessageParser.unclear("There is no VIN in it");
        }
        WrittenVin written = WrittenVin.read(vin);
        List<EventWarning> warnings = new ArrayList<>();
        if (written.notice() != null) {
            warnings.add(new EventWarning(EventWarning.VIN_FORGIVEN, "vin", EventWarning.line(written.notice())));
        }
        Instant time = time(mapped.path("time"), warnings);
        return new VehicleEvent(
                text(mapped, "id"),
                text(mapped, "source"),
                kind,
                written.vin(),
                time,
                fields(mapped, new EventFields(settings, warnings)),
                warnings);
    }

    /** The dealer may stand beside the fields or in them. */
    private static SortedMap<String, JsonNode> fields(JsonNode mapped, EventFields reader) {
        SortedMap<String, JsonNode> fields = reader.read(mapped.path("fields"));
        if (mapped.hasNonNull("dealer")) {
            fields.putIfAbsent("dealer", mapped.get("dealer"));
        }
        return fields;
    }

    private static String text(JsonNode mapped, String name) {
        JsonNode value = mapped.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        String text = value.asText().strip();
        if (!value.isValueNode() || text.length() > LONGEST_ID || text.indexOf('\0') >= 0) {
            throw MessageParser.unclear("Its " + name + " is no text of at most " + LONGEST_ID + " characters");
        }
        return text.isEmpty() ? null : text;
    }

    /**
     * A format that has its times read by {@code when} allows for one that is none; then, the time of receipt counts.
     */
    private static Instant time(JsonNode value, List<EventWarning> warnings) {
        Unreadable unreadable = Unreadable.of(value);
        if (unreadable != null) {
            warnings.add(new EventWarning(
                    EventWarning.UNREADABLE_TIME,
                    "time",
                    MappingLanguage.blank(unreadable.text())
                            ? "Its time is empty, and that of receipt counts"
                            : "Its time is none, and that of receipt counts: "
                                    + EventWarning.shown(unreadable.text())));
            return null;
        }
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        Instant time = value.isNumber() ? TimeText.read(value.decimalValue()) : TimeText.read(value.asText());
        if (time == null) {
            throw MessageParser.unclear("Its time is none: " + EventWarning.shown(value.asText()));
        }
        return time;
    }
}
