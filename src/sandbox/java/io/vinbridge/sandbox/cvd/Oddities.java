package io.vinbridge.sandbox.cvd;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Oddities of the JSON, for who reads tolerantly: numbers as texts, lists of one without the list, names in another
 * case, members that nobody knows. None unless set.
 */
public final class Oddities {
    private volatile boolean on;

    /** Whether answers are written oddly from now on. */
    public void on(boolean odd) {
        this.on = odd;
    }

    boolean set() {
        return on;
    }

    Object of(Object value) {
        return on ? odd(value, 0) : value;
    }

    private static Object odd(Object value, int depth) {
        if (value instanceof Map<?, ?> object) {
            Map<String, Object> odd = new LinkedHashMap<>();
            object.forEach((name, member) -> odd.put(renamed(name.toString(), depth), odd(member, depth + 1)));
            if (depth == 1) {
                odd.put("unheardOf", "of no matter");
            }
            return odd;
        }
        if (value instanceof List<?> list) {
            if (list.size() == 1 && depth % 2 == 0) {
                return odd(list.get(0), depth);
            }
            List<Object> odd = new ArrayList<>();
            list.forEach(one -> odd.add(odd(one, depth)));
            return odd;
        }
        return value instanceof Number ? value.toString() : value;
    }

    private static String renamed(String name, int depth) {
        return depth % 3 == 2 ? name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1) : name;
    }
}
