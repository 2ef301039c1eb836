package io.vinbridge.refresh.runs;

import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;
import io.vinbridge.gallery.Galleries;
import io.vinbridge.refresh.queue.WorkRequests;
import io.vinbridge.vehicles.RequestKeys;
import io.vinbridge.vehicles.Vin;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Turns a selection into a run's items, the most-read first; what is found in the store is taken from it part by part.
 */
@Component
class RunPlanner {

    private static final int PART = 20_000;
    private static final int MUCH = 1_000;

    /** A style that is known to be a pattern's only one has its pictures listed after it, unless they are fresh. */
    private static final String LISTED = """
            count(DISTINCT d.style_id) FILTER (WHERE NOT EXISTS (
                SELECT FROM galleries g WHERE g.style_id = d.style_id AND g.looked_at > now() - :galleriesFor::interval))
            """;

    private final JdbcClient jdbc;
    private final RequestKeys keys;
    private final Galleries galleries;

    RunPlanner(JdbcClient jdbc, RequestKeys keys, Galleries galleries) {
        this.jdbc = jdbc;
        this.keys = keys;
        this.galleries = galleries;
    }

    /** Estimated size and cost of a run: vehicles, calls for descriptions, and calls for pictures of known styles. */
    record Cost(long total, long calls, long galleryCalls) {}

    Cost cost(Selection selection) {
        if (selection.named()) {
            List<String> subjects = subjects(selection);
            String[] asked = subjects.stream().map(this::key).distinct().toArray(String[]::new);
            long listed = jdbc.sql("SELECT " + LISTED + " FROM descriptions d WHERE d.request_key = ANY (:asked)")
                    .param("asked", asked)
                    .param("galleriesFor", galleries.freshFor().toString())
                    .query(Long.class)
                    .single();
            return new Cost(subjects.stream().distinct().count(), asked.length, listed);
        }
        Found found = found(selection);
        return jdbc.sql("SELECT count(*) AS vehicles, count(DISTINCT v.request_key) AS calls, " + LISTED + " AS listed "
                        + found.sql)
                .params(found.values)
                .param("galleriesFor", galleries.freshFor().toString())
                .query((row, number) -> new Cost(row.getLong("vehicles"), row.getLong("calls"), row.getLong("listed")))
                .single();
    }

    /** Plans what is named, all at once. */
    void named(UUID run, Selection selection) {
        put(run, subjects(selection));
        planned(run);
    }

    /** Adds items to a run; what it has already is left out. */
    void put(UUID run, Collection<String> subjects) {
        add(
                run,
                jdbc.sql(
                                "INSERT INTO refresh_items (run_id, subject) SELECT :run, unnest(:subjects::text[]) ON CONFLICT DO NOTHING")
                        .param("run", run)
                        .param("subjects", subjects.toArray(String[]::new))
                        .update());
    }

    private void add(UUID run, int more) {
        jdbc.sql("UPDATE refresh_runs SET total = total + :more WHERE id = :run")
                .param("more", more)
                .param("run", run)
                .update();
    }

    /**
     * Says that all of a run is planned. Where that is much, PostgreSQL is told of it at once: planned with the
     * statistics of an empty table, the statements that feed the run would go through all its items for each of them.
     */
    void planned(UUID run) {
        long total = jdbc.sql("UPDATE refresh_runs SET planned = true WHERE id = :run RETURNING total")
                .param("run", run)
                .query(Long.class)
                .single();
        if (total > MUCH) {
            jdbc.sql("ANALYZE refresh_items").update();
        }
    }

    /** Plans the next part of what is found in the store; after the last, the run is planned. */
    void next(Run run) {
        Found found = found(run.selection());
        int more = jdbc.sql("WITH found AS (SELECT v.vin, d.reads " + found.sql + """
                         AND v.vin > (SELECT planned_to FROM refresh_runs WHERE id = :run) ORDER BY v.vin LIMIT :most
                        ), added AS (
                            INSERT INTO refresh_items (run_id, subject, position) SELECT :run, vin, -coalesce(reads, 0) FROM found
                            ON CONFLICT DO NOTHING RETURNING 1)
                        UPDATE refresh_runs SET total = total + (SELECT count(*) FROM added),
                            planned_to = (SELECT max(vin) FROM found)
                        WHERE id = :run AND EXISTS (SELECT FROM found)
                        """)
                .params(found.values)
                .param("run", run.id())
                .param("most", PART)
                .update();
        if (more == 0) {
            styles(run);
            planned(run.id());
        }
    }

    /**
     * Styles that somebody asked for by number, and models by words, that are still wanted, are no vehicles: a new data
     * build is theirs too.
     */
    private void styles(Run run) {
        if (run.selection().exceptBuild() == null) {
            return;
        }
        int added = jdbc.sql("""
                INSERT INTO refresh_items (run_id, subject, position)
                SELECT :run, substr(d.request_key, length(:prefix) + 1), -d.reads FROM descriptions d
                WHERE (starts_with(d.request_key, :styles) OR starts_with(d.request_key, :models)) AND d.build IS DISTINCT FROM :build AND NOT d.resting
                ON CONFLICT DO NOTHING
                """)
                .param("run", run.id())
                .param("prefix", keys.describing())
                .param("styles", keys.stylePrefix())
                .param("models", keys.modelPrefix())
                .param("build", run.selection().exceptBuild())
                .update();
        add(run.id(), added);
    }

    /** Statement and values that find a selection's vehicles. */
    private record Found(String sql, Map<String, Object> values) {}

    private static Found found(Selection selection) {
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
        return new Found(sql.toString(), values);
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
