package io.vinbridge.changes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vinbridge.database.ArrayColumn;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Transactional outbox of changes: each is appended in the transaction that makes it, and a vehicle's own are read back here. */
@Component
public class ChangeLog {

    private static final TypeReference<List<FieldChange>> FIELDS = new TypeReference<>() {};

    private final JdbcTemplate jdbc;
    private final ObjectMapper json;

    ChangeLog(JdbcTemplate jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Appends one change for each vehicle, in the caller's transaction. */
    public void append(
            Collection<ChangedVehicle> changed, String kind, List<FieldChange> fields, String correlationId) {
        if (changed.isEmpty()) {
            return;
        }
        String written = write(fields);
        jdbc.update(connection -> {
            PreparedStatement sql = connection.prepareStatement("""
                    INSERT INTO changes (vin, document, kind, fields, correlation_id)
                    SELECT vin, document, ?, ?, ? FROM unnest(?::text[], ?::bytea[]) AS changed (vin, document)
                    """);
            sql.setString(1, kind);
            sql.setString(2, written);
            sql.setString(3, correlationId);
            ArrayColumn.TEXT.set(sql, 4, changed, ChangedVehicle::vin);
            ArrayColumn.BYTES.set(sql, 5, changed, ChangedVehicle::document);
            return sql;
        });
    }

    /** Appends what happened to each vehicle by itself, in the caller's transaction. */
    public void append(Collection<VehicleChange> happened) {
        if (happened.isEmpty()) {
            return;
        }
        jdbc.batchUpdate(
                "INSERT INTO changes (vin, document, kind, fields, correlation_id) VALUES (?, ?, ?, ?, ?)",
                happened,
                happened.size(),
                (sql, one) -> {
                    sql.setString(1, one.vin());
                    sql.setBytes(2, one.document());
                    sql.setString(3, one.kind());
                    sql.setString(4, write(one.fields()));
                    sql.setString(5, one.correlationId());
                });
    }

    /** A vehicle's changes, the newest first, older than {@code before} (an id; {@link Long#MAX_VALUE} for the newest). */
    public List<Change> of(String vin, long before, int most) {
        return jdbc.query("""
                SELECT id, vin, kind, at, fields, correlation_id FROM changes
                WHERE vin = ? AND id < ? ORDER BY id DESC LIMIT ?
                """, this::change, vin, before, most);
    }

    private Change change(ResultSet row, int number) throws SQLException {
        return new Change(
                row.getLong("id"),
                row.getString("vin"),
                row.getString("kind"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                read(row.getString("fields")),
                row.getString("correlation_id"));
    }

    private String write(List<FieldChange> fields) {
        try {
            return json.writeValueAsString(fields);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a change cannot be written", e);
        }
    }

    private List<FieldChange> read(String fields) {
        try {
            return json.readValue(fields, FIELDS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored change cannot be read", e);
        }
    }
}
