package io.vinbridge.sandbox.catalog;

import io.vinbridge.sandbox.catalog.models.Draw;
import java.util.List;
import java.util.stream.IntStream;

/** Decoded VIN pattern: one style or several neighbours in one model's line-up. */
public record PatternDecode(VinPattern pattern, List<Style> styles) {

    /** Any one of the styles: what they have in common can be read off it. */
    public Style any() {
        return styles.get(0);
    }

    /**
     * The places in a line-up: one for three in five patterns, two to six for most of the others, up to eighteen for
     * some.
     */
    static IntStream places(VinPattern pattern, int lineUp) {
        Draw draw = Draw.of("candidates").with(pattern.text());
        int count = Math.min(wanted(draw), lineUp);
        int first = draw.with(2).below(lineUp - count + 1);
        return IntStream.range(first, first + count);
    }

    private static int wanted(Draw draw) {
        double share = draw.unit();
        if (share < 0.6) {
            return 1;
        }
        return share < 0.97 ? 2 + draw.with(1).below(5) : 7 + draw.with(1).below(12);
    }
}
