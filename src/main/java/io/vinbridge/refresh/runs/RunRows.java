package io.vinbridge.refresh.runs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Runs, as their table has them. */
@Component
class RunRows {

    private static final String COLUMNS = """
            SELECT id, number, state, cause, selection, correlation_id, reason, guarded, planned, created_at, finished_at, rate,
                total, changed, unchanged, failed, lost, calls, avoided, answers, answers_changed, answers_lost, answers_failed,
                warned, warnings FROM refresh_runs
            """;

    private final JdbcTemplate jdbc;
    private final ObjectMapper json;

    RunRows(JdbcTemplate jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Runs that {@code where}, a clause with places for {@code values}, selects. */
    List<Run> all(String where, Object... values) {
        return jdbc.query(COLUMNS + where, this::run, values);
    }

    /** The first of them. */
    Optional<Run> find(String where, Object... values) {
        return all(where, values).stream().findFirst();
    }

    /** A selection, as its column has it; equal ones are equal texts. */
    String write(Selection selection) {
        try {
            return json.writeValueAsString(selection);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a selection cannot be written", e);
        }
    }

    private Run run(ResultSet row, int number) throws SQLException {
        return new Run(
                row.getObject("id", UUID.class),
                row.getLong("number"),
                Run.State.valueOf(row.getString("state")),
                Run.cause(row.getString("cause")),
                read(row.getString("selection")),
                row.getString("correlation_id"),
                row.getString("reason"),
                row.getBoolean("guarded"),
                row.getBoolean("planned"),
                new Run.Answers(
                        row.getLong("answers"),
                        row.getLong("answers_changed"),
                        row.getLong("answers_lost"),
                        row.getLong("answers_failed")),
                instant(row, "created_at"),
                instant(row, "finished_at"),
                row.getDouble("rate"),
                new Run.Counts(
                        row.getLong("total"),
                        row.getLong("changed"),
                        row.getLong("unchanged"),
                        row.getLong("failed"),
                        row.getLong("lost"),
                        row.getLong("calls"),
                        row.getLong("avoided")),
                new Run.Warnings(row.getLong("warned"), warnings(row.getString("warnings"))));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private List<Run.LineWarning> warnings(String stored) {
        try {
            return List.of(json.readValue(stored, Run.LineWarning[].class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("stored warnings cannot be read", e);
        }
    }

    private Selection read(String selection) {
        try {
            return json.readValue(selection, Selection.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored selection cannot be read", e);
        }
    }
}
