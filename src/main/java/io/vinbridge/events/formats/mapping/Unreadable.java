package io.vinbridge.events.formats.mapping;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import com.fasterxml.jackson.databind.node.ValueNode;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Null that a function yields for what it cannot read, and that knows what was written. In a mapping it is like any
 * other null; behind it, what was written stands beside the field, and a warning says so.
 */
public final class Unreadable extends ValueNode {

    private static final long serialVersionUID = 1;
    private static final String TEXT = "@unreadable";
    private static final String WANTED = "@wanted";

    private final String text;
    private final String wanted;

    /**
     * Makes one.
     *
     * @param wanted what it is none of, such as {@code amount}
     */
    Unreadable(String text, String wanted) {
        this.text = text;
        this.wanted = wanted;
    }

    /** One that a mapping left in its result; null where a value is none. */
    public static @Nullable Unreadable of(JsonNode mapped) {
        return mapped.isObject() && mapped.size() == 2 && mapped.has(TEXT) && mapped.has(WANTED)
                ? new Unreadable(mapped.get(TEXT).asText(), mapped.get(WANTED).asText())
                : null;
    }

    public String text() {
        return text;
    }

    public String wanted() {
        return wanted;
    }

    @Override
    public JsonNodeType getNodeType() {
        return JsonNodeType.NULL;
    }

    @Override
    public JsonToken asToken() {
        return JsonToken.VALUE_NULL;
    }

    @Override
    public String asText() {
        return "null";
    }

    @Override
    public void serialize(JsonGenerator json, SerializerProvider provider) throws IOException {
        json.writeStartObject();
        json.writeStringField(TEXT, text);
        json.writeStringField(WANTED, wanted);
        json.writeEndObject();
    }

    @Override
    public void serializeWithType(JsonGenerator json, SerializerProvider provider, TypeSerializer type)
            throws IOException {
        serialize(json, provider);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Unreadable one && one.text.equals(text) && one.wanted.equals(wanted);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }
}
