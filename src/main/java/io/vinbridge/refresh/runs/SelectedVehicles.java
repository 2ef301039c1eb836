package io.vinbridge.refresh.runs;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Vehicles of the store that a selection finds.
 *
 * @param sql from FROM on; {@code v} is the vehicle, {@code d} its description
 * @param values of the conditions' names
 */
record SelectedVehicles(String sql, Map<String, Object> values) {

    static SelectedVehicles of(Selection selection) {
        StringBuilder sql = new StringBuilder(
                "FROM vehicles v LEFT JOIN descriptions d ON d.request_key = v.request_key WHERE true");
        Map<String, Object> values = new HashMap<>();
        narrow(sql, values, " AND v.make_key = :make", "make", lower(selection.make()));
        narrow(sql, values, " AND v.model_key = :model", "model", lower(selection.model()));
        narrow(sql, values, " AND v.year_key = :year", "year", selection.year());
        narrow(
                sql,
                values,
                " AND d.build IS DISTINCT FROM :exceptBuild AND NOT coalesce(starts_with(d.request_key, 'describe:cvd-'), false)",
                "exceptBuild",
                selection.exceptBuild());
        narrow(
                sql,
                values,
                " AND starts_with(d.request_key, 'describe:' || :describedBy || '-')",
                "describedBy",
                selection.describedBy());
        narrow(
                sql,
                values,
                " AND d.looked_at < :staleSince::timestamptz",
                "staleSince",
                selection.staleSince() == null ? null : selection.staleSince().toString());
        return new SelectedVehicles(sql.toString(), values);
    }

    private static void narrow(
            StringBuilder sql, Map<String, Object> values, String condition, String name, Object value) {
        if (value != null) {
            sql.append(condition);
            values.put(name, value);
        }
    }

    private static String lower(String name) {
        return name == null ? null : name.toLowerCase(Locale.ROOT);
    }
}
