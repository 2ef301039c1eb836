package io.vinbridge.events.formats;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.vinbridge.events.EventSettings;
import io.vinbridge.events.EventWarning;
import io.vinbridge.events.formats.mapping.MappingLanguage;
import io.vinbridge.events.formats.mapping.Unreadable;
import io.vinbridge.events.formats.messages.MessageParser;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Fields of one event, held to what is stored: one that is too long, or that no database holds, is left out with a
 * warning and costs no other; of one that cannot be read, what was written stands beside it.
 */
public final class EventFields {

    /** Behind the name of a field that cannot be read, the name of what was written. */
    private static final String TEXT = "Text";

    private static final int LONGEST_NAME = 200;

    /** Digits of a number as it is stored, written out: a few characters can stand for a billion of them. */
    private static final int LONGEST_NUMBER = 100;

    private final EventSettings settings;
    private final List<EventWarning> warnings;

    /** Makes one that adds to the warnings. */
    EventFields(EventSettings settings, List<EventWarning> warnings) {
        this.settings = settings;
        this.warnings = warnings;
    }

    /**
     * What a line of a list says beside the VIN: each column as fields of its name are read, an empty one as taken
     * back.
     */
    public static SortedMap<String, JsonNode> ofColumns(
            Map<String, JsonNode> columns, EventSettings settings, List<EventWarning> warnings) {
        var read = MessageParser.JSON.createObjectNode();
        columns.forEach((name, value) -> read.set(name, column(name, value)));
        return new EventFields(settings, warnings).read(read);
    }

    private static JsonNode column(String name, JsonNode value) {
        boolean blank = value.isTextual() && MappingLanguage.blank(value.textValue());
        return blank ? NullNode.instance : MappingLanguage.field(TextNode.valueOf(name), value);
    }

    SortedMap<String, JsonNode> read(JsonNode mapped) {
        if (!(mapped.isObject() || mapped.isMissingNode() || mapped.isNull())) {
            throw MessageParser.unclear("Its fields are no object");
        }
        SortedMap<String, JsonNode> fields = new TreeMap<>();
        for (Map.Entry<String, JsonNode> field : mapped.properties()) {
            take(field.getKey(), field.getValue(), fields);
        }
        return fields;
    }

    private void take(String name, JsonNode value, SortedMap<String, JsonNode> fields) {
        Unreadable unreadable = value instanceof Unreadable one ? one : Unreadable.of(value);
        JsonNode kept = unreadable == null ? value : TextNode.valueOf(unreadable.text());
        String reason = reason(name, kept);
        if (reason == null && fields.size() >= settings.mostFields()) {
            reason = "it is beyond the first " + settings.mostFields();
        }
        if (reason != null) {
            String shown = EventWarning.shown(name);
            warnings.add(new EventWarning(
                    EventWarning.FIELD_LEFT_OUT, shown, "The field " + shown + " is left out: " + reason));
        } else if (unreadable == null) {
            fields.put(name, value);
        } else {
            fields.put(name, NullNode.instance);
            fields.putIfAbsent(name + TEXT, kept);
            String shown = EventWarning.shown(name);
            warnings.add(new EventWarning(
                    EventWarning.UNREADABLE_NUMBER,
                    shown,
                    "The field " + shown + " is no " + unreadable.wanted() + ": "
                            + EventWarning.shown(unreadable.text())));
        }
    }

    /** Why it cannot be kept; null where it can. */
    private String reason(String name, JsonNode value) {
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            return "its name is no text of at most " + LONGEST_NAME + " characters";
        }
        if (name.indexOf('\0') >= 0 || !storable(value)) {
            return "a zero character, or an endless number, is in it";
        }
        long most = settings.largestField().toBytes();
        return size(value, most) > most
                ? "it is larger than " + settings.largestField().toKilobytes() + " KB"
                : null;
    }

    /** In bytes; of what is surely small, no more is said than that. */
    private static long size(JsonNode value, long most) {
        if (value.isTextual()) {
            String text = value.textValue();
            return text.length() * 3L <= most ? text.length() : text.getBytes(UTF_8).length;
        }
        return value.isContainerNode() ? value.toString().getBytes(UTF_8).length : 0;
    }

    /**
     * Whether a column of PostgreSQL takes it: no text in it has a zero character, and no number is endless when it is
     * written out.
     */
    private static boolean storable(JsonNode value) {
        if (value.isNumber()) {
            BigDecimal number = value.decimalValue();
            return number.precision() + Math.abs((long) number.scale()) <= LONGEST_NUMBER;
        }
        if (value.isTextual()) {
            return value.textValue().indexOf('\0') < 0;
        }
        boolean storable =
                value.properties().stream().noneMatch(member -> member.getKey().indexOf('\0') >= 0);
        for (JsonNode part : value) {
            storable &= storable(part);
        }
        return storable;
    }
}
