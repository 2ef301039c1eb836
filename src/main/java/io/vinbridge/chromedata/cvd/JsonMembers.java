package io.vinbridge.chromedata.cvd;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Members of one JSON object, by name in any case. Whatever is asked for is given as what it should be, or as null
 * where it is absent or something else; what is something else, and what nobody asked for, is counted by its path.
 */
public final class JsonMembers {

    private final JsonMembers parent;
    private final String name;
    private final JsonNode object;
    private final Set<String> taken = new HashSet<>();
    private final UnreadMembers unread;

    private JsonMembers(JsonMembers parent, String name, JsonNode object, UnreadMembers unread) {
        this.parent = parent;
        this.name = name;
        this.object = object;
        this.unread = unread;
    }

    /** Hands an object's members over, and counts what was not asked for. */
    public static void read(JsonNode object, UnreadMembers unread, Consumer<JsonMembers> reader) {
        JsonMembers members = new JsonMembers(null, "", object, unread);
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
        return (node == null || !node.isBoolean()) ? null : Boolean.valueOf(node.booleanValue());
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

    /** Whether nothing of a list was passed over as it was read, so that it may be paired with another. */
    boolean wholly(String name, List<?> read) {
        JsonNode node = node(name);
        return read.size() == (node == null ? 0 : node.isArray() ? node.size() : 1);
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
                JsonMembers inside = new JsonMembers(this, name, node, unread);
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
        taken.addAll(Arrays.asList(names));
    }

    private Iterable<JsonNode> many(String name) {
        JsonNode node = node(name);
        return node == null ? List.of() : node.isArray() ? node : List.of(node);
    }

    /** By its own spelling first, which is nearly always right. */
    private JsonNode node(String name) {
        taken.add(name);
        JsonNode node = object.get(name);
        if (node == null) {
            node = object.get(spelling(name));
        }
        return node == null || node.isNull() ? null : node;
    }

    private String spelling(String name) {
        for (Iterator<String> names = object.fieldNames(); names.hasNext(); ) {
            String written = names.next();
            if (written.equalsIgnoreCase(name)) {
                return written;
            }
        }
        return name;
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
        for (Iterator<String> names = object.fieldNames(); names.hasNext(); ) {
            String written = names.next();
            if (!taken.contains(written) && taken.stream().noneMatch(written::equalsIgnoreCase)) {
                unread.note(at(written));
            }
        }
    }

    /** Path of a member as the answer spells it; made only where there is something to tell. */
    private String at(String member) {
        String spelled = spelling(member);
        return parent == null ? spelled : parent.at(name) + "[]." + spelled;
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
