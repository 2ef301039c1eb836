package io.vinbridge.sandbox.catalog.features;

import io.vinbridge.sandbox.catalog.Style;
import io.vinbridge.sandbox.catalog.models.IdentifiedString;
import io.vinbridge.sandbox.catalog.models.Table;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** An equipment category as getCategoryDefinitions lists it; the type is null for most. */
public record Category(
        IdentifiedString group, IdentifiedString header, IdentifiedString category, IdentifiedString type, Fit fit)
        implements StyleFeature {

    private static final Set<String> POWERTRAIN =
            Set.of("Engine", "Fuel", "Drivetrain", "Transmission", "Forced Induction");
    private static final double USUAL_SHARE = 0.5;
    private static final List<Category> CATEGORIES = read();
    private static final Map<Integer, Category> BY_ID =
            CATEGORIES.stream().collect(Collectors.toMap(Category::id, Function.identity()));

    /** Every category, by id. */
    public static List<Category> all() {
        return CATEGORIES;
    }

    public static Category of(int id) {
        return BY_ID.get(id);
    }

    public int id() {
        return category.id();
    }

    @Override
    public boolean suits(Style style, double fullness) {
        return fit.suits(style, fullness);
    }

    /** True if the VIN tells it: engine, fuel, driven wheels, transmission and air bags. */
    public boolean toldByVin() {
        return type != null && (POWERTRAIN.contains(type.name()) || type.name().equals("Air Bags"));
    }

    /** True if the engine brings it. */
    public boolean toldByEngine() {
        return header.name().equals("Fuel System") || header.name().equals("Powertrain");
    }

    private static List<Category> read() {
        IdentifiedString.Register groups = new IdentifiedString.Register(1);
        IdentifiedString.Register headers = new IdentifiedString.Register(1);
        IdentifiedString.Register types = new IdentifiedString.Register(1);
        List<Table.Row> rows = Table.rows("categories");
        return IntStream.range(0, rows.size())
                .mapToObj(at -> of(at, rows.get(at), groups, headers, types))
                .toList();
    }

    private static Category of(
            int at,
            Table.Row row,
            IdentifiedString.Register groups,
            IdentifiedString.Register headers,
            IdentifiedString.Register types) {
        return new Category(
                groups.named(row.text("group")),
                headers.named(row.text("header")),
                new IdentifiedString(row.number("id"), row.text("category")),
                row.blank("type") ? null : types.named(row.text("type")),
                Fit.of("categories", at, row, POWERTRAIN.contains(row.text("type")) ? Fit.ALWAYS : USUAL_SHARE));
    }
}
