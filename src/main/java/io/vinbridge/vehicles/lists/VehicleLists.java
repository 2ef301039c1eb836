package io.vinbridge.vehicles.lists;

import io.vinbridge.database.ListQueries;
import io.vinbridge.vehicles.VehiclesSettings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Lists of vehicles in any order (keyset pagination). A page begins after the keys of the last vehicle before it, so
 * that its cost does not grow with its distance from the beginning.
 */
@Component
public class VehicleLists {

    /** Stands in the place of the first key in a cursor among the vehicles that have nothing to go by. */
    private static final String LACKING = "";

    /** Of fewer matches, all are read and sorted; of more, a page is found sooner in the order of the list. */
    private static final long RARE = 1_200;

    /** The same where vehicles must be read to be compared with the filter. */
    private static final long RARE_UNCOVERED = 6_000;

    /** Of so many matches, all are never read, wherever they stand. */
    private static final long FREQUENT = 20_000;

    /** So far a walk goes before it is asked whether what was taken for frequent is not there at all. */
    private static final int WALKED = 60_000;

    private static final int WALKED_UNCOVERED = 6_000;

    private static final int TO_THE_END = Integer.MAX_VALUE;

    private final ListQueries queries;
    private final MatchEstimates estimates;
    private final String freshFor;

    VehicleLists(ListQueries queries, MatchEstimates estimates, VehiclesSettings settings) {
        this.queries = queries;
        this.estimates = estimates;
        this.freshFor = settings.freshFor().toString();
    }

    /**
     * The part after {@code after}, as a page's {@code next} names it, or the first where that is null.
     *
     * @param cards whether cards are made of them: comparisons and the cards of stand-ins are read then
     */
    public VehiclePage page(VehicleFilter filter, VehicleOrder order, List<String> after, int most, boolean cards) {
        List<ListedRow> found = new ArrayList<>();
        boolean lacking = after != null && order.key().mayLack() && after.get(0).equals(LACKING);
        if (!lacking) {
            found.addAll(part(filter, order, after, most + 1, cards));
        }
        if (order.key().mayLack() && found.size() <= most) {
            found.addAll(lacking(filter, order, lacking ? after.get(1) : LACKING, most + 1 - found.size(), cards));
        }
        List<ListedVehicle> items =
                found.stream().limit(most).map(ListedRow::vehicle).toList();
        return new VehiclePage(
                items, found.size() <= most ? null : found.get(most - 1).keys(order.key()));
    }

    private List<ListedRow> part(
            VehicleFilter filter, VehicleOrder order, List<String> after, int most, boolean cards) {
        Map<String, Object> values = new LinkedHashMap<>(filter.values());
        values.putAll(after == null ? Map.of() : order.values(after));
        return read(filter, ListStretch.of(order, after != null), after == null, values(values, most, cards));
    }

    /** Those that have nothing to go by come last, by VIN. */
    private List<ListedRow> lacking(
            VehicleFilter filter, VehicleOrder order, String afterVin, int most, boolean cards) {
        Map<String, Object> values = new LinkedHashMap<>(filter.values());
        values.put("afterVin", afterVin);
        return read(filter, ListStretch.lacking(order.key()), afterVin.isEmpty(), values(values, most, cards));
    }

    private Map<String, Object> values(Map<String, Object> values, int most, boolean cards) {
        values.put("most", most);
        values.put("freshFor", freshFor);
        values.put("cards", cards);
        return values;
    }

    /**
     * Walks where a page is found soon, and sorts what is rare. A walk that finds too little at the beginning of a list
     * was led by a wrong estimate, unless the matches stand far behind; further on, the list is about to end.
     */
    private List<ListedRow> read(
            VehicleFilter filter, ListStretch stretch, boolean beginning, Map<String, Object> values) {
        int most = (int) values.get("most");
        if (filter.all() && stretch.exact()) {
            return walk(filter, stretch, values, most);
        }
        boolean covered = stretch.covered() && filter.covered();
        long matches = estimates.of(filter);
        if (matches <= (covered ? RARE : RARE_UNCOVERED)) {
            return sort(filter, stretch, values);
        }
        List<ListedRow> found = walk(filter, stretch, values, covered ? WALKED : WALKED_UNCOVERED);
        if (found.size() == most) {
            return found;
        }
        return beginning && matches < FREQUENT
                ? sort(filter, stretch, values)
                : walk(filter, stretch, values, TO_THE_END);
    }

    private List<ListedRow> walk(VehicleFilter filter, ListStretch stretch, Map<String, Object> values, int entries) {
        values.put("walked", entries);
        return queries.read(filter.what(), rows(stretch.walk(filter), values));
    }

    private List<ListedRow> sort(VehicleFilter filter, ListStretch stretch, Map<String, Object> values) {
        return queries.readByValues(filter.what(), rows(stretch.sort(filter), values));
    }

    private static Function<JdbcClient, List<ListedRow>> rows(String sql, Map<String, Object> values) {
        return jdbc -> jdbc.sql(sql).params(values).query(ListedRow::of).list();
    }
}
