package io.vinbridge.vehicles.registry;

import io.vinbridge.changes.ChangeLog;
import io.vinbridge.changes.VehicleChange;
import io.vinbridge.database.ArrayColumn;
import io.vinbridge.vehicles.EventTimestamp;
import io.vinbridge.vehicles.Vin;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which vehicles somebody has: their descriptions are kept fresh though nobody reads them. */
@Component
public class TrackedVehicles {

    /** Rows that do not rest are locked too, and looked at once they are: one may be going to rest right now. */
    private static final String WAKE = """
            UPDATE descriptions d SET resting = false
            FROM (SELECT request_key, resting FROM descriptions
                  WHERE request_key IN (SELECT request_key FROM vehicles WHERE vin = ANY (?))
                  ORDER BY request_key FOR NO KEY UPDATE) AS held
            WHERE d.request_key = held.request_key AND held.resting
            """;

    private static final String SET = """
            UPDATE vehicles v SET tracked = held.wanted, tracking_said = held.said
            FROM (SELECT v.vin, v.tracked AS before, wish.wanted, wish.said
                  FROM unnest(?::text[], ?::boolean[], ?::text[]) AS wish (vin, wanted, said)
                  JOIN vehicles v ON v.vin = wish.vin AND coalesce(v.tracking_said, '') < wish.said
                  ORDER BY v.vin FOR NO KEY UPDATE OF v) AS held
            WHERE v.vin = held.vin
            RETURNING v.vin, v.document, v.tracked, held.before
            """;

    private final JdbcTemplate jdbc;
    private final ChangeLog changes;

    TrackedVehicles(JdbcTemplate jdbc, ChangeLog changes) {
        this.jdbc = jdbc;
        this.changes = changes;
    }

    /** That a vehicle is to be tracked, or no more. */
    public record Wish(Vin vin, boolean tracked, EventTimestamp stamp, String correlationId) {}

    /** Does what is wished, but for what was said before something that is done already. */
    @Transactional
    public void set(Collection<Wish> wishes) {
        Map<String, Wish> last = new TreeMap<>();
        for (Wish wish : wishes) {
            last.merge(wish.vin().value(), wish, TrackedVehicles::later);
        }
        // Descriptions before vehicles, as everybody who writes both: the other way round the two would wait for each
        // other.
        List<Vin> tracked =
                last.values().stream().filter(Wish::tracked).map(Wish::vin).toList();
        if (!tracked.isEmpty()) {
            jdbc.update(connection -> about(connection.prepareStatement(WAKE), tracked));
        }
        List<VehicleChange> happened = new ArrayList<>();
        jdbc.query(connection -> bind(connection.prepareStatement(SET), last.values()), row -> {
            if (row.getBoolean("tracked") != row.getBoolean("before")) {
                String vin = row.getString("vin");
                String kind = row.getBoolean("tracked") ? VehicleChangeKind.TRACKED : VehicleChangeKind.UNTRACKED;
                String correlationId = last.get(vin).correlationId();
                happened.add(new VehicleChange(vin, row.getBytes("document"), kind, List.of(), correlationId));
            }
        });
        changes.append(happened);
    }

    /** Those of them that are tracked. */
    public Set<Vin> tracked(Collection<Vin> vins) {
        return new HashSet<>(jdbc.query(
                connection -> about(
                        connection.prepareStatement("SELECT vin FROM vehicles WHERE vin = ANY (?) AND tracked"), vins),
                (row, number) -> new Vin(row.getString(1))));
    }

    private static Wish later(Wish one, Wish other) {
        return one.stamp().text().compareTo(other.stamp().text()) < 0 ? other : one;
    }

    private static PreparedStatement bind(PreparedStatement sql, Collection<Wish> wishes) throws SQLException {
        ArrayColumn.TEXT.set(sql, 1, wishes, wish -> wish.vin().value());
        ArrayColumn.BOOLEAN.set(sql, 2, wishes, Wish::tracked);
        ArrayColumn.TEXT.set(sql, 3, wishes, wish -> wish.stamp().text());
        return sql;
    }

    private static PreparedStatement about(PreparedStatement sql, Collection<Vin> vins) throws SQLException {
        ArrayColumn.TEXT.set(sql, 1, vins, Vin::value);
        return sql;
    }
}
