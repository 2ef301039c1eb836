package io.vinbridge.sandbox.catalog.features;

import io.vinbridge.sandbox.catalog.Style;
import io.vinbridge.sandbox.catalog.models.Draw;
import io.vinbridge.sandbox.catalog.models.Table;
import io.vinbridge.sandbox.catalog.models.Trait;
import java.util.Set;

/**
 * Condition of a row of an equipment table: it belongs to the styles that have all its traits, and of these to the
 * share that is drawn. The styles of a model and year draw alike, so that they differ by their traits alone.
 */
record Fit(Draw draw, Set<Trait> needed, double share) {

    /** A row that every style with its traits has. */
    static final double ALWAYS = 1000;

    /** Above this fullness rows are taken whose traits a style lacks, for else there would not be enough of them. */
    private static final double TRAITS_COUNT_TO = 1.5;

    static Fit of(String table, int row, Table.Row cells, double share) {
        return new Fit(Draw.of(table).with(row), Trait.of(cells.list("fits")), share);
    }

    /** Fullness multiplies the share: 1.0 is what an answer usually has, 3.0 about everything in the tables. */
    boolean suits(Style style, double fullness) {
        if (style.hasAll(needed)) {
            return share == ALWAYS || drawn(style).chance(share * fullness);
        }
        return fullness > TRAITS_COUNT_TO
                && share != ALWAYS
                && drawn(style).with(1).chance((fullness - TRAITS_COUNT_TO) / TRAITS_COUNT_TO);
    }

    private Draw drawn(Style style) {
        return draw.with(style.id().model().number());
    }
}
