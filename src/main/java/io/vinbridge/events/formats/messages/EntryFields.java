package io.vinbridge.events.formats.messages;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vinbridge.events.formats.csv.CsvSeparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Fields of an entry of a Redis stream, which clients and frameworks write in three ways: the event in one field, whose
 * name is agreed upon; the event in one field of another name; or each of its members in a field of its own.
 */
public final class EntryFields {

    /** Names by which an entry is known for an event whose members are fields. */
    private static final List<String> MEMBERS = List.of("vin", "type", "specversion");

    private EntryFields() {}

    /**
     * The message in an entry.
     *
     * @param agreed the field that has it, if there is one of that name
     */
    public static byte[] message(Map<String, byte[]> entry, String agreed) {
        byte[] event = entry.get(agreed);
        if (event != null) {
            return event;
        }
        boolean flat = entry.keySet().stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .anyMatch(name -> MEMBERS.contains(name) || name.endsWith(".vin"));
        if (!flat) {
            for (byte[] value : entry.values()) {
                if (isMessage(value, entry.size() == 1)) {
                    return value;
                }
            }
        }
        return joined(entry);
    }

    private static boolean isMessage(byte[] value, boolean alone) {
        String text = new String(value, UTF_8).strip();
        return !text.isEmpty()
                && ("{[<\"\uFEFF".indexOf(text.charAt(0)) >= 0 || (alone && CsvSeparator.separates(text)));
    }

    /** An object of all fields; a point in a name leads into another one, and what is an object or a list is that. */
    private static byte[] joined(Map<String, byte[]> entry) {
        ObjectNode message = MessageParser.JSON.createObjectNode();
        entry.forEach((name, bytes) -> {
            String text = new String(bytes, UTF_8);
            JsonNode within = text.startsWith("{") || text.startsWith("[") ? JsonTexts.within(text) : null;
            String[] path = name.split("\\.", -1);
            ObjectNode at = message;
            for (int i = 0; i < path.length - 1; i++) {
                at = at.get(path[i]) instanceof ObjectNode there ? there : at.putObject(path[i]);
            }
            at.set(
                    path[path.length - 1],
                    within == null ? MessageParser.JSON.getNodeFactory().textNode(text) : within);
        });
        return MessageParser.WRITTEN.bytes(message);
    }
}
