package io.vinbridge.refresh.runs;

import io.vinbridge.database.InstantColumn;
import io.vinbridge.failures.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Runs, as their table has them. */
@Component
class RunRows {

    private static final String COLUMNS = """
            SELECT id, number, state, cause, selection, correlation_id, reason, guarded, planned, created_at, finished_at, rate,
                total, changed, unchanged, failed, lost, calls, avoided, answers, answers_changed, answers_lost, answers_failed,
                warned, warnings FROM refresh_runs
            """;

    private final JdbcClient jdbc;
    private final Json json;

    RunRows(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Runs that {@code where}, a clause with the names of {@code values}, selects. */
    List<Run> all(String where, Map<String, ?> values) {
        return jdbc.sql(COLUMNS + where).params(values).query(this::run).list();
    }

    /** The one that it selects; empty where there is none. */
    Optional<Run> find(String where, Map<String, ?> values) {
        return jdbc.sql(COLUMNS + where).params(values).query(this::run).optional();
    }

    /** A selection, as its column has it; equal ones are equal texts. */
    String write(Selection selection) {
        return json.text(selection);
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
                InstantColumn.of(row, "created_at"),
                InstantColumn.of(row, "finished_at"),
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

    private List<Run.LineWarning> warnings(String stored) {
        return List.of(json.read(stored, Run.LineWarning[].class));
    }

    private Selection read(String selection) {
        return json.read(selection, Selection.class);
    }
}
