package io.vinbridge.vehicles.lists;

import io.vinbridge.database.InstantColumn;
import io.vinbridge.database.ListQueries;
import io.vinbridge.vehicles.VehicleSummary;
import io.vinbridge.vehicles.Vin;
import io.vinbridge.vehicles.registry.VehicleRows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/**
 * Lists of vehicles, by make, model, year and VIN, or by the time of change if that is asked for (keyset pagination). A page
 * begins after the keys of the last vehicle before it, so that its cost does not grow with its distance from the beginning.
 */
@Component
public class VehicleLists {

    /** Only what is listed is looked up elsewhere, after the part is cut. */
    private static final String PART = """
            SELECT part.*, d.looked_at, o.status, o.stock, o.price
            FROM (SELECT vin, request_key, document IS NOT NULL AS described, model_year, make, model, trim, body_type, drivetrain,
                    style_id, styles, changed_at, own_dealer, make_key, model_key, year_key
                FROM vehicles WHERE listed %s ORDER BY %s LIMIT :most) AS part
            LEFT JOIN descriptions d ON d.request_key = part.request_key
            LEFT JOIN offers o ON o.vin = part.vin AND o.dealer = part.own_dealer
            ORDER BY %s
            """;

    private static final Map<String, String> FILTERS = Map.of(
            "make", "make_key = lower(:make)",
            "model", "model_key = lower(:model)",
            "year", "year_key = :year::smallint",
            "bodyType", "body_key = lower(:bodyType)",
            "changedSince", "changed_at >= :changedSince::timestamptz");

    private final ListQueries queries;

    VehicleLists(ListQueries queries) {
        this.queries = queries;
    }

    /** The part after {@code after}, as a page's {@code next} names it, or the first where that is null. */
    public VehiclePage page(VehicleFilter filter, List<String> after, int most) {
        Order order = filter.changedSince() == null ? Order.BY_MODEL : Order.BY_CHANGE;
        Map<String, Object> values = new LinkedHashMap<>();
        StringBuilder where = new StringBuilder();
        List<String> named = narrow(filter, where, values);
        if (after != null) {
            where.append(" AND ").append(order.after);
            for (int i = 0; i < after.size(); i++) {
                values.put("after" + i, after.get(i));
            }
        }
        values.put("most", most + 1);
        String sql = PART.formatted(where, order.columns, order.columns.replace("vin", "part.vin"));
        String what = "The list of vehicles" + (named.isEmpty() ? "" : " by " + String.join(", ", named));
        List<Row> found = queries.read(
                what, jdbc -> jdbc.sql(sql).params(values).query(Row::of).list());
        List<ListedVehicle> items = found.stream().limit(most).map(Row::vehicle).toList();
        return new VehiclePage(items, found.size() <= most ? null : order.keys(found.get(most - 1)));
    }

    /** Returns the names of what it is narrowed by. Letters are made small by the database, as in the columns. */
    private static List<String> narrow(VehicleFilter filter, StringBuilder where, Map<String, Object> values) {
        values.put("make", filter.make());
        values.put("model", filter.model());
        values.put("year", filter.year());
        values.put("bodyType", filter.bodyType());
        values.put(
                "changedSince",
                filter.changedSince() == null ? null : filter.changedSince().toString());
        values.values().removeIf(Objects::isNull);
        values.keySet().forEach(name -> where.append(" AND ").append(FILTERS.get(name)));
        return List.copyOf(values.keySet());
    }

    /** A vehicle of a list and the keys by which it stands in its place. */
    private record Row(ListedVehicle vehicle, String make, String model, String year) {

        static Row of(ResultSet row, int number) throws SQLException {
            return new Row(
                    listed(row), row.getString("make_key"), row.getString("model_key"), row.getString("year_key"));
        }
    }

    private static ListedVehicle listed(ResultSet row) throws SQLException {
        VehicleSummary summary = VehicleRows.summary(row);
        String dealer = row.getString("own_dealer");
        return new ListedVehicle(
                new Vin(row.getString("vin")),
                summary,
                summary.styles() > 1 && summary.styleId() == null,
                row.getBoolean("described"),
                dealer == null
                        ? null
                        : new ListedVehicle.Own(
                                dealer.isEmpty() ? null : dealer,
                                row.getString("status"),
                                row.getString("stock"),
                                row.getBigDecimal("price")),
                InstantColumn.of(row, "changed_at"),
                InstantColumn.of(row, "looked_at"));
    }

    private enum Order {
        BY_MODEL(
                "make_key, model_key, year_key, vin",
                "(make_key, model_key, year_key, vin) > (:after0, :after1, :after2::smallint, :after3)"),
        BY_CHANGE("changed_at, vin", "(changed_at, vin) > (:after0::timestamptz, :after1)");

        private final String columns;
        private final String after;

        Order(String columns, String after) {
            this.columns = columns;
            this.after = after;
        }

        List<String> keys(Row last) {
            String vin = last.vehicle().vin().value();
            return switch (this) {
                case BY_MODEL -> List.of(last.make(), last.model(), last.year(), vin);
                case BY_CHANGE -> List.of(last.vehicle().changedAt().toString(), vin);
            };
        }
    }
}
