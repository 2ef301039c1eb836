package io.vinbridge.work;

import io.vinbridge.database.ArrayColumn;
import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Queue of work in PostgreSQL, one row for each request key (single flight for the cluster): enqueued, completed,
 * failed. Claiming is a route's SQL ({@code sql/claim-work.sql}).
 */
@Component
public class WorkQueue {

    /** Row by row in the order of keys, by the index: rows come and go too fast for statistics to be true. */
    private static final String LOCK = """
            SELECT w.request_key FROM (
                SELECT * FROM unnest(:keys::text[], :tokens::bigint[]) AS held (request_key, token)
                ORDER BY request_key COLLATE "C") AS held
            CROSS JOIN LATERAL (
                SELECT request_key FROM work WHERE request_key = held.request_key AND token = held.token FOR UPDATE) AS w
            """;

    private static final String RENEW = """
            UPDATE work w SET due_at = now() + :lease::interval
            FROM (%s) AS held
            WHERE w.request_key = held.request_key
            """.formatted(LOCK);

    private final JdbcClient jdbc;
    private final WorkSettings settings;
    private final WorkDeadLetters dead;
    private final WorkEnqueuer asking;
    private final ClaimCompletion settling;

    WorkQueue(JdbcClient jdbc, WorkSettings settings, WorkDeadLetters dead) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.dead = dead;
        this.asking = new WorkEnqueuer(jdbc, settings);
        this.settling = new ClaimCompletion(jdbc);
    }

    /**
     * Asks for each, once: what is queued already moves up to the higher priority, and what is under way is done once
     * more only if the cause wants a fetch that began after now. What is a dead letter is tried once more: at once
     * where the cause wants a new fetch, else after a rest.
     */
    public void ask(Collection<WorkRequest> asks) {
        if (!asks.isEmpty()) {
            asking.ask(asks);
        }
    }

    /** Replaces the argument of free work: what it was requested with is no good. */
    public void askWith(String key, String argument) {
        jdbc.sql("UPDATE work SET argument = :argument WHERE request_key = :key AND token IS NULL")
                .param("argument", argument)
                .param("key", key)
                .update();
    }

    /**
     * Asks for those that are not in the queue at all, or dead. Other rows that are there, many of them in other hands
     * at this moment, are not touched and not waited for.
     */
    public void askUnlessQueued(Collection<WorkRequest> asks) {
        if (!asks.isEmpty()) {
            asking.askUnlessQueued(asks);
        }
    }

    /**
     * Locks the claimed rows, in the order of their keys, to the end of the caller's transaction, and returns the keys
     * of those that are still held: the others were lost, and their results must not be written.
     */
    public Set<String> lock(Collection<Claim> claims) {
        return held(LOCK, claims).query(String.class).set();
    }

    /**
     * Takes claimed rows off the queue, or makes them due again where they were asked for meanwhile, and notes in the
     * ledger what they cost and did. To be called in the transaction that writes the results, of claims that
     * {@link #lock} found held.
     */
    public void finish(Map<Claim, WorkResult> effects) {
        settling.finish(effects);
        effects.keySet().stream()
                .filter(claim -> claim.attempts() > settings.hopelessAttempts())
                .forEach(dead::settled);
    }

    /**
     * The same for one.
     *
     * @throws LeaseLost if the lease ran out and the work is another's: the transaction must be rolled back
     */
    public void finish(Claim claim, WorkResult effect) {
        if (lock(List.of(claim)).isEmpty()) {
            throw new LeaseLost(claim);
        }
        finish(Map.of(claim, effect));
    }

    /** The same for work that is not billed. */
    public void finish(Claim claim) {
        finish(claim, WorkResult.EQUAL);
    }

    /**
     * Gives the work back with what went wrong; it rests before the next attempt, longer each time. After the last it
     * becomes a dead letter and rests until a person wants it. A lost claim is left alone.
     *
     * @param attempted whether it was tried; where it was held back, it does not come closer to its last attempt
     */
    @Transactional
    public void fail(Claim claim, Failure failure, boolean attempted) {
        settle(claim, failure, attempted, attempted && claim.attempts() >= settings.attempts(failure.reason()));
    }

    /**
     * Puts work aside that ended nodes: a dead letter, of which nothing was tried this time. Returns what is said of
     * it.
     */
    @Transactional
    public Failure putAside(Claim claim) {
        Failure failure = new Failure(
                Reason.INTERNAL,
                "Nodes ended while they had this in hand; it is not tried again until somebody wants it");
        settle(claim, failure, true, true);
        return failure;
    }

    /**
     * Makes work due again at once that this node will not finish, as if it had not been tried. A call for it may be
     * under way: it is noted as lost, and whatever it still brings is refused.
     */
    public void handBack(Claim claim) {
        claim.calls().compareAndSet(0, 1);
        settling.handBack(claim);
    }

    /** Duration of a claim unless it is renewed. */
    public Duration lease() {
        return settings.lease();
    }

    /** Extends the leases of work in hand; a claim that another node holds by now is left alone. */
    public void renew(Collection<Claim> held) {
        held(RENEW, held).param("lease", settings.lease().toString()).update();
    }

    private void settle(Claim claim, Failure failure, boolean attempted, boolean last) {
        boolean mine = settling.fail(
                claim,
                Map.of(
                        "failure", failure.reason().name(),
                        "detail", failure.getMessage(),
                        "unattempted", attempted ? 0 : 1,
                        "last", last,
                        "longestPause", settings.longestPause().toString(),
                        "firstPause", settings.firstPause().toString(),
                        "retryAfter", failure.retryAfter().map(Object::toString).orElse("PT0S")));
        if (mine && last) {
            dead.leave(claim, failure);
        }
    }

    private JdbcClient.StatementSpec held(String statement, Collection<Claim> claims) {
        return jdbc.sql(statement)
                .param("keys", ArrayColumn.TEXT.of(claims, Claim::key))
                .param("tokens", ArrayColumn.BIGINT.of(claims, Claim::token));
    }
}
