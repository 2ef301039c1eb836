package io.vinbridge.sandbox.catalog.features;

import io.vinbridge.sandbox.catalog.Style;
import io.vinbridge.sandbox.catalog.models.Draw;
import io.vinbridge.sandbox.catalog.models.IdentifiedString;
import io.vinbridge.sandbox.catalog.models.Table;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.IntStream;

/** A technical specification with a title; the unit is empty where there is none. */
public record Specification(
        IdentifiedString group, IdentifiedString header, IdentifiedString title, String unit, Figure figure, Fit fit)
        implements StyleFeature {

    /** The titles that an answer has without ShowExtendedTechnicalSpecifications (ChromeData on the wire, 1.3). */
    private static final Set<Integer> BASIC = Set.of(10, 304, 305, 306);

    private static final double USUAL_SHARE = 0.66;
    private static final List<Specification> SPECIFICATIONS = read();

    /** Every specification, the basic ones first. */
    public static List<Specification> all() {
        return SPECIFICATIONS;
    }

    public boolean basic() {
        return BASIC.contains(title.id());
    }

    @Override
    public boolean suits(Style style, double fullness) {
        return fit.suits(style, fullness);
    }

    /** The value for a style; styles of one model and body agree in what is drawn. */
    public String value(Style style) {
        Draw draw = Draw.of("specification")
                .with(title.id())
                .with(style.id().model().number())
                .with(style.body().place());
        return figure.of(style, draw);
    }

    /** The value as a number, where it is one. */
    public static OptionalDouble numeric(String value) {
        boolean number = !value.isEmpty();
        for (int at = 0; at < value.length() && number; at++) {
            number = Character.isDigit(value.charAt(at)) || value.charAt(at) == '.';
        }
        return number ? OptionalDouble.of(Double.parseDouble(value)) : OptionalDouble.empty();
    }

    private static List<Specification> read() {
        IdentifiedString.Register groups = new IdentifiedString.Register(1);
        IdentifiedString.Register headers = new IdentifiedString.Register(1);
        List<Table.Row> rows = Table.rows("specifications");
        return IntStream.range(0, rows.size())
                .mapToObj(at -> of(at, rows.get(at), groups, headers))
                .toList();
    }

    private static Specification of(
            int at, Table.Row row, IdentifiedString.Register groups, IdentifiedString.Register headers) {
        int id = row.number("id");
        return new Specification(
                groups.named(row.text("group")),
                headers.named(row.text("header")),
                new IdentifiedString(id, row.text("title")),
                row.text("unit"),
                Figure.read(row.text("value")),
                Fit.of("specifications", at, row, row.text("value").startsWith("{") ? Fit.ALWAYS : USUAL_SHARE));
    }
}
