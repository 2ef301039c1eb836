package io.vinbridge.vehicles.lists;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * An order of a list of vehicles, to be walked by keys.
 *
 * @param key what it goes by
 * @param descending whether the greatest comes first
 */
public record VehicleOrder(Key key, boolean descending) {

    /** Columns that a list goes by; the last tells vehicles apart. */
    public enum Key {
        MODEL(List.of("make_key", "model_key", "year_key", "vin"), List.of("", "", "::smallint", ""), false),
        YEAR(List.of("year_key", "make_key", "model_key", "vin"), List.of("::smallint", "", "", ""), false),
        PRICE(List.of("price", "vin"), List.of("::numeric", ""), true),
        MILEAGE(List.of("mileage", "vin"), List.of("::numeric", ""), true),
        CHANGED(List.of("changed_at", "vin"), List.of("::timestamptz", ""), false),
        ADDED(List.of("created_at", "vin"), List.of("::timestamptz", ""), false),
        SEEN(List.of("warm_at", "vin"), List.of("::timestamptz", ""), true);

        @SuppressWarnings("ImmutableEnumChecker") // of List.of
        private final List<String> columns;

        @SuppressWarnings("ImmutableEnumChecker") // of List.of
        private final List<String> casts;

        private final boolean mayLack;

        Key(List<String> columns, List<String> casts, boolean mayLack) {
            this.columns = columns;
            this.casts = casts;
            this.mayLack = mayLack;
        }

        List<String> columns() {
            return columns;
        }

        /** How many keys a cursor has. */
        public int size() {
            return columns.size();
        }

        /** True if vehicles may have nothing to go by; those come last, whichever way the list goes. */
        boolean mayLack() {
            return mayLack;
        }
    }

    /** An order by its word: a key, such as {@code price}, or with a minus before it the other way round. */
    public static VehicleOrder of(String word) {
        boolean descending = word.startsWith("-");
        return new VehicleOrder(
                Key.valueOf((descending ? word.substring(1) : word).toUpperCase(Locale.ROOT)), descending);
    }

    /** As a cursor names it. */
    public String name() {
        return (descending ? "-" : "") + key.name().toLowerCase(Locale.ROOT);
    }

    /** The condition for what comes after the keys of the last vehicle. */
    String after() {
        String given = IntStream.range(0, key.columns.size())
                .mapToObj(place -> ":after" + place + key.casts.get(place))
                .collect(Collectors.joining(", "));
        return " AND (" + String.join(", ", key.columns) + ") " + (descending ? "<" : ">") + " (" + given + ")";
    }

    Map<String, Object> values(List<String> after) {
        return IntStream.range(0, after.size()).boxed().collect(Collectors.toMap(place -> "after" + place, after::get));
    }
}
