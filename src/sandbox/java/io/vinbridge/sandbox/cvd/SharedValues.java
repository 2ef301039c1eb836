package io.vinbridge.sandbox.cvd;

import io.vinbridge.sandbox.catalog.Style;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Values of styles, each with the numbers of the styles that have it. */
final class SharedValues {

    private SharedValues() {}

    /** By value, in the order in which they are met. */
    static <T> Map<T, List<Integer>> byValue(List<Style> styles, Function<Style, List<T>> values) {
        Map<T, List<Integer>> byValue = new LinkedHashMap<>();
        for (Style style : styles) {
            for (T value : values.apply(style)) {
                byValue.computeIfAbsent(value, first -> new ArrayList<>())
                        .add(style.id().number());
            }
        }
        return byValue;
    }

    /** Members of an object, in their order; those without a value are left out. */
    static Map<String, Object> object(Object... namesAndValues) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int at = 0; at < namesAndValues.length; at += 2) {
            if (namesAndValues[at + 1] != null) {
                object.put((String) namesAndValues[at], namesAndValues[at + 1]);
            }
        }
        return object;
    }

    /** The entry of a thing's member {@code styles}. */
    static List<Object> styles(List<Integer> ids, String cause, boolean standard) {
        return List.of(object("styleIds", ids, "installCause", cause, "isStandard", standard));
    }
}
