package io.vinbridge.vehicles.descriptions;

import io.vinbridge.changes.ChangeLog;
import io.vinbridge.changes.VehicleChange;
import io.vinbridge.database.ArrayColumn;
import io.vinbridge.vehicles.registry.VehicleChangeKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** First descriptions of vehicles, which wait for them under their request key. */
@Component
public class FirstDescriptions {

    /** Locked in the order of VINs, as by whoever else writes many vehicles. */
    private static final String PROPAGATE = """
            WITH waiting AS (SELECT vin FROM vehicles WHERE request_key = ANY (:keys) AND document IS NULL ORDER BY vin FOR UPDATE)
            UPDATE vehicles v SET document = d.document, model_year = d.model_year, make = d.make, model = d.model,
                trim = d.trim, body_type = d.body_type, drivetrain = d.drivetrain, style_id = d.style_id,
                styles = d.styles, changed_at = now(), version = v.version + 1
            FROM descriptions d, waiting
            WHERE v.vin = waiting.vin AND v.document IS NULL AND d.request_key = v.request_key AND d.document IS NOT NULL
            RETURNING v.vin, v.document, v.request_key
            """;

    private final JdbcClient jdbc;
    private final ChangeLog changes;

    FirstDescriptions(JdbcClient jdbc, ChangeLog changes) {
        this.jdbc = jdbc;
        this.changes = changes;
    }

    /**
     * Gives what is stored under keys to the vehicles that wait, by key with who wanted it; returns by key how many.
     */
    public Map<String, Integer> propagate(Map<String, String> wantedBy) {
        Map<String, Integer> given = new HashMap<>();
        List<VehicleChange> happened = jdbc.sql(PROPAGATE)
                .param("keys", ArrayColumn.TEXT.of(wantedBy.keySet()))
                .query((row, number) -> {
                    String key = row.getString("request_key");
                    given.merge(key, 1, Integer::sum);
                    return new VehicleChange(
                            row.getString("vin"),
                            row.getBytes("document"),
                            VehicleChangeKind.DESCRIBED,
                            List.of(),
                            wantedBy.get(key));
                })
                .list();
        changes.append(happened);
        return given;
    }
}
