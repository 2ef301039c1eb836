package io.vinbridge.refresh.runs;

import io.vinbridge.vehicles.RequestKeys;
import java.util.Collection;
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

    private final JdbcClient jdbc;
    private final RequestKeys keys;

    RunPlanner(JdbcClient jdbc, RequestKeys keys) {
        this.jdbc = jdbc;
        this.keys = keys;
    }

    /** Plans what is named, all at once. */
    void named(UUID run, Selection selection) {
        put(run, selection.subjects());
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
        SelectedVehicles found = SelectedVehicles.of(run.selection());
        int more = jdbc.sql("WITH found AS (SELECT v.vin, d.reads " + found.sql() + """
                         AND v.vin > (SELECT planned_to FROM refresh_runs WHERE id = :run) ORDER BY v.vin LIMIT :most
                        ), added AS (
                            INSERT INTO refresh_items (run_id, subject, position) SELECT :run, vin, -coalesce(reads, 0) FROM found
                            ON CONFLICT DO NOTHING RETURNING 1)
                        UPDATE refresh_runs SET total = total + (SELECT count(*) FROM added),
                            planned_to = (SELECT max(vin) FROM found)
                        WHERE id = :run AND EXISTS (SELECT FROM found)
                        """)
                .params(found.values())
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
}
