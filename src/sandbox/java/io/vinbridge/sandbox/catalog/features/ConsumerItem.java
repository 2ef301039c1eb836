package io.vinbridge.sandbox.catalog.features;

import io.vinbridge.sandbox.catalog.Style;
import io.vinbridge.sandbox.catalog.models.IdentifiedString;
import io.vinbridge.sandbox.catalog.models.Table;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A piece of consumer information: a recall, a crash test, an award or a warranty. The condition is empty where there
 * is none.
 */
public record ConsumerItem(IdentifiedString type, String name, String condition, List<String> values, Fit fit)
        implements StyleFeature {

    private static final double USUAL_SHARE = 0.7;
    private static final List<ConsumerItem> ITEMS = read();

    /** Every item, those of one type beside each other. */
    public static List<ConsumerItem> all() {
        return ITEMS;
    }

    @Override
    public boolean suits(Style style, double fullness) {
        return fit.suits(style, fullness);
    }

    public String value(Style style) {
        return fit.draw().with(style.id().model().number()).with(1).from(values);
    }

    private static List<ConsumerItem> read() {
        IdentifiedString.Register types = new IdentifiedString.Register(1);
        List<Table.Row> rows = Table.rows("consumer-information");
        return IntStream.range(0, rows.size())
                .mapToObj(at -> of(at, rows.get(at), types))
                .toList();
    }

    private static ConsumerItem of(int at, Table.Row row, IdentifiedString.Register types) {
        return new ConsumerItem(
                types.named(row.text("type")),
                row.text("name"),
                row.text("condition"),
                row.list("values", ";"),
                Fit.of("consumer information", at, row, USUAL_SHARE));
    }
}
