package io.vinbridge.chromedata.cvd;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Members of one JSON object, by name in any case. Whatever is asked for is given as what it should be, or as null where it is absent or
 * something else; what is something else, and what nobody asked for, is counted by its path.
 */
public final class JsonMembers {

    private final String path;
    private final Map<String, JsonNode> members = new HashMap<>();
    private final Map<String, String> spelling = new HashMap<>();
    private final Set<String> taken = new HashSet<>();
    private final UnreadMembers unread;

    private JsonMembers(String path, JsonNode object, UnreadMembers unread) {
        this.path = path;
        this.unread = unread;
        object.properties().forEach(member -> {
            String name = member.getKey().toLowerCase(Locale.ROOT);
            if (members.putIfAbsent(name, member.getValue()) == null) {
                spelling.put(name, member.getKey());
            } else {
                unread.note(at(member.getKey()));
            }
        });
    }

    /** Hands an object's members over, and counts what was not asked for. */
    public static void read(JsonNode object, UnreadMembers unread, Consumer<JsonMembers> reader) {
        JsonMembers members = new JsonMembers("", object, unread);
        reader.accept(members);
        members.count();
    }

    /** Whether there is such a member that is not null. */
    public boolean has(String name) {
        return node(name) != null;
    }

    /** The text, trimmed, or a number as it is written; null where there is none. */
    public String text(String name) {
        return text(name, node(name));
    }

    /** The number, without trailing zeros; null where there is none, or none that is certain. */
    public BigDecimal number(String name) {
        JsonNode node = node(name);
        return node == null ? null : kept(name, node, JsonNumber.decimal(node));
    }

    /** The whole number; null where there is none, or where it is a broken one. */
    public Integer whole(String name) {
        JsonNode node = node(name);
        return node == null ? null : kept(name, node, JsonNumber.whole(node));
    }

    /** The truth, where it is written as one; null for anything else, which is no matter. */
    Boolean truth(String name) {
        JsonNode node = node(name);
        return node == null || !node.isBoolean() ? null : Boolean.valueOf(node.booleanValue());
    }

    /** The truth; null where there is none. */
    public Boolean flag(String name) {
        JsonNode node = node(name);
        return node == null ? null : kept(name, node, truth(node));
    }

    /** The whole numbers of a list, or the one that stands in its place. */
    public List<Integer> wholes(String name) {
        List<Integer> found = new ArrayList<>();
        for (JsonNode node : many(name)) {
            Integer whole = kept(name, node, JsonNumber.whole(node));
            if (whole != null) {
                found.add(whole);
            }
        }
        return found;
    }

    /** The texts of a list, or the one that stands in its place. */
    public List<String> texts(String name) {
        List<String> found = new ArrayList<>();
        for (JsonNode node : many(name)) {
            String text = text(name, node);
            if (text != null) {
                found.add(text);
            }
        }
        return found;
    }

    /** Hands over each object of a list, or the one that stands in its place. */
    public void each(String name, Consumer<JsonMembers> reader) {
        eachOrNumber(name, reader, null);
    }

    /** The same, of a list that may hold whole numbers in the place of objects. */
    public void eachOrNumber(String name, Consumer<JsonMembers> reader, Consumer<Integer> numbers) {
        for (JsonNode node : many(name)) {
            Integer number = numbers == null ? null : JsonNumber.whole(node);
            if (number != null) {
                numbers.accept(number);
            } else if (node.isObject()) {
                JsonMembers inside = new JsonMembers(at(name) + "[].", node, unread);
                reader.accept(inside);
                inside.count();
            } else if (!node.isNull()) {
                unread.note(at(name) + "[] (" + kind(node) + ")");
            }
        }
    }

    /** The same, of a list that may hold texts in the place of objects. */
    void eachOrText(String name, Consumer<String> texts, Consumer<JsonMembers> reader) {
        for (JsonNode node : many(name)) {
            if (node.isTextual()) {
                texts.accept(node.textValue().trim());
            }
        }
        JsonNode node = node(name);
        if (node != null && !allTexts(node)) {
            each(name, reader);
        }
    }

    private static boolean allTexts(JsonNode node) {
        if (!node.isArray()) {
            return node.isTextual();
        }
        for (JsonNode one : node) {
            if (!one.isTextual()) {
                return false;
            }
        }
        return true;
    }

    /** Passes over members that are known, and of which nothing is kept. */
    public void skip(String... names) {
        for (String name : names) {
            taken.add(name.toLowerCase(Locale.ROOT));
        }
    }

    private Iterable<JsonNode> many(String name) {
        JsonNode node = node(name);
        return node == null ? List.of() : node.isArray() ? node : List.of(node);
    }

    private JsonNode node(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        taken.add(lower);
        JsonNode node = members.get(lower);
        return node == null || node.isNull() ? null : node;
    }

    private String text(String name, JsonNode node) {
        if (node == null
                || node.isNull()
                || (node.isTextual() && node.textValue().isBlank())) {
            return null;
        }
        if (node.isNumber()) {
            BigDecimal number = JsonNumber.decimal(node);
            return kept(name, node, number == null ? null : number.toPlainString());
        }
        return kept(name, node, node.isTextual() ? node.textValue().trim() : null);
    }

    /** What could not be read is counted; what is there and says nothing is not. */
    private <T> T kept(String name, JsonNode node, T value) {
        boolean nothing = node.isNull() || (node.isTextual() && node.textValue().isBlank());
        if (value == null && !nothing) {
            unread.note(at(name) + " (" + kind(node) + ")");
        }
        return value;
    }

    private void count() {
        members.keySet().stream()
                .filter(name -> !taken.contains(name))
                .forEach(name -> unread.note(at(spelling.get(name))));
    }

    private String at(String name) {
        return path + spelling.getOrDefault(name.toLowerCase(Locale.ROOT), name);
    }

    private static Boolean truth(JsonNode node) {
        if (node.isBoolean()) {
            return node.booleanValue();
        }
        return switch (node.asText("").trim().toLowerCase(Locale.ROOT)) {
            case "true", "y", "yes", "1" -> Boolean.TRUE;
            case "false", "n", "no", "0" -> Boolean.FALSE;
            default -> null;
        };
    }

    private static String kind(JsonNode node) {
        return node.getNodeType().name().toLowerCase(Locale.ROOT);
    }
}
