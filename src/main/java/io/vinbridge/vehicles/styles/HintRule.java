package io.vinbridge.vehicles.styles;

import io.vinbridge.chromedata.description.Style;
import java.util.function.ToIntFunction;

/**
 * One hint, ready to be held against styles.
 *
 * @param hint its name in the API, such as {@code trim}
 * @param value what the caller gave
 * @param weight how much the hint speaks for a style; zero where it speaks against it
 */
record HintRule(String hint, String value, ToIntFunction<Style> weight) {

    int weightFor(Style style) {
        return weight.applyAsInt(style);
    }
}
