package io.vinbridge.vehicles.documents;

import com.fasterxml.jackson.databind.JsonNode;
import io.vinbridge.changes.FieldChange;
import io.vinbridge.vehicles.CanonicalJson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The fields in which two documents differ. Entries of a list are told apart by their own number or code, so that one
 * more option at the front is one change and not a hundred.
 */
public final class DocumentDifferences {

    private static final List<String> IDENTITIES =
            List.of("id", "code", "oemCode", "chromeCode", "titleId", "categoryId");

    /** The name under which it stands how many differences are left out; no field of a document is called that. */
    static final String LEFT_OUT = "...";

    private final List<FieldChange> found = new ArrayList<>();
    private final int most;
    private int leftOut;

    private DocumentDifferences(int most) {
        this.most = most;
    }

    /**
     * At most so many differences, in the order of their names; where there are more, the last entry says how many are
     * left out.
     */
    public static List<FieldChange> between(Document before, Document after, int most) {
        DocumentDifferences differences = new DocumentDifferences(most);
        differences.compare(
                "",
                CanonicalJson.read(before.content(), JsonNode.class),
                CanonicalJson.read(after.content(), JsonNode.class));
        if (differences.leftOut > 0) {
            differences.found.add(new FieldChange(LEFT_OUT, null, differences.leftOut));
        }
        return differences.found;
    }

    private void compare(String path, JsonNode before, JsonNode after) {
        if (before.equals(after)) {
            return;
        }
        if (before.isObject() && after.isObject()) {
            compareMembers(path, members(before), members(after));
        } else if (before.isArray() && after.isArray()) {
            compareMembers(path, entries(before), entries(after));
        } else if (found.size() >= most) {
            leftOut++;
        } else {
            found.add(new FieldChange(path, value(before), value(after)));
        }
    }

    private void compareMembers(String path, Map<String, JsonNode> before, Map<String, JsonNode> after) {
        TreeSet<String> names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        for (String name : names) {
            String inside = path.isEmpty() || name.startsWith("[") ? path + name : path + "." + name;
            compare(inside, orMissing(before.get(name)), orMissing(after.get(name)));
        }
    }

    private static Map<String, JsonNode> members(JsonNode object) {
        Map<String, JsonNode> members = new LinkedHashMap<>();
        object.properties().forEach(member -> members.put(member.getKey(), member.getValue()));
        return members;
    }

    /** Equal identities in one list are counted, so that no entry hides another. */
    private static Map<String, JsonNode> entries(JsonNode array) {
        Map<String, JsonNode> entries = new LinkedHashMap<>();
        for (JsonNode entry : array) {
            String identity = identity(entry);
            String name = "[" + identity + "]";
            for (int again = 2; entries.containsKey(name); again++) {
                name = "[" + identity + "#" + again + "]";
            }
            entries.put(name, entry);
        }
        return entries;
    }

    private static String identity(JsonNode entry) {
        for (String identity : IDENTITIES) {
            JsonNode value = entry.path(identity);
            if (value.isValueNode() && !value.isNull()) {
                return value.asText();
            }
        }
        JsonNode name = entry.path("description").isTextual() ? entry.path("description") : entry.path("name");
        return name.isTextual() ? name.asText() : entry.isValueNode() ? entry.asText() : "";
    }

    private static JsonNode orMissing(JsonNode node) {
        return node == null ? com.fasterxml.jackson.databind.node.MissingNode.getInstance() : node;
    }

    private static Object value(JsonNode node) {
        return node.isMissingNode() ? null : node;
    }
}
