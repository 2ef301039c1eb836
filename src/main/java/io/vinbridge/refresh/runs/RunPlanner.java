package io.vinbridge.refresh.runs;

import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;
import io.vinbridge.refresh.queue.WorkRequests;
import io.vinbridge.vehicles.RequestKeys;
import io.vinbridge.vehicles.Vin;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Turns a selection into a run's items, the most-read first; what is found in the store is taken from it part by part. */
@Component
class RunPlanner {

    private static final int PART = 20_000;
    private static final int MUCH = 1_000;

    private final JdbcTemplate jdbc;
    private final RequestKeys keys;

    RunPlanner(JdbcTemplate jdbc, RequestKeys keys) {
        this.jdbc = jdbc;
        this.keys = keys;
    }

    /** Estimated size and cost of a run. */
    record Cost(long total, long calls) {}

    Cost cost(Selection selection) {
        if (selection.named()) {
            List<String> subjects = subjects(selection);
            long calls = subjects.stream().map(this::key).distinct().count();
            return new Cost(subjects.stream().distinct().count(), calls);
        }
        Found found = found(selection);
        return jdbc.queryForObject(
                "SELECT count(*), count(DISTINCT v.request_key) " + found.sql,
                (row, number) -> new Cost(row.getLong(1), row.getLong(2)),
                found.values.toArray());
    }

    /** Plans what is named, all at once. */
    void named(UUID run, Selection selection) {
        put(run, subjects(selection));
        planned(run);
    }

    /** Adds items to a run; what it has already is left out. */
    void put(UUID run, Collection<String> subjects) {
        int added = jdbc.update(
                "INSERT INTO refresh_items (run_id, subject) SELECT ?, unnest(?::text[]) ON CONFLICT DO NOTHING",
                run,
                subjects.toArray(String[]::new));
        jdbc.update("UPDATE refresh_runs SET total = total + ? WHERE id = ?", added, run);
    }

    /**
     * Says that all of a run is planned. Where that is much, PostgreSQL is told of it at once: planned with the statistics of an empty
     * table, the statements that feed the run would go through all its items for each of them.
     */
    void planned(UUID run) {
        long total = jdbc.queryForObject(
                "UPDATE refresh_runs SET planned = true WHERE id = ? RETURNING total", Long.class, run);
        if (total > MUCH) {
            jdbc.execute("ANALYZE refresh_items");
        }
    }

    /** Plans the next part of what is found in the store; after the last, the run is planned. */
    void next(Run run) {
        Found found = found(run.selection());
        List<Object> values = new ArrayList<>(found.values);
        values.addAll(List.of(run.id(), PART, run.id(), run.id()));
        int more = jdbc.update("WITH found AS (SELECT v.vin, d.reads " + found.sql + """
                         AND v.vin > (SELECT planned_to FROM refresh_runs WHERE id = ?) ORDER BY v.vin LIMIT ?
                        ), added AS (
                            INSERT INTO refresh_items (run_id, subject, position) SELECT ?, vin, -coalesce(reads, 0) FROM found
                            ON CONFLICT DO NOTHING RETURNING 1)
                        UPDATE refresh_runs SET total = total + (SELECT count(*) FROM added),
                            planned_to = (SELECT max(vin) FROM found)
                        WHERE id = ? AND EXISTS (SELECT FROM found)
                        """, values.toArray());
        if (more == 0) {
            styles(run);
            planned(run.id());
        }
    }

    /** Styles that somebody asked for by number, and that are still wanted, are no vehicles: a new data build is theirs too. */
    private void styles(Run run) {
        if (run.selection().exceptBuild() == null) {
            return;
        }
        int added = jdbc.update(
                """
                INSERT INTO refresh_items (run_id, subject, position)
                SELECT ?, ? || substr(d.request_key, length(?) + 1), -d.reads FROM descriptions d
                WHERE starts_with(d.request_key, ?) AND d.build IS DISTINCT FROM ? AND NOT d.resting
                ON CONFLICT DO NOTHING
                """,
                run.id(),
                WorkRequests.STYLE,
                keys.stylePrefix(),
                keys.stylePrefix(),
                run.selection().exceptBuild());
        jdbc.update("UPDATE refresh_runs SET total = total + ? WHERE id = ?", added, run.id());
    }

    /** Statement and values that find a selection's vehicles. */
    private record Found(String sql, List<Object> values) {}

    private static Found found(Selection selection) {
        StringBuilder sql = new StringBuilder(
                "FROM vehicles v LEFT JOIN descriptions d ON d.request_key = v.request_key WHERE true");
        List<Object> values = new ArrayList<>();
        narrow(sql, values, " AND v.make_key = ?", lower(selection.make()));
        narrow(sql, values, " AND v.model_key = ?", lower(selection.model()));
        narrow(sql, values, " AND v.year_key = ?", selection.year());
        narrow(
                sql,
                values,
                " AND d.build IS DISTINCT FROM ? AND NOT coalesce(starts_with(d.request_key, 'describe:cvd-'), false)",
                selection.exceptBuild());
        narrow(sql, values, " AND starts_with(d.request_key, 'describe:' || ? || '-')", selection.describedBy());
        narrow(
                sql,
                values,
                " AND d.looked_at < ?::timestamptz",
                selection.staleSince() == null ? null : selection.staleSince().toString());
        return new Found(sql.toString(), values);
    }

    private static void narrow(StringBuilder sql, List<Object> values, String condition, Object value) {
        if (value != null) {
            sql.append(condition);
            values.add(value);
        }
    }

    private static String lower(String name) {
        return name == null ? null : name.toLowerCase(Locale.ROOT);
    }

    private List<String> subjects(Selection selection) {
        return selection.styles() == null
                ? selection.vins().stream().map(vin -> vin(vin).value()).toList()
                : selection.styles().stream()
                        .map(style -> WorkRequests.STYLE + style)
                        .toList();
    }

    private String key(String subject) {
        return subject.startsWith(WorkRequests.STYLE)
                ? keys.style(Integer.parseInt(subject.substring(WorkRequests.STYLE.length())))
                : keys.describing(new Vin(subject));
    }

    private static Vin vin(String text) {
        try {
            return Vin.of(text);
        } catch (Failure e) {
            throw new Failure(Reason.INVALID_VIN, "vins holds " + text + ": " + e.getMessage());
        }
    }
}
