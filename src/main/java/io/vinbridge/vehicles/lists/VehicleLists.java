package io.vinbridge.vehicles.lists;

import io.vinbridge.vehicles.VehicleSummary;
import io.vinbridge.vehicles.Vin;
import io.vinbridge.vehicles.registry.VehicleRows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Lists of vehicles, by make, model, year and VIN, or by the time of change where that is asked for. A part begins after the keys of
 * the last vehicle before it, so that its cost does not grow with its distance from the beginning.
 */
@Component
public class VehicleLists {

    private final JdbcTemplate jdbc;

    VehicleLists(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The part after {@code after}, as a page's {@code next} names it, or the first where that is null. */
    public VehiclePage page(VehicleFilter filter, List<String> after, int most) {
        Order order = filter.changedSince() == null ? Order.BY_MODEL : Order.BY_CHANGE;
        StringBuilder sql = new StringBuilder("""
                SELECT v.vin, v.model_year, v.make, v.model, v.trim, v.body_type, v.drivetrain, v.style_id, v.styles,
                    v.changed_at, d.looked_at
                FROM vehicles v LEFT JOIN descriptions d ON d.request_key = v.request_key
                WHERE v.document IS NOT NULL
                """);
        List<Object> values = new ArrayList<>();
        narrow(filter, sql, values);
        if (after != null) {
            sql.append(" AND ").append(order.after);
            values.addAll(after);
        }
        sql.append(" ORDER BY ").append(order.columns).append(" LIMIT ?");
        values.add(most + 1);
        List<ListedVehicle> found = jdbc.query(sql.toString(), VehicleLists::listed, values.toArray());
        if (found.size() <= most) {
            return new VehiclePage(found, null);
        }
        List<ListedVehicle> items = found.subList(0, most);
        return new VehiclePage(items, order.keys(items.get(most - 1)));
    }

    private static void narrow(VehicleFilter filter, StringBuilder sql, List<Object> values) {
        if (filter.make() != null) {
            sql.append(" AND v.make_key = ?");
            values.add(filter.make().toLowerCase(Locale.ROOT));
        }
        if (filter.model() != null) {
            sql.append(" AND v.model_key = ?");
            values.add(filter.model().toLowerCase(Locale.ROOT));
        }
        if (filter.year() != null) {
            sql.append(" AND v.year_key = ?");
            values.add(filter.year());
        }
        if (filter.bodyType() != null) {
            sql.append(" AND lower(v.body_type) = ?");
            values.add(filter.bodyType().toLowerCase(Locale.ROOT));
        }
        if (filter.changedSince() != null) {
            sql.append(" AND v.changed_at >= ?::timestamptz");
            values.add(filter.changedSince().toString());
        }
    }

    private static ListedVehicle listed(ResultSet row, int number) throws SQLException {
        VehicleSummary summary = VehicleRows.summary(row);
        OffsetDateTime looked = row.getObject("looked_at", OffsetDateTime.class);
        return new ListedVehicle(
                new Vin(row.getString("vin")),
                summary,
                summary.styles() > 1 && summary.styleId() == null,
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                looked == null ? null : looked.toInstant());
    }

    private enum Order {
        BY_MODEL(
                "v.make_key, v.model_key, v.year_key, v.vin",
                "(v.make_key, v.model_key, v.year_key, v.vin) > (?, ?, ?::smallint, ?)"),
        BY_CHANGE("v.changed_at, v.vin", "(v.changed_at, v.vin) > (?::timestamptz, ?)");

        private final String columns;
        private final String after;

        Order(String columns, String after) {
            this.columns = columns;
            this.after = after;
        }

        List<String> keys(ListedVehicle last) {
            return switch (this) {
                case BY_MODEL ->
                    List.of(
                            key(last.summary().make()),
                            key(last.summary().model()),
                            Integer.toString(
                                    last.summary().modelYear() == null
                                            ? 0
                                            : last.summary().modelYear()),
                            last.vin().value());
                case BY_CHANGE ->
                    List.of(last.changedAt().toString(), last.vin().value());
            };
        }

        private static String key(String name) {
            return name == null ? "" : name.toLowerCase(Locale.ROOT);
        }
    }
}
