package io.vinbridge.vehicles.lists;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A stretch of a list, as statements of SQL: the vehicles that have something to go by, or those that have not, which
 * stand behind them.
 *
 * @param source what is walked in the order of the list, with a condition
 * @param vehicles what has all columns of vehicles, and those of the order
 * @param from the condition for where the stretch begins, beginning with AND
 * @param columns by which it is ordered
 * @param covered whether its index has what lists are filtered by
 */
record ListStretch(
        String source, String vehicles, String from, List<String> columns, boolean descending, boolean covered) {

    private static final String ALL = "vehicles";
    private static final String LISTED = "vehicles WHERE listed";
    private static final List<String> BESIDE =
            List.of("signature", "tracked", "price", "mileage", "year_key", "changed_at");

    /**
     * Only what is listed is looked up elsewhere, after the part is cut. Descriptions are looked up one by one: a kept
     * plan takes a page for a tenth of the list, and would read all of them first. Of a large offer, its smallest
     * members go before larger ones, such as a dealer's text, until they are 8 KB.
     */
    private static final String PART = """
            SELECT part.*, d.outcome, d.warnings, d.service, d.data_source, d.build, d.looked_at, d.version AS looks,
                d.looked_at < now() - :freshFor::interval OR (d.outcome = 'not-carried' AND part.document IS NOT NULL) AS stale
            FROM (SELECT vin, request_key, document, model_year, make, model, trim, body_type, drivetrain,
                    style_id, styles, created_at, changed_at, own_dealer, status, stock, price, own_price, mileage,
                    left(own::jsonb ->> 'currency', 50) AS currency,
                    make_key, model_key, year_key, stand_in_at, CASE WHEN document IS NULL THEN stand_in_edition END AS stand_in_edition,
                    CASE WHEN :cards AND document IS NULL THEN stand_in_card END AS stand_in_card,
                    CASE WHEN :cards AND opinion_of = document AND opinion_style IS NOT DISTINCT FROM style_id THEN opinion END AS opinion,
                    CASE WHEN octet_length(own) > 8192
                        THEN (SELECT json_object_agg(key, value ORDER BY place)::text FROM (
                            SELECT *, sum(octet_length(value::text)) OVER (ORDER BY octet_length(value::text), place) AS together
                            FROM json_each(own::json) WITH ORDINALITY AS said (key, value, place)) AS sized WHERE together <= 8192)
                        ELSE own
                    END AS own, %s AS warm_at
                FROM %s) AS part
            LEFT JOIN LATERAL (SELECT * FROM descriptions WHERE descriptions.request_key = part.request_key LIMIT 1) AS d ON true
            ORDER BY %s
            """;

    /**
     * Entries of an index are walked in the order of the list, and only what fits by its signature is read as a whole
     * and compared. As a CASE, that comparison leads the planner to no other index.
     */
    private static final String BY_WALK = """
            (SELECT found.*%1$s FROM (SELECT * FROM (SELECT %2$s FROM %3$s%4$s ORDER BY %5$s LIMIT :walked) AS walked WHERE true%6$s) AS entries
                CROSS JOIN LATERAL (SELECT * FROM vehicles WHERE vehicles.vin = entries.vin
                    AND CASE WHEN listed%7$s THEN true ELSE false END) AS found
             ORDER BY %8$s LIMIT :most) AS vehicles""";

    /**
     * Of a rare value, all are found by its index, and sorted; the planner, left to itself, walks where it takes it for
     * frequent.
     */
    private static final String BY_SORT = """
            (WITH matched AS MATERIALIZED (SELECT %1$s FROM %2$s WHERE listed%3$s%4$s)
             SELECT * FROM (SELECT vin FROM matched ORDER BY %5$s LIMIT :most) AS first JOIN %2$s USING (vin)) AS vehicles""";

    /** Those that have something to go by; {@code begun} where they begin behind a vehicle. */
    static ListStretch of(VehicleOrder order, boolean begun) {
        VehicleOrder.Key key = order.key();
        String there = key.mayLack() ? " AND " + key.columns().get(0) + " IS NOT NULL" : "";
        String from = (begun ? order.after() : "") + there;
        return key == VehicleOrder.Key.SEEN
                ? new ListStretch(
                        "vehicle_reads WHERE true",
                        "(vehicles JOIN vehicle_reads USING (vin))",
                        from,
                        key.columns(),
                        order.descending(),
                        false)
                : new ListStretch(LISTED, ALL, from, key.columns(), order.descending(), true);
    }

    /** Those that have nothing to go by, by VIN. With the column before it, an index has that order. */
    static ListStretch lacking(VehicleOrder.Key key) {
        String behind = " AND vin > :afterVin";
        return key == VehicleOrder.Key.SEEN
                ? new ListStretch(
                        LISTED,
                        ALL,
                        " AND NOT EXISTS (SELECT FROM vehicle_reads r WHERE r.vin = vehicles.vin)" + behind,
                        List.of("vin"),
                        false,
                        false)
                : new ListStretch(
                        LISTED, ALL, " AND " + key.columns().get(0) + " IS NULL" + behind, key.columns(), false, true);
    }

    /** True if each entry is a vehicle of the list, where nothing is filtered. */
    boolean exact() {
        return source.equals(LISTED);
    }

    /** Walks {@code :walked} entries at most, until {@code :most} are found. */
    String walk(VehicleFilter filter) {
        Set<String> entry = new LinkedHashSet<>(columns);
        entry.add("vin");
        if (covered) {
            entry.addAll(BESIDE);
        }
        return part(BY_WALK.formatted(
                seen() ? ", entries.warm_at" : "",
                String.join(", ", entry),
                source,
                from + (covered ? filter.within(columns) : ""),
                orderBy(""),
                covered ? filter.beside() : "",
                filter.compared(),
                orderBy("entries.")));
    }

    /** Finds all that the filter finds, and sorts them. */
    String sort(VehicleFilter filter) {
        return part(BY_SORT.formatted(String.join(", ", columns), vehicles, from, filter.narrowed(), orderBy("")));
    }

    private String part(String rows) {
        return PART.formatted(seen() ? "warm_at" : "NULL::timestamptz", rows, orderBy("part."));
    }

    private boolean seen() {
        return !vehicles.equals(ALL);
    }

    private String orderBy(String prefix) {
        return columns.stream()
                .map(column -> prefix + column + (descending ? " DESC" : ""))
                .collect(Collectors.joining(", "));
    }
}
