package io.vinbridge.refresh.runs;

import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;
import io.vinbridge.refresh.runs.Run.State;
import io.vinbridge.work.CallCause;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The runs there are and were, and what a person may do to one. */
@Component
public class Runs {

    private final JdbcClient jdbc;
    private final RunRows rows;

    Runs(JdbcClient jdbc, RunRows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    /**
     * A new run without anything to look at yet, or the one that was started with the same key.
     *
     * @param idempotencyKey null where the caller gave none
     * @throws Failure if the key was given with another selection before
     */
    @Transactional
    public Started start(Selection selection, CallCause cause, String idempotencyKey, String correlationId) {
        return start(selection, rows.write(selection), cause, idempotencyKey, correlationId);
    }

    /** The same, where it is not the selection that says what is looked at: {@code written} tells it from others. */
    Started start(Selection selection, String written, CallCause cause, String idempotencyKey, String correlationId) {
        UUID id = UUID.randomUUID();
        boolean fresh = jdbc.sql("""
                        INSERT INTO refresh_runs
                            (id, state, cause, selection, selection_hash, idempotency_key, correlation_id, guarded)
                        VALUES (:id, 'RUNNING', :cause, :selection, md5(:written), :idempotencyKey, :correlationId, :guarded) ON CONFLICT (idempotency_key) DO NOTHING
                        """)
                        .param("id", id)
                        .param("cause", cause.word())
                        .param("selection", rows.write(selection.named() ? Selection.LISTED : selection))
                        .param("written", written)
                        .param("idempotencyKey", idempotencyKey)
                        .param("correlationId", correlationId == null ? "run:" + id : correlationId)
                        .param("guarded", cause != CallCause.MISS)
                        .update()
                == 1;
        if (fresh) {
            return new Started(get(id), true);
        }
        Run before = rows.find(
                        "WHERE idempotency_key = :key AND selection_hash = md5(:written)",
                        Map.of("key", idempotencyKey, "written", written))
                .orElseThrow(() -> new Failure(Reason.CONFLICT, "This Idempotency-Key was used for another selection"));
        return new Started(before, false);
    }

    /** A run, and whether it is new. */
    public record Started(Run run, boolean fresh) {}

    /**
     * A run as it stands.
     *
     * @throws Failure if there is none of that number
     */
    public Run get(UUID id) {
        return rows.find("WHERE id = :id", Map.of("id", id)).orElseThrow(() -> unknown(id));
    }

    /** The newest first, older than {@code before} (a number; {@link Long#MAX_VALUE} for the newest). */
    public List<Run> list(long before, int most) {
        return rows.all(
                "WHERE number < :before ORDER BY number DESC LIMIT :most", Map.of("before", before, "most", most));
    }

    /** The oldest run that paused itself and waits for a person's yes. */
    public Optional<Run> awaitingApproval() {
        return rows.find("WHERE state = 'PAUSED' AND reason IS NOT NULL ORDER BY number LIMIT 1", Map.of());
    }

    /** Stops feeding it; what is in the queue already is finished. */
    @Transactional
    public Run pause(UUID id) {
        return move(id, State.PAUSED, "state = 'PAUSED'");
    }

    /** Carries it on. Where it paused itself, that is the person's yes: it does not ask again. */
    @Transactional
    public Run resume(UUID id) {
        return move(
                id,
                State.RUNNING,
                "state = 'RUNNING', guarded = guarded AND reason IS NULL, reason = NULL, measured_at = now()");
    }

    /** Ends it; what is in the queue already is finished, but not counted. */
    @Transactional
    public Run cancel(UUID id) {
        Run run = move(id, State.CANCELLED, "state = 'CANCELLED', finished_at = now(), reason = NULL");
        jdbc.sql("DELETE FROM refresh_items WHERE run_id = :runId")
                .param("runId", id)
                .update();
        return run;
    }

    /** Failures in their order, after {@code number}. */
    public List<Miss> failures(UUID id, long number, int most) {
        return jdbc.sql("""
                SELECT number, subject, line, reason, detail FROM refresh_failures
                WHERE run_id = :runId AND number > :number ORDER BY number LIMIT :most
                """)
                .param("runId", id)
                .param("number", number)
                .param("most", most)
                .query((row, count) -> new Miss(
                        row.getLong("number"),
                        row.getString("subject"),
                        row.getObject("line", Long.class),
                        row.getString("reason"),
                        row.getString("detail")))
                .list();
    }

    /** Something that failed in a run; {@code line} says where it stood in an import, null elsewhere. */
    public record Miss(long number, String subject, Long line, String reason, String detail) {}

    /** The runs that have something to do, the oldest first. */
    List<UUID> running() {
        return jdbc.sql("SELECT id FROM refresh_runs WHERE state = 'RUNNING' ORDER BY number")
                .query(UUID.class)
                .list();
    }

    /** A running run, held for the length of the caller's transaction; empty where another node holds it. */
    Optional<Run> lock(UUID id) {
        return rows.find("WHERE id = :id AND state = 'RUNNING' FOR UPDATE SKIP LOCKED", Map.of("id", id));
    }

    /** To ask for the state that it has already is no mistake, but a run that is over stays as it is. */
    private Run move(UUID id, State to, String change) {
        Run run = rows.find("WHERE id = :id FOR UPDATE", Map.of("id", id)).orElseThrow(() -> unknown(id));
        if (run.state().finished()) {
            throw new Failure(Reason.CONFLICT, "Run " + id + " is " + run.state() + " already");
        }
        if (run.state() != to) {
            jdbc.sql("UPDATE refresh_runs SET " + change + " WHERE id = :id")
                    .param("id", id)
                    .update();
        }
        return get(id);
    }

    private static Failure unknown(UUID id) {
        return new Failure(Reason.NOT_FOUND, "There is no refresh run " + id);
    }
}
