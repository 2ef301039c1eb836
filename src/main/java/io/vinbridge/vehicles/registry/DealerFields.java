package io.vinbridge.vehicles.registry;

import com.fasterxml.jackson.databind.JsonNode;
import io.vinbridge.changes.ChangeLog;
import io.vinbridge.changes.FieldChange;
import io.vinbridge.changes.VehicleChange;
import io.vinbridge.vehicles.CanonicalJson;
import io.vinbridge.vehicles.EventTimestamp;
import io.vinbridge.vehicles.Vin;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What those who have a vehicle say of it: price, mileage, stock number, whatever they send. It is kept beside the description and
 * served with it. Each field has the value that was said last by the source's own time.
 */
@Component
public class DealerFields {

    private static final String HOLD = """
            SELECT vin, document, own, own_said FROM vehicles WHERE vin = ANY (?) ORDER BY vin FOR NO KEY UPDATE
            """;
    private static final String KEEP = """
            UPDATE vehicles SET own = ?, own_said = ?, changed_at = now(), version = version + 1 WHERE vin = ?
            """;

    private final JdbcTemplate jdbc;
    private final ChangeLog changes;

    DealerFields(JdbcTemplate jdbc, ChangeLog changes) {
        this.jdbc = jdbc;
        this.changes = changes;
    }

    /** What was said of a vehicle at one time. */
    public record Said(Vin vin, EventTimestamp stamp, SortedMap<String, JsonNode> fields, String correlationId) {}

    /** Keeps what is newer than what is known, and appends a change for each vehicle of which a field is another now. */
    @Transactional
    public void keep(Collection<Said> said) {
        Map<String, List<Said>> byVin = said.stream()
                .collect(Collectors.groupingBy(one -> one.vin().value(), TreeMap::new, Collectors.toList()));
        List<Row> rows =
                jdbc.query(HOLD, DealerFields::row, (Object) byVin.keySet().toArray(String[]::new));
        List<VehicleChange> happened = new ArrayList<>();
        List<Row> written = new ArrayList<>();
        for (Row row : rows) {
            List<FieldChange> differences = new ArrayList<>();
            boolean newer = false;
            String correlationId = null;
            for (Said one : byVin.get(row.vin)) {
                newer |= row.merge(one, differences);
                correlationId = one.correlationId();
            }
            if (newer) {
                written.add(row);
            }
            if (!differences.isEmpty()) {
                happened.add(new VehicleChange(
                        row.vin, row.document, VehicleChangeKind.CHANGED, differences, correlationId));
            }
        }
        jdbc.batchUpdate(KEEP, written, Math.max(1, written.size()), (sql, row) -> {
            sql.setString(1, CanonicalJson.text(row.own));
            sql.setString(2, CanonicalJson.text(row.said));
            sql.setString(3, row.vin);
        });
        changes.append(happened);
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getString("vin"),
                row.getBytes("document"),
                members(row.getString("own"), JsonNode.class),
                members(row.getString("own_said"), String.class));
    }

    private static <T> NavigableMap<String, T> members(String json, Class<T> type) {
        NavigableMap<String, T> members = new TreeMap<>();
        if (json != null) {
            CanonicalJson.readMembers(json, type).forEach(members::put);
        }
        return members;
    }

    private record Row(
            String vin, byte[] document, NavigableMap<String, JsonNode> own, NavigableMap<String, String> said) {

        /** Whether any of it is newer than what is known; what differs is added to the differences. */
        boolean merge(Said one, List<FieldChange> differences) {
            String stamp = one.stamp().text();
            boolean newer = false;
            for (Map.Entry<String, JsonNode> field : one.fields().entrySet()) {
                String before = said.get(field.getKey());
                if (before != null && before.compareTo(stamp) >= 0) {
                    continue;
                }
                newer = true;
                said.put(field.getKey(), stamp);
                JsonNode from = own.put(field.getKey(), field.getValue());
                if (!field.getValue().equals(from)) {
                    differences.add(new FieldChange("own." + field.getKey(), from, field.getValue()));
                }
            }
            return newer;
        }
    }
}
