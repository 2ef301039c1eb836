package io.vinbridge.api.representation;

import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/**
 * Cursor of keyset pagination: the place where the next page of a list begins. It is opaque to callers, and good for
 * the same list only.
 */
public final class PageCursor {

    private static final String BETWEEN = "\u001f";

    private PageCursor() {}

    /** Null for null: there is no next part. */
    public static String write(String list, List<String> keys) {
        if (keys == null) {
            return null;
        }
        String text = list + BETWEEN + String.join(BETWEEN, keys);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Null for null: the list begins at its beginning.
     *
     * @throws Failure if it is no cursor of this list with so many keys
     */
    public static List<String> read(String list, String cursor, int keys) {
        if (cursor == null) {
            return null;
        }
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            List<String> parts = List.of(text.split(BETWEEN, -1));
            if (parts.size() == keys + 1 && parts.get(0).equals(list)) {
                return parts.subList(1, parts.size());
            }
        } catch (IllegalArgumentException notBase64) {
            // Falls through: it is no cursor, whatever else it is.
        }
        throw none();
    }

    /** The number that is the only key of a list's cursor; {@code first} where the list begins at its beginning. */
    public static long readNumber(String list, String cursor, long first) {
        List<String> keys = read(list, cursor, 1);
        return keys == null ? first : number(keys.get(0));
    }

    /**
     * A key that is a number.
     *
     * @throws Failure if it is none
     */
    public static long number(String key) {
        try {
            return Long.parseLong(key);
        } catch (NumberFormatException e) {
            throw none();
        }
    }

    private static Failure none() {
        return new Failure(Reason.INVALID_REQUEST, "Parameter cursor is none that this list gave");
    }
}
