package io.vinbridge.refresh.runs;

import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;
import io.vinbridge.refresh.runs.Run.State;
import io.vinbridge.work.CallCause;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The runs there are and were, and what a person may do to one. */
@Component
public class Runs {

    private final JdbcTemplate jdbc;
    private final RunRows rows;

    Runs(JdbcTemplate jdbc, RunRows rows) {
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
        boolean fresh = jdbc.update(
                        """
                        INSERT INTO refresh_runs
                            (id, state, cause, selection, selection_hash, idempotency_key, correlation_id, guarded)
                        VALUES (?, 'RUNNING', ?, ?, md5(?), ?, ?, ?) ON CONFLICT (idempotency_key) DO NOTHING
                        """,
                        id,
                        cause.word(),
                        rows.write(selection.named() ? Selection.LISTED : selection),
                        written,
                        idempotencyKey,
                        correlationId == null ? "run:" + id : correlationId,
                        cause != CallCause.MISS)
                == 1;
        if (fresh) {
            return new Started(get(id), true);
        }
        Run before = rows.find("WHERE idempotency_key = ? AND selection_hash = md5(?)", idempotencyKey, written)
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
        return rows.find("WHERE id = ?", id).orElseThrow(() -> unknown(id));
    }

    /** The newest first, older than {@code before} (a number; {@link Long#MAX_VALUE} for the newest). */
    public List<Run> list(long before, int most) {
        return rows.all("WHERE number < ? ORDER BY number DESC LIMIT ?", before, most);
    }

    /** The oldest run that paused itself and waits for a person's yes. */
    public Optional<Run> awaitingApproval() {
        return rows.find("WHERE state = 'PAUSED' AND reason IS NOT NULL ORDER BY number LIMIT 1");
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
        jdbc.update("DELETE FROM refresh_items WHERE run_id = ?", id);
        return run;
    }

    /** Failures in their order, after {@code number}. */
    public List<Miss> failures(UUID id, long number, int most) {
        return jdbc.query(
                """
                SELECT number, subject, line, reason, detail FROM refresh_failures
                WHERE run_id = ? AND number > ? ORDER BY number LIMIT ?
                """,
                (row, count) -> new Miss(
                        row.getLong("number"),
                        row.getString("subject"),
                        row.getObject("line", Long.class),
                        row.getString("reason"),
                        row.getString("detail")),
                id,
                number,
                most);
    }

    /** Something that failed in a run; {@code line} says where it stood in an import, null elsewhere. */
    public record Miss(long number, String subject, Long line, String reason, String detail) {}

    /** The runs that have something to do, the oldest first. */
    List<UUID> running() {
        return jdbc.queryForList("SELECT id FROM refresh_runs WHERE state = 'RUNNING' ORDER BY number", UUID.class);
    }

    /** A running run, held for the length of the caller's transaction; empty where another node holds it. */
    Optional<Run> lock(UUID id) {
        return rows.find("WHERE id = ? AND state = 'RUNNING' FOR UPDATE SKIP LOCKED", id);
    }

    /** To ask for the state that it has already is no mistake, but a run that is over stays as it is. */
    private Run move(UUID id, State to, String change) {
        Run run = rows.find("WHERE id = ? FOR UPDATE", id).orElseThrow(() -> unknown(id));
        if (run.state().finished()) {
            throw new Failure(Reason.CONFLICT, "Run " + id + " is " + run.state() + " already");
        }
        if (run.state() != to) {
            jdbc.update("UPDATE refresh_runs SET " + change + " WHERE id = ?", id);
        }
        return get(id);
    }

    private static Failure unknown(UUID id) {
        return new Failure(Reason.NOT_FOUND, "There is no refresh run " + id);
    }
}
