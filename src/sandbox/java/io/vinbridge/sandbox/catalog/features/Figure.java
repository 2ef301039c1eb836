package io.vinbridge.sandbox.catalog.features;

import io.vinbridge.sandbox.catalog.Style;
import io.vinbridge.sandbox.catalog.models.Draw;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/** Source of a specification's value: it is the style's own, or drawn from a span of numbers or from several texts. */
interface Figure {

    /** The value for a style; styles that are to agree in it come with the same draw. */
    String of(Style style, Draw draw);

    /**
     * Reads a cell: {@code {...}} is the style's own, {@code a..b by c} a span of numbers, else texts parted by
     * semicolons.
     */
    static Figure read(String cell) {
        if (cell.startsWith("{")) {
            Phrase phrase = new Phrase(cell);
            return (style, draw) -> phrase.of(style);
        }
        int dots = cell.indexOf("..");
        int by = cell.indexOf(" by ");
        return by < 0
                ? oneOf(Stream.of(cell.split(";", -1)).map(String::trim).toList())
                : span(cell.substring(0, dots), cell.substring(dots + 2, by), cell.substring(by + 4));
    }

    private static Figure oneOf(List<String> texts) {
        return (style, draw) -> draw.from(texts);
    }

    private static Figure span(String first, String last, String step) {
        BigDecimal by = new BigDecimal(step);
        BigDecimal start = new BigDecimal(first).setScale(by.scale());
        int steps =
                new BigDecimal(last).subtract(start).divideToIntegralValue(by).intValueExact();
        return (style, draw) -> start.add(by.multiply(BigDecimal.valueOf(draw.below(steps + 1))))
                .toPlainString();
    }
}
