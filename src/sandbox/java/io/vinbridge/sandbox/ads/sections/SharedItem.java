package io.vinbridge.sandbox.ads.sections;

import io.vinbridge.sandbox.catalog.Style;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A thing of a description with the styles that have it. */
record SharedItem<T>(T thing, List<Style> styles) {

    /** Things of the styles, each once, in the order in which they are met. */
    static <T> List<SharedItem<T>> among(List<Style> styles, Function<Style, List<T>> having, Function<T, String> key) {
        Map<String, SharedItem<T>> byKey = new LinkedHashMap<>();
        for (Style style : styles) {
            for (T thing : having.apply(style)) {
                byKey.computeIfAbsent(key.apply(thing), unseen -> new SharedItem<>(thing, new ArrayList<>(1)))
                        .styles()
                        .add(style);
            }
        }
        return List.copyOf(byKey.values());
    }

    /** The values of the styles, each once. */
    static List<SharedItem<String>> byValue(List<Style> styles, Function<Style, String> value) {
        return styles.size() == 1
                ? List.of(new SharedItem<>(value.apply(styles.get(0)), styles))
                : among(styles, style -> List.of(value.apply(style)), Function.identity());
    }

    /** Any one of the styles. */
    Style any() {
        return styles.get(0);
    }
}
