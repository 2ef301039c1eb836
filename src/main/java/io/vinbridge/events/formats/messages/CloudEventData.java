package io.vinbridge.events.formats.messages;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;

/**
 * Data of a CloudEvent, in whichever way it is written into the envelope: as JSON, as a text of JSON, or in Base64
 * (JSON event format, section 3.1).
 */
final class CloudEventData {

    private static final String DATA = "data";
    private static final String BASE64 = "data_base64";

    private CloudEventData() {}

    /** The same message with its data as JSON; itself where it is no CloudEvent, or has its data so. */
    static JsonNode read(JsonNode message) {
        if (!message.has("specversion")) {
            return message;
        }
        JsonNode data = message.path(DATA);
        JsonNode encoded = message.path(BASE64);
        String text = data.isTextual() ? data.textValue() : encoded.isTextual() ? decoded(encoded.textValue()) : null;
        JsonNode within = text == null ? null : JsonTexts.within(text);
        if (within == null) {
            return message;
        }
        ObjectNode read = message.deepCopy();
        read.remove(BASE64);
        return read.set(DATA, within);
    }

    private static String decoded(String encoded) {
        try {
            return new String(TextEncoding.utf8(Base64.getMimeDecoder().decode(encoded), null), UTF_8);
        } catch (IllegalArgumentException e) {
            throw MessageParser.unclear("Its data_base64 is no Base64");
        }
    }
}
