package io.vinbridge.events.formats.messages;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Texts within JSON that are JSON again, as clients write them that encode a message twice. */
final class JsonTexts {

    /** As deep as any sender was seen to do it, and once more. */
    private static final int DEEPEST_TEXT = 3;

    private JsonTexts() {}

    /** A list's elements, and of a text that is JSON what it says; a list within a list is nothing that is known. */
    static void expand(JsonNode tree, int texts, List<JsonNode> found) {
        JsonNode within = texts < DEEPEST_TEXT && tree.isTextual() ? within(tree.textValue()) : null;
        if (within != null) {
            expand(within, texts + 1, found);
        } else if (tree.isArray() && (found.isEmpty() || texts > 0)) {
            for (JsonNode element : tree) {
                if (element.isTextual()) {
                    expand(element, texts, found);
                } else {
                    found.add(CloudEventData.read(element));
                }
            }
        } else {
            found.add(CloudEventData.read(tree));
        }
    }

    /** The object or list that a text is; null where it is none. */
    static JsonNode within(String text) {
        String stripped = text.strip();
        if (stripped.isEmpty() || "{[\"".indexOf(stripped.charAt(0)) < 0) {
            return null;
        }
        try {
            return MessageParser.JSON.readTree(stripped);
        } catch (JsonProcessingException e) {
            return null;
        }
    }
}
