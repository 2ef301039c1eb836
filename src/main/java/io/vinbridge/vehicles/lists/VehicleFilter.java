package io.vinbridge.vehicles.lists;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Filter of a list of vehicles: conditions of SQL with their values. Words, the dealer's name, his status and stock
 * number, and free text are lexemes of one column, so that one index finds whatever is rare among them.
 */
public final class VehicleFilter {

    private static final Map<String, String> CONDITIONS = Map.ofEntries(
            Map.entry("make", "make_key = lower(:make)"),
            Map.entry("model", "model_key = lower(:model)"),
            Map.entry("year", "year_key = :year::smallint"),
            Map.entry("yearFrom", "year_key >= :yearFrom::smallint"),
            Map.entry("yearTo", "year_key <= :yearTo::smallint"),
            Map.entry("bodyType", "body_key = lower(:bodyType)"),
            Map.entry("priceFrom", "price >= :priceFrom"),
            Map.entry("priceTo", "price <= :priceTo"),
            Map.entry("mileageFrom", "mileage >= :mileageFrom"),
            Map.entry("mileageTo", "mileage <= :mileageTo"),
            Map.entry("tracked", "tracked = :tracked"),
            Map.entry(
                    "pictures",
                    "EXISTS (SELECT FROM galleries g WHERE g.style_id = vehicles.style_id AND g.names <> '{}') = :pictures"),
            Map.entry("changedSince", "changed_at >= :changedSince::timestamptz"));

    private final Map<String, Object> values = new LinkedHashMap<>();
    private final List<String> conditions = new ArrayList<>();
    private final List<String> lexemes = new ArrayList<>();
    private final List<String> names = new ArrayList<>();

    /** Narrows it by one of the conditions: make, model, year, yearFrom, yearTo and so on; null leaves it as it is. */
    public VehicleFilter with(String name, Object value) {
        if (value != null) {
            conditions.add(Objects.requireNonNull(CONDITIONS.get(name), name));
            values.put(name, value instanceof Instant at ? at.toString() : value);
            names.add(name);
        }
        return this;
    }

    /**
     * Narrows it by a word of a list, such as the body {@code suv}, or by the dealer, his status or stock number; null
     * leaves it.
     */
    public VehicleFilter worded(String name, String word) {
        if (word != null) {
            lexemes.add(quoted(name + ":" + word.toLowerCase(Locale.ROOT)));
            names.add(name);
        }
        return this;
    }

    /**
     * Narrows it to vehicles that have each word of a text, or one that begins with it, in year, make, model, trim,
     * stock number or VIN.
     */
    public VehicleFilter text(String text) {
        if (text != null) {
            Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1))
                    .filter(word -> !word.isEmpty())
                    .forEach(word -> lexemes.add(quoted("text:" + word) + ":*"));
            names.add("q");
        }
        return this;
    }

    private static String quoted(String lexeme) {
        return "'" + lexeme.replace("\\", "\\\\").replace("'", "''") + "'";
    }

    /** The condition on rows of {@code vehicles}, beginning with AND; empty for all. */
    String where() {
        StringBuilder where = new StringBuilder();
        conditions.forEach(condition -> where.append(" AND ").append(condition));
        if (!lexemes.isEmpty()) {
            where.append(" AND search @@ :search::tsquery");
        }
        return where.toString();
    }

    Map<String, Object> values() {
        Map<String, Object> all = new LinkedHashMap<>(values);
        if (!lexemes.isEmpty()) {
            all.put("search", String.join(" & ", lexemes));
        }
        return all;
    }

    /** True if it narrows nothing. */
    boolean all() {
        return names.isEmpty();
    }

    /** True if what it narrows by stands in an index that goes in that order. */
    boolean indexed(VehicleOrder order) {
        return switch (order.key()) {
            case MODEL -> Set.of("make", "model", "year", "bodyType").containsAll(names);
            case CHANGED ->
                Set.of("make", "model", "year", "bodyType", "changedSince").containsAll(names);
            case PRICE -> Set.of("priceFrom", "priceTo").containsAll(names);
            case MILEAGE -> Set.of("mileageFrom", "mileageTo").containsAll(names);
            case YEAR -> Set.of("year", "yearFrom", "yearTo").containsAll(names);
            case ADDED -> names.isEmpty();
        };
    }

    /** In words, for whoever is told that it takes too long. */
    String what() {
        return "The list of vehicles" + (names.isEmpty() ? "" : " by " + String.join(", ", names));
    }

    /** A bound that has no fraction is as good as one that has. */
    public VehicleFilter between(String name, BigDecimal from, BigDecimal to) {
        return with(name + "From", from).with(name + "To", to);
    }
}
