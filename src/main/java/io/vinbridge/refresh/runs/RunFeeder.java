package io.vinbridge.refresh.runs;

import io.vinbridge.refresh.queue.WorkRequests;
import io.vinbridge.vehicles.Vin;
import io.vinbridge.vehicles.registry.VehicleRegistry;
import io.vinbridge.work.WorkQueue;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Puts a run's next items into the queue. A key that is fresh enough, or that the run waits for already, is not asked
 * for again.
 */
@Component
class RunFeeder {

    private static final int PART = 2_000;

    private static final String NEXT = """
            SELECT subject FROM refresh_items WHERE run_id = :runId AND request_key IS NULL ORDER BY position, subject LIMIT :most
            """;

    /** Whoever deleted a vehicle has been told so, and does not want it back because a run had found it before. */
    private static final String DROP = """
            WITH gone AS (
                DELETE FROM refresh_items i WHERE i.run_id = :runId AND i.subject = ANY (:subjects) AND position(':' IN i.subject) = 0
                    AND NOT EXISTS (SELECT FROM vehicles v WHERE v.vin = i.subject)
                RETURNING i.subject
            ), fewer AS (
                UPDATE refresh_runs SET total = total - (SELECT count(*) FROM gone) WHERE id = :runId)
            SELECT subject FROM gone
            """;

    /**
     * Gives the items their keys, and returns one item of each key that is to be asked for. Those whose key there is no
     * room for are left for a later part.
     */
    private static final String FEED = """
            WITH fed AS (
                SELECT i.subject, i.position, coalesce(v.request_key, :subjectPrefix || i.subject) AS request_key
                FROM refresh_items i LEFT JOIN vehicles v ON v.vin = i.subject
                WHERE i.run_id = :runId AND i.subject = ANY (:subjects)
            ), judged AS (
                SELECT fed.*, row_number() OVER (PARTITION BY fed.request_key ORDER BY fed.position, fed.subject) = 1
                    AND NOT EXISTS (SELECT FROM descriptions d WHERE d.request_key = fed.request_key
                        AND d.outcome <> 'individual'
                        AND d.looked_at >= CASE d.outcome WHEN 'not-carried' THEN :notCarried ELSE :described END::timestamptz)
                    AND NOT EXISTS (SELECT FROM refresh_items o WHERE o.run_id = :runId AND o.request_key = fed.request_key) AS asked
                FROM fed
            ), counted AS (
                SELECT judged.*, count(*) FILTER (WHERE asked) OVER (ORDER BY position, subject) AS asks FROM judged
            ), marked AS (
                SELECT counted.*, bool_or(asked) OVER of_key AND min(asks) OVER of_key > :room AS later
                FROM counted WINDOW of_key AS (PARTITION BY request_key)
            )
            UPDATE refresh_items i SET request_key = marked.request_key, asked = marked.asked
            FROM marked WHERE i.run_id = :runId AND i.subject = ANY (:subjects) AND i.subject = marked.subject AND NOT marked.later
            RETURNING i.subject, i.request_key, i.asked
            """;

    private final JdbcClient jdbc;
    private final VehicleRegistry registry;
    private final WorkQueue queue;
    private final WorkRequests asks;

    RunFeeder(JdbcClient jdbc, VehicleRegistry registry, WorkQueue queue, WorkRequests asks) {
        this.jdbc = jdbc;
        this.registry = registry;
        this.queue = queue;
        this.asks = asks;
    }

    private record Fed(String subject, String key, boolean asked) {}

    /**
     * Feeds styles and models once more that were asked for under settings that there are no more, in the caller's
     * transaction: vehicles are found by the key that they have by now, these by none.
     */
    void underNewSettings(Run run) {
        jdbc.sql("""
                UPDATE refresh_items i SET request_key = NULL, asked = false
                WHERE i.run_id = :runId AND position(':' IN i.subject) > 0 AND NOT starts_with(i.request_key, :subjectPrefix)
                    AND NOT EXISTS (SELECT FROM work w WHERE w.request_key = i.request_key)
                """)
                .param("runId", run.id())
                .param("subjectPrefix", asks.subjectPrefix())
                .update();
    }

    /** How many of a run's asks are not settled yet. */
    int waiting(Run run) {
        return jdbc.sql(
                        "SELECT count(*) FROM refresh_items WHERE run_id = :runId AND request_key IS NOT NULL AND asked")
                .param("runId", run.id())
                .query(Integer.class)
                .single();
    }

    /**
     * Feeds the next part, in the caller's transaction, which holds the run. Returns whether there was one.
     *
     * @param most how many vehicles at most
     * @param room for how many keys the queue has room
     * @param since how recent a fetch must be to be no reason for another
     */
    boolean feed(Run run, int most, int room, FreshnessThreshold since) {
        List<String> subjects = new ArrayList<>(jdbc.sql(NEXT)
                .param("runId", run.id())
                .param("most", Math.min(most, PART))
                .query(String.class)
                .list());
        if (subjects.isEmpty()) {
            return false;
        }
        if (!run.selection().named()) {
            subjects.removeAll(deleted(run, subjects));
        }
        register(run, subjects);
        String[] texts = subjects.toArray(String[]::new);
        List<Fed> fed = jdbc.sql(FEED)
                .param("subjectPrefix", asks.subjectPrefix())
                .param("runId", run.id())
                .param("subjects", texts)
                .param("room", room)
                .param("notCarried", since.notCarried())
                .param("described", since.described())
                .query((row, number) -> new Fed(row.getString(1), row.getString(2), row.getBoolean(3)))
                .list();
        queue.ask(fed.stream()
                .filter(Fed::asked)
                .map(one -> asks.ofRun(one.subject, one.key, run.cause(), run.correlationId()))
                .toList());
        return true;
    }

    /** Takes vehicles out of a run that it found in the store and that are there no more; returns which. */
    private List<String> deleted(Run run, List<String> subjects) {
        return jdbc.sql(DROP)
                .param("runId", run.id())
                .param("subjects", subjects.toArray(String[]::new))
                .query(String.class)
                .list();
    }

    /**
     * Vehicles that are new are written down, those whose pattern is known are described by that at once, and those of
     * other settings come under the keys of these. What is committed by that does no harm where the step is not.
     */
    private void register(Run run, List<String> subjects) {
        List<Vin> vins =
                subjects.stream().filter(WorkRequests::isVehicle).map(Vin::new).toList();
        if (!vins.isEmpty()) {
            registry.ensureRegistered(vins, run.correlationId());
        }
    }
}
