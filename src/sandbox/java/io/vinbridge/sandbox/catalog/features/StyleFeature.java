package io.vinbridge.sandbox.catalog.features;

import io.vinbridge.sandbox.catalog.Style;
import java.util.ArrayList;
import java.util.List;

/** Something that some styles have and others have not. */
public interface StyleFeature {

    /** True if the style has it; fullness is how much a style has at all, 1.0 for the usual amount. */
    boolean suits(Style style, double fullness);

    /** Styles of these that have it. */
    default List<Style> among(List<Style> styles, double fullness) {
        if (styles.size() == 1) {
            return suits(styles.get(0), fullness) ? styles : List.of();
        }
        List<Style> having = new ArrayList<>(styles.size());
        for (Style style : styles) {
            if (suits(style, fullness)) {
                having.add(style);
            }
        }
        return having;
    }
}
