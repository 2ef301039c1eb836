package io.vinbridge.api.views;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vinbridge.api.http.HttpRequest;
import io.vinbridge.api.http.Reply;
import java.util.Map;

/** Things of schema.org. What is not known is not there: these words have no null. */
final class JsonLd {

    static final String TYPE = "application/ld+json";
    static final String SCHEMA = "https://schema.org";

    private JsonLd() {}

    /** True if the caller would rather have it than the service's own JSON. */
    static boolean preferred(HttpRequest request) {
        return request.preferred(Reply.JSON, TYPE).equals(TYPE);
    }

    static ObjectNode object(String type) {
        return JsonNodeFactory.instance.objectNode().put("@type", type);
    }

    /** {@code text} is null where it is not known. */
    static JsonNode text(String text) {
        return text == null ? JsonNodeFactory.instance.nullNode() : JsonNodeFactory.instance.textNode(text);
    }

    static boolean known(JsonNode value) {
        return value.isNumber() || (value.isTextual() && !value.asText().isBlank());
    }

    static JsonNode first(JsonNode one, JsonNode other) {
        return known(one) ? one : other;
    }

    static void put(ObjectNode object, String name, JsonNode value) {
        if (known(value)) {
            object.set(name, value);
        }
    }

    /** A number with the unit's code of UN/CEFACT. */
    static void quantity(ObjectNode object, String name, JsonNode value, String unit) {
        if (value.isNumber()) {
            object.set(
                    name,
                    object("QuantitativeValue").<ObjectNode>set("value", value).put("unitCode", unit));
        }
    }

    /** A value of one of schema.org's own lists, if a word has one there. */
    static void word(ObjectNode object, String name, Map<String, String> words, JsonNode value) {
        String word = words.get(value.asText(""));
        if (word != null) {
            object.put(name, SCHEMA + "/" + word);
        }
    }
}
