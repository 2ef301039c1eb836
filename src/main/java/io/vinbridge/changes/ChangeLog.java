package io.vinbridge.changes;

import com.fasterxml.jackson.core.type.TypeReference;
import io.vinbridge.database.ArrayColumn;
import io.vinbridge.database.InstantColumn;
import io.vinbridge.failures.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Transactional outbox of changes: each is appended in the transaction that makes it, and a vehicle's own are read back
 * here.
 */
@Component
public class ChangeLog {

    private static final TypeReference<List<FieldChange>> FIELDS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final Json json;

    ChangeLog(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Appends one change for each vehicle, in the caller's transaction. */
    public void append(
            Collection<ChangedVehicle> changed, String kind, List<FieldChange> fields, String correlationId) {
        if (changed.isEmpty()) {
            return;
        }
        jdbc.sql("""
                INSERT INTO changes (vin, document, kind, fields, correlation_id)
                SELECT vin, document, :kind, :fields, :correlationId
                FROM unnest(:vins::text[], :documents::bytea[]) AS changed (vin, document)
                """)
                .param("kind", kind)
                .param("fields", json.text(fields))
                .param("correlationId", correlationId)
                .param("vins", ArrayColumn.TEXT.of(changed, ChangedVehicle::vin))
                .param("documents", ArrayColumn.BYTES.of(changed, ChangedVehicle::document))
                .update();
    }

    /** Appends what happened to each vehicle by itself, in the caller's transaction. */
    public void append(Collection<VehicleChange> happened) {
        if (happened.isEmpty()) {
            return;
        }
        jdbc.sql("""
                INSERT INTO changes (vin, document, kind, fields, correlation_id)
                SELECT * FROM unnest(:vins::text[], :documents::bytea[], :kinds::text[], :fields::text[], :correlationIds::text[])
                """)
                .param("vins", ArrayColumn.TEXT.of(happened, VehicleChange::vin))
                .param("documents", ArrayColumn.BYTES.of(happened, VehicleChange::document))
                .param("kinds", ArrayColumn.TEXT.of(happened, VehicleChange::kind))
                .param("fields", ArrayColumn.TEXT.of(happened, one -> json.text(one.fields())))
                .param("correlationIds", ArrayColumn.TEXT.of(happened, VehicleChange::correlationId))
                .update();
    }

    /**
     * A vehicle's changes, the newest first, older than {@code before} (an id; {@link Long#MAX_VALUE} for the newest).
     */
    public List<Change> of(String vin, long before, int most) {
        return jdbc.sql("""
                SELECT id, vin, kind, at, fields, correlation_id FROM changes
                WHERE vin = :vin AND id < :before ORDER BY id DESC LIMIT :most
                """)
                .param("vin", vin)
                .param("before", before)
                .param("most", most)
                .query(this::change)
                .list();
    }

    private Change change(ResultSet row, int number) throws SQLException {
        return new Change(
                row.getLong("id"),
                row.getString("vin"),
                row.getString("kind"),
                InstantColumn.of(row, "at"),
                json.read(row.getString("fields"), FIELDS),
                row.getString("correlation_id"));
    }
}
