package io.vinbridge.stock.reading;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Line made of a tree: its members flat, each under the name next to its value; of two that are called alike, the outer
 * one counts.
 */
final class TreeLine {

    /** Between the addresses of photos and alike, which are a list in a tree and one cell in a table. */
    private static final String BETWEEN = " | ";

    private static final List<String> ADDRESSES = List.of("url", "href", "src", "link", "");

    private TreeLine() {}

    static SourceLine of(long number, JsonNode tree) {
        Map<String, String> flat = new LinkedHashMap<>();
        if (tree.isTextual() || bare(tree)) {
            flat.put("vin", text(tree));
        } else if (tree.isObject()) {
            spread(tree, flat);
        }
        return new SourceLine(number, List.copyOf(flat.keySet()), List.copyOf(flat.values()), tree);
    }

    /** Whether it is an element with nothing but a text. */
    private static boolean bare(JsonNode tree) {
        return tree.isObject() && tree.size() == 1 && tree.has("");
    }

    private static void spread(JsonNode tree, Map<String, String> flat) {
        tree.properties().forEach(member -> {
            if (!member.getValue().isObject() || member.getValue().has("")) {
                flat.putIfAbsent(member.getKey(), text(member.getValue()));
            }
        });
        tree.properties().forEach(member -> {
            if (member.getValue().isObject() && list(member.getValue()) == null) {
                spread(member.getValue(), flat);
            } else if (member.getValue().isObject()) {
                flat.putIfAbsent(member.getKey(), text(list(member.getValue())));
            }
        });
    }

    /**
     * What an element holds that holds nothing but one list, as {@code photos} of {@code photo}; null where it is
     * another.
     */
    private static JsonNode list(JsonNode tree) {
        return tree.size() == 1 && tree.elements().next().isArray()
                ? tree.elements().next()
                : null;
    }

    private static String text(JsonNode value) {
        if (value.isArray()) {
            StringBuilder all = new StringBuilder();
            value.forEach(one -> all.append(all.isEmpty() ? "" : BETWEEN).append(text(one)));
            return all.toString();
        }
        if (value.isObject()) {
            return ADDRESSES.stream()
                    .filter(value::has)
                    .map(name -> value.get(name).asText())
                    .findFirst()
                    .orElseGet(value::toString);
        }
        return value.isNull() ? "" : value.asText();
    }
}
