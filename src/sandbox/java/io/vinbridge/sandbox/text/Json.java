package io.vinbridge.sandbox.text;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes maps, lists, texts, numbers and booleans as JSON, and reads objects that hold none but the last three. */
public final class Json {
    private static final Pattern MEMBER =
            Pattern.compile("\\s*\"([^\"\\\\]+)\"\\s*:\\s*(?:\"([^\"\\\\]*)\"|([-+.\\w]+))\\s*");

    private Json() {}

    public static String write(Object value) {
        StringBuilder out = new StringBuilder();
        write(value, out);
        return out.toString();
    }

    /** Reads a flat object; values come as text. Throws {@link IllegalArgumentException} for anything else. */
    public static Map<String, String> readFlat(String json) {
        String object = json.trim();
        if (!object.startsWith("{") || !object.endsWith("}")) {
            throw new IllegalArgumentException("Not a JSON object: " + json);
        }
        Map<String, String> members = new LinkedHashMap<>();
        String inside = object.substring(1, object.length() - 1);
        Matcher member = MEMBER.matcher(inside);
        int at = 0;
        while (!inside.substring(at).isBlank()) {
            if (!member.find(at) || member.start() != at) {
                throw new IllegalArgumentException("Not a flat JSON object: " + json);
            }
            members.put(member.group(1), member.group(2) == null ? member.group(3) : member.group(2));
            boolean more = member.end() < inside.length() && inside.charAt(member.end()) == ',';
            at = member.end() + (more ? 1 : 0);
        }
        return members;
    }

    private static void write(Object value, StringBuilder out) {
        if (value instanceof Map<?, ?> object) {
            writeObject(object, out);
        } else if (value instanceof List<?> array) {
            writeArray(array, out);
        } else if (value instanceof Number || value instanceof Boolean || value == null) {
            out.append(value);
        } else {
            writeText(value.toString(), out);
        }
    }

    private static void writeObject(Map<?, ?> object, StringBuilder out) {
        out.append('{');
        String separator = "";
        for (Map.Entry<?, ?> member : object.entrySet()) {
            out.append(separator);
            writeText(member.getKey().toString(), out);
            out.append(':');
            write(member.getValue(), out);
            separator = ",";
        }
        out.append('}');
    }

    private static void writeArray(List<?> array, StringBuilder out) {
        out.append('[');
        for (Iterator<?> items = array.iterator(); items.hasNext(); ) {
            write(items.next(), out);
            out.append(items.hasNext() ? "," : "");
        }
        out.append(']');
    }

    private static void writeText(String text, StringBuilder out) {
        out.append('"');
        for (int at = 0; at < text.length(); at++) {
            char character = text.charAt(at);
            if (character == '"' || character == '\\') {
                out.append('\\').append(character);
            } else if (character < ' ') {
                out.append(String.format("\\u%04x", (int) character));
            } else {
                out.append(character);
            }
        }
        out.append('"');
    }
}
