package io.vinbridge.sandbox.catalog.features;

import io.vinbridge.sandbox.catalog.Style;
import io.vinbridge.sandbox.catalog.models.Draw;
import io.vinbridge.sandbox.catalog.models.IdentifiedString;
import io.vinbridge.sandbox.catalog.models.Table;
import java.util.List;
import java.util.stream.IntStream;

/** A piece of standard equipment: a sentence under a header, and the categories that it belongs to. */
public record Standard(IdentifiedString header, Phrase sentence, List<Category> categories, Fit fit, boolean removable)
        implements StyleFeature {

    private static final double USUAL_SHARE = 0.55;
    private static final List<Standard> STANDARDS = read();

    /** Every sentence, in the order of the table. */
    public static List<Standard> all() {
        return STANDARDS;
    }

    @Override
    public boolean suits(Style style, double fullness) {
        return fit.suits(style, fullness);
    }

    /** True if the sentence differs from style to style. */
    public boolean ownToStyle() {
        return sentence.own();
    }

    public String description(Style style) {
        return sentence.of(style);
    }

    private static List<Standard> read() {
        IdentifiedString.Register headers = new IdentifiedString.Register(1156);
        List<Table.Row> rows = Table.rows("standards");
        return IntStream.range(0, rows.size())
                .mapToObj(at -> of(at, rows.get(at), headers))
                .toList();
    }

    private static Standard of(int at, Table.Row row, IdentifiedString.Register headers) {
        Phrase sentence = new Phrase(row.text("description"));
        return new Standard(
                headers.named(row.text("header")),
                sentence,
                row.list("categories").stream()
                        .map(id -> Category.of(Integer.parseInt(id)))
                        .toList(),
                Fit.of("standards", at, row, sentence.own() ? Fit.ALWAYS : USUAL_SHARE),
                !sentence.own() && Draw.of("removable").with(at).chance(0.4));
    }
}
