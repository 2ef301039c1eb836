package io.vinbridge.stock.reading;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Line made of a tree: its members flat, each under the name next to its value; of two that are called alike, the outer
 * one counts.
 */
final class TreeLine {

    /** Between the addresses of photos and alike, which are a list in a tree and one cell in a table. */
    private static final String BETWEEN = " | ";

    private static final List<String> ADDRESSES = List.of("url", "href", "src", "link", "");

    /** Names of the value in an object that has its unit or currency beside it; empty of an element's text. */
    private static final List<String> VALUES = List.of("", "value", "amount");

    private static final Set<String> UNITS = Set.of("unit", "units", "uom");

    private TreeLine() {}

    static SourceLine of(long number, JsonNode tree) {
        Map<String, JsonNode> flat = new LinkedHashMap<>();
        if (tree.isTextual() || bare(tree)) {
            flat.put("vin", tree);
        } else if (tree.isObject()) {
            spread(tree, flat);
        }
        List<String> cells = flat.values().stream().map(TreeLine::text).toList();
        Set<Integer> decimals = new HashSet<>();
        int place = 0;
        for (JsonNode value : flat.values()) {
            if (value.isFloatingPointNumber()) {
                decimals.add(place);
            }
            place++;
        }
        return new SourceLine(number, List.copyOf(flat.keySet()), cells, decimals, tree);
    }

    /** Whether it is an element with nothing but a text. */
    private static boolean bare(JsonNode tree) {
        return tree.isObject() && tree.size() == 1 && tree.has("");
    }

    private static void spread(JsonNode tree, Map<String, JsonNode> flat) {
        tree.properties().forEach(member -> {
            JsonNode value = measured(member.getValue());
            if (!value.isObject()) {
                flat.putIfAbsent(member.getKey(), value);
            }
        });
        tree.properties().forEach(member -> {
            if (member.getValue() instanceof ObjectNode inner) {
                if (list(inner) == null) {
                    spread(beside(member.getKey(), inner), flat);
                } else {
                    flat.putIfAbsent(member.getKey(), list(inner));
                }
            }
        });
    }

    /**
     * The value of an object that is a value and what belongs to it, as an amount and its currency; else the object.
     */
    private static JsonNode measured(JsonNode tree) {
        return VALUES.stream()
                .map(tree::get)
                .filter(value -> value != null && value.isValueNode())
                .findFirst()
                .orElse(tree);
    }

    /** What is beside the value of such an object; a unit is that of what the object is about. */
    private static ObjectNode beside(String name, ObjectNode tree) {
        if (measured(tree).isObject()) {
            return tree;
        }
        ObjectNode beside = tree.objectNode();
        tree.properties().stream()
                .filter(member -> !VALUES.contains(member.getKey()))
                .forEach(member -> beside.set(
                        UNITS.contains(member.getKey().toLowerCase(Locale.ROOT)) ? name + " unit" : member.getKey(),
                        member.getValue()));
        return beside;
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
