package io.vinbridge.vehicles.lists;

import io.vinbridge.database.ListQueries;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Counts of the vehicles of a list by the values of their facets, over the first 10,000 of them. */
@Component
public class VehicleFacets {

    /** As many vehicles are counted; of more, all counts are at least so much. */
    public static final int MOST = 10_000;

    private static final int VALUES = 50;

    private static final Map<String, String> COLUMNS = columns();

    private final ListQueries queries;

    VehicleFacets(ListQueries queries) {
        this.queries = queries;
    }

    /** A value and how many vehicles have it. */
    public record Count(String value, long count) {}

    /**
     * Counts by facet, the most frequent values first, at most fifty of each; vehicles without a value are not among
     * them.
     *
     * @param atLeast whether there are more vehicles than were counted
     */
    public record Facets(long total, boolean atLeast, Map<String, List<Count>> counts) {}

    /** The names of the facets. */
    public static List<String> names() {
        return List.copyOf(COLUMNS.keySet());
    }

    /** Counts by facets, which are some of {@link #names()}. */
    public Facets of(VehicleFilter filter, List<String> facets) {
        StringBuilder sql = new StringBuilder("WITH matched AS MATERIALIZED (SELECT ")
                .append(String.join(", ", COLUMNS.values()))
                .append(" FROM vehicles WHERE listed")
                .append(filter.narrowed())
                .append(" LIMIT ")
                .append(MOST + 1)
                .append(") SELECT '' AS facet, NULL AS value, count(*) AS count FROM matched");
        for (String facet : facets) {
            sql.append(
                            " UNION ALL (SELECT '%1$s', %2$s::text, count(*) FROM matched WHERE %2$s IS NOT NULL GROUP BY %2$s"
                                    .formatted(facet, COLUMNS.get(facet)))
                    .append(" ORDER BY 3 DESC, 2 LIMIT ")
                    .append(VALUES)
                    .append(")");
        }
        Map<String, List<Count>> counts = new LinkedHashMap<>();
        facets.forEach(facet -> counts.put(facet, new ArrayList<>()));
        long[] total = new long[1];
        queries.readByValues(filter.what() + " with its facets", jdbc -> {
            jdbc.sql(sql.toString()).params(filter.values()).query(row -> {
                if (row.getString("facet").isEmpty()) {
                    total[0] = row.getLong("count");
                } else {
                    counts.get(row.getString("facet")).add(new Count(row.getString("value"), row.getLong("count")));
                }
            });
            return total;
        });
        return new Facets(Math.min(total[0], MOST), total[0] > MOST, counts);
    }

    private static Map<String, String> columns() {
        Map<String, String> columns = new LinkedHashMap<>();
        columns.put("make", "make");
        columns.put("model", "model");
        columns.put("year", "model_year");
        columns.put("body", "body");
        columns.put("drivetrain", "driven_wheels");
        columns.put("fuel", "fuel");
        columns.put("transmission", "transmission");
        columns.put("color", "color_family");
        columns.put("status", "status");
        columns.put("dealer", "own_dealer");
        return columns;
    }
}
