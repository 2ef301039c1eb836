package io.vinbridge.events.formats.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.schibsted.spt.data.jslt.Function;
import com.schibsted.spt.data.jslt.Parser;
import io.vinbridge.events.formats.csv.FieldNames;
import io.vinbridge.events.formats.text.NumberText;
import io.vinbridge.events.formats.text.TimeText;
import java.io.Reader;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.apache.camel.Component;
import org.apache.camel.component.jslt.JsltComponent;
import org.apache.camel.spi.ComponentCustomizer;
import org.springframework.stereotype.Service;

/**
 * JSLT as mappings have it, wherever one is compiled, run or tried: with the functions {@code number}, {@code money},
 * {@code mileage}, {@code when}, {@code field} and {@code member}, and objects that keep what is withdrawn.
 */
@Service
public final class MappingLanguage implements ComponentCustomizer {

    private static final List<Function> FUNCTIONS = List.of(
            function("number", 1, 2, arguments -> number(NumberText.PLAIN, arguments)),
            function("money", 1, 2, arguments -> number(NumberText.AMOUNT, arguments)),
            function("mileage", 1, 2, arguments -> number(NumberText.MILEAGE, arguments)),
            function("when", 1, 1, arguments -> when(arguments[0])),
            function("field", 2, 2, arguments -> field(arguments[0], arguments[1])),
            function("member", 2, 2, arguments -> member(arguments[0], arguments[1].asText())));

    /** A parser of a mapping. */
    public static Parser parser(Reader mapping) {
        return new Parser(mapping).withFunctions(FUNCTIONS).withObjectFilter(MessageNodes.STATED);
    }

    @Override
    public void configure(String name, Component component) {
        JsltComponent jslt = (JsltComponent) component;
        jslt.setFunctions(FUNCTIONS);
        jslt.setObjectFilter(MessageNodes.STATED);
    }

    @Override
    public boolean isEnabled(String name, Component component) {
        return component instanceof JsltComponent;
    }

    /**
     * The value, read as what fields of that name are: a price is an amount, whoever sends it and however it is
     * written.
     */
    public static JsonNode field(JsonNode name, JsonNode value) {
        NumberText kind = value.isContainerNode() ? null : FieldNames.kind(name.asText());
        return kind == null ? value : number(kind, value);
    }

    private static JsonNode number(NumberText kind, JsonNode... arguments) {
        JsonNode read = number(kind, arguments[0]);
        return read.isNull() && arguments.length > 1 ? arguments[1] : read;
    }

    private static JsonNode number(NumberText kind, JsonNode given) {
        JsonNode value = content(given);
        if (value.isNull()) {
            return value;
        }
        String text = value.isValueNode() ? value.asText() : value.toString();
        if (blank(text)) {
            return MessageNodes.WITHDRAWN;
        }
        BigDecimal number =
                value.isNumber() ? NumberText.plain(value.decimalValue()) : value.isTextual() ? kind.read(text) : null;
        return number == null ? new Unreadable(text, kind.word()) : DecimalNode.valueOf(number);
    }

    private static JsonNode when(JsonNode given) {
        JsonNode value = content(given);
        if (value.isNull()) {
            return value;
        }
        String text = value.isValueNode() ? value.asText() : value.toString();
        Instant time =
                value.isNumber() ? TimeText.read(value.decimalValue()) : value.isTextual() ? TimeText.read(text) : null;
        return time == null ? new Unreadable(text, "time") : TextNode.valueOf(time.toString());
    }

    /** An element of XML that has attributes has its text under the empty name. */
    private static JsonNode content(JsonNode value) {
        return value.isObject() && value.has("") ? value.get("") : value;
    }

    /** The member of an object that has this name, in any case. */
    private static JsonNode member(JsonNode object, String name) {
        JsonNode exact = object.get(name);
        if (exact != null) {
            return exact;
        }
        for (var member : object.properties()) {
            if (member.getKey().strip().equalsIgnoreCase(name)) {
                return member.getValue();
            }
        }
        return NullNode.instance;
    }

    /** Whether nothing can be seen of a text. */
    public static boolean blank(String text) {
        return text.codePoints()
                .allMatch(c -> Character.isWhitespace(c)
                        || Character.isSpaceChar(c)
                        || Character.getType(c) == Character.FORMAT);
    }

    private static Function function(String name, int least, int most, Body body) {
        return new Function() {

            @Override
            public String getName() {
                return name;
            }

            @Override
            public int getMinArguments() {
                return least;
            }

            @Override
            public int getMaxArguments() {
                return most;
            }

            @Override
            public JsonNode call(JsonNode input, JsonNode[] arguments) {
                return body.apply(arguments);
            }
        };
    }

    private interface Body {
        JsonNode apply(JsonNode[] arguments);
    }
}
