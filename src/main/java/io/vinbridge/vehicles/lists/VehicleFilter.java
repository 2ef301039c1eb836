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
import java.util.stream.Collectors;

/**
 * Filter of a list of vehicles: conditions of SQL with their values. Words, the dealer's name, his status and stock
 * number, and free text are lexemes of one column, so that one index finds whatever is rare among them.
 */
public final class VehicleFilter {

    private static final Map<String, String> CONDITIONS = Map.ofEntries(
            Map.entry("make", "make_key = " + lower("make")),
            Map.entry("model", "model_key = " + lower("model")),
            Map.entry("year", "year_key = :year::smallint"),
            Map.entry("yearFrom", "year_key >= :yearFrom::smallint"),
            Map.entry("yearTo", "year_key <= :yearTo::smallint"),
            Map.entry("bodyType", "body_key = " + lower("bodyType")),
            Map.entry("priceFrom", "price >= :priceFrom"),
            Map.entry("priceTo", "price <= :priceTo"),
            Map.entry("mileageFrom", "mileage >= :mileageFrom"),
            Map.entry("mileageTo", "mileage <= :mileageTo"),
            Map.entry("tracked", "tracked = :tracked"),
            Map.entry(
                    "pictures",
                    "EXISTS (SELECT FROM galleries g WHERE g.style_id = vehicles.style_id AND g.names <> '{}') = :pictures"),
            Map.entry("changedSince", "changed_at >= :changedSince::timestamptz"));

    /** Their columns stand in the indexes by which lists are walked. */
    private static final Set<String> BESIDE = Set.of(
            "year",
            "yearFrom",
            "yearTo",
            "priceFrom",
            "priceTo",
            "mileageFrom",
            "mileageTo",
            "tracked",
            "changedSince");

    /** The columns that they compare, where those may lead in an order. */
    private static final Map<String, String> LEADING = Map.of(
            "make", "make_key",
            "year", "year_key",
            "yearFrom", "year_key",
            "yearTo", "year_key",
            "priceFrom", "price",
            "priceTo", "price",
            "mileageFrom", "mileage",
            "mileageTo", "mileage",
            "changedSince", "changed_at");

    private final WordSignature words = new WordSignature();
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
            words.add(name, value.toString());
        }
        return this;
    }

    /**
     * Narrows it by a word of a list, such as the body {@code suv}, or by the dealer, his status or stock number; null
     * leaves it.
     */
    public VehicleFilter worded(String name, String word) {
        if (word != null) {
            String lower = word.toLowerCase(Locale.ROOT);
            lexemes.add(quoted(name + ":" + lower));
            names.add(name);
            words.add(name, lower);
        }
        return this;
    }

    /**
     * Narrows it to vehicles that have each word of a text in year, make, model, trim, stock number or VIN. The last
     * may be the beginning of one, as while somebody types: of each beginning the index reads all that begin so,
     * millions of {@code m}, where it leaps over what has one word and not the others.
     */
    public VehicleFilter text(String text) {
        if (text != null) {
            List<String> searched = Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1))
                    .filter(word -> !word.isEmpty())
                    .map(word -> quoted("text:" + word))
                    .toList();
            for (int place = 0; place < searched.size(); place++) {
                lexemes.add(searched.get(place) + (place == searched.size() - 1 ? ":*" : ""));
            }
            names.add("q");
        }
        return this;
    }

    /** As the generated columns are, accents too; compared by another collation, no index of them would be used. */
    private static String lower(String parameter) {
        return "(lower(:" + parameter + " COLLATE words) COLLATE \"C\")";
    }

    private static String quoted(String lexeme) {
        return "'" + lexeme.replace("\\", "\\\\").replace("'", "''") + "'";
    }

    /** The condition on rows of {@code vehicles}, beginning with AND; empty for all. */
    String where() {
        return matching(":search::tsquery");
    }

    /** The same for a plan that is kept, in which the text is no constant: each row would read it anew. */
    String compared() {
        return matching("(SELECT :search::tsquery)");
    }

    private String matching(String text) {
        return conditions() + (lexemes.isEmpty() ? "" : " AND search @@ " + text);
    }

    /** The same with what else is known of such rows, so that an index finds them by all of it together. */
    String narrowed() {
        return conditions() + (narrow().isEmpty() ? "" : " AND search @@ :narrow::tsquery");
    }

    /** Conditions by which entries of an index are picked; others may fit too. */
    String beside() {
        StringBuilder beside = new StringBuilder();
        names.stream().filter(BESIDE::contains).forEach(name -> beside.append(" AND ")
                .append(CONDITIONS.get(name)));
        return beside.append(words.condition()).toString();
    }

    /**
     * Conditions that say from where to where an index that begins with some columns is walked. One value is a span
     * too: what is equal to something is no part of an order to the planner, who would then read and sort all.
     */
    String within(List<String> columns) {
        return names.stream()
                .filter(name -> columns.get(0).equals(LEADING.get(name)))
                .map(name -> Objects.requireNonNull(CONDITIONS.get(name), name))
                .map(condition -> condition.contains(" = ")
                        ? " AND " + condition.replace(" = ", " >= ") + " AND " + condition.replace(" = ", " <= ")
                        : " AND " + condition)
                .collect(Collectors.joining());
    }

    /** True if entries of an index say nearly as much as the vehicles themselves. */
    boolean covered() {
        return names.stream().allMatch(name -> BESIDE.contains(name) || WordSignature.has(name));
    }

    private String conditions() {
        return conditions.stream().map(condition -> " AND " + condition).collect(Collectors.joining());
    }

    /** Of plain words alone it is certain that the database parts them alike. */
    private List<String> narrow() {
        List<String> narrow = new ArrayList<>(lexemes);
        for (String name : List.of("make", "model", "year")) {
            String value = String.valueOf(values.getOrDefault(name, ""));
            if (value.matches("[A-Za-z0-9 -]+")) {
                Arrays.stream(value.toLowerCase(Locale.ROOT).split("[ -]+", -1))
                        .filter(word -> !word.isEmpty())
                        .forEach(word -> narrow.add(quoted("text:" + word)));
            }
        }
        if (values.get("bodyType") instanceof String type && type.matches("[ -~]+")) {
            narrow.add(quoted("bodytype:" + type.toLowerCase(Locale.ROOT)));
        }
        return narrow;
    }

    Map<String, Object> values() {
        Map<String, Object> all = new LinkedHashMap<>(values);
        all.putAll(words.values());
        all.put("search", String.join(" & ", lexemes));
        all.put("narrow", String.join(" & ", narrow()));
        return all;
    }

    /** True if it narrows nothing. */
    boolean all() {
        return names.isEmpty();
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
