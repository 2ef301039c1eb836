package io.vinbridge.work;

import io.vinbridge.failures.Failure;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The queue's rows: asked for, finished, failed. Claiming is a route's SQL ({@code sql/claim-work.sql}). */
@Component
public class WorkQueue {

    /** Notes what the claim called and did, and gives back the call that was counted for it and not made. */
    private static final String SETTLE = """
            noted AS (INSERT INTO ledger (request_key, kind, cause, correlation_id, calls, outcome, vehicles)
                SELECT ?, ?, ?, ?, ?, ?, ? FROM mine WHERE ?),
            returned AS (UPDATE budget SET spent = spent - 1 WHERE day = ? AND EXISTS (SELECT FROM mine))
            SELECT count(*) FROM mine
            """;

    private static final String ASK = """
            INSERT INTO work AS w (request_key, kind, lane, ask, priority, cause, correlation_id)
            SELECT * FROM unnest(?::text[], ?::text[], ?::smallint[], ?::text[], ?::smallint[], ?::text[], ?::text[])
            ORDER BY 1
            ON CONFLICT (request_key) DO UPDATE SET
                priority = least(w.priority, excluded.priority),
                again = w.again OR (w.token IS NOT NULL AND NOT excluded.cause = ANY (?::text[])),
                cause = CASE WHEN excluded.cause = ANY (?::text[]) THEN w.cause ELSE excluded.cause END,
                correlation_id = CASE WHEN excluded.cause = ANY (?::text[]) THEN w.correlation_id ELSE excluded.correlation_id END,
                due_at = CASE
                    WHEN w.token IS NOT NULL OR w.due_at <= now() THEN w.due_at
                    WHEN w.failed_at IS NULL THEN now()
                    WHEN w.due_at = 'infinity' AND NOT excluded.cause = ANY (?::text[]) THEN now()
                    WHEN excluded.priority = 0 THEN least(w.due_at, greatest(now(), w.failed_at + ?::interval))
                    ELSE w.due_at END
            """;

    private static final String ASK_UNLESS_QUEUED = """
            INSERT INTO work (request_key, kind, lane, ask, priority, cause, correlation_id)
            SELECT * FROM unnest(?::text[], ?::text[], ?::smallint[], ?::text[], ?::smallint[], ?::text[], ?::text[])
            ORDER BY 1
            ON CONFLICT (request_key) DO NOTHING
            """;

    private static final String FINISH = """
            WITH mine AS (SELECT again FROM work WHERE request_key = ? AND token = ? FOR UPDATE),
            kept AS (UPDATE work SET token = NULL, again = false, attempts = 0, due_at = now(),
                         failed_at = NULL, failure = NULL, failure_detail = NULL
                     WHERE request_key = ? AND (SELECT again FROM mine)),
            done AS (DELETE FROM work WHERE request_key = ? AND NOT (SELECT again FROM mine)),
            """ + SETTLE;

    private static final String FAIL = """
            WITH mine AS (UPDATE work SET token = NULL, again = false, failed_at = now(), failure = ?, failure_detail = ?,
                attempts = attempts - ?, due_at = CASE WHEN ? THEN 'infinity' ELSE
                    now() + least(?::interval, ?::interval * power(2, least(attempts, 20) - 1)) * (0.75 + random() / 2)
                    + ?::interval END
            WHERE request_key = ? AND token = ? RETURNING request_key),
            """ + SETTLE;

    private static final String HAND_BACK = """
            WITH mine AS (UPDATE work SET token = NULL, again = false, due_at = now(), attempts = attempts - 1
            WHERE request_key = ? AND token = ? RETURNING request_key),
            """ + SETTLE;

    private static final String RENEW = """
            UPDATE work w SET due_at = now() + ?::interval
            FROM unnest(?::text[], ?::bigint[]) AS held (request_key, token)
            WHERE w.request_key = held.request_key AND w.token = held.token
            """;

    private final JdbcTemplate jdbc;
    private final WorkSettings settings;
    private final DeadWork dead;

    WorkQueue(JdbcTemplate jdbc, WorkSettings settings, DeadWork dead) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.dead = dead;
    }

    /**
     * Asks for each, once: what is queued already moves up to the higher priority, and what is under way is done once more only if
     * the cause wants a look that began after now. What is a dead letter is tried once more where the cause wants a new look.
     */
    public void ask(Collection<Ask> asks) {
        if (asks.isEmpty()) {
            return;
        }
        jdbc.update(connection -> {
            PreparedStatement sql = asking(connection, ASK, asks);
            Array lenient = connection.createArrayOf("text", new String[] {Cause.MISS.word(), Cause.STALE.word()});
            sql.setArray(8, lenient);
            sql.setArray(9, lenient);
            sql.setArray(10, lenient);
            sql.setArray(11, lenient);
            sql.setString(12, settings.personPause().toString());
            return sql;
        });
    }

    /**
     * Asks for those that are not in the queue at all. Rows that are there, many of them in other hands at this moment, are not touched
     * and not waited for.
     */
    public void askUnlessQueued(Collection<Ask> asks) {
        if (!asks.isEmpty()) {
            jdbc.update(connection -> asking(connection, ASK_UNLESS_QUEUED, asks));
        }
    }

    /**
     * Takes the claimed row off the queue, or makes it due again where it was asked for meanwhile, and notes in the ledger what it
     * cost and did. To be called in the transaction that writes the result.
     *
     * @throws LostClaim if the lease ran out and the work is another's: the transaction must be rolled back
     */
    public void finish(Claim claim, Effect effect) {
        Stream<Object> mine = Stream.of(claim.key(), claim.token(), claim.key(), claim.key());
        if (!settle(FINISH, mine, claim, effect)) {
            throw new LostClaim(claim);
        }
        if (claim.attempts() > settings.hopelessAttempts()) {
            dead.settled(claim);
        }
    }

    /** The same for work that is not billed. */
    public void finish(Claim claim) {
        finish(claim, Effect.EQUAL);
    }

    /**
     * Gives the work back with what went wrong; it rests before the next attempt, longer each time. After the last it becomes a dead
     * letter and rests until a person wants it. A lost claim is left alone.
     *
     * @param attempted whether it was tried; where it was held back, it does not come closer to its last attempt
     */
    @Transactional
    public void fail(Claim claim, Failure failure, boolean attempted) {
        boolean last = attempted && claim.attempts() >= settings.attempts(failure.reason());
        Stream<Object> mine = Stream.of(
                failure.reason().name(),
                failure.getMessage(),
                attempted ? 0 : 1,
                last,
                settings.longestPause().toString(),
                settings.firstPause().toString(),
                failure.retryAfter().map(Object::toString).orElse("PT0S"),
                claim.key(),
                claim.token());
        if (settle(FAIL, mine, claim, Effect.FAILED) && last) {
            dead.leave(claim, failure);
        }
    }

    /**
     * Makes work due again at once that this node will not finish, as if it had not been tried. A call for it may be under way: it is
     * noted as lost, and whatever it still brings is refused.
     */
    public void handBack(Claim claim) {
        claim.calls().compareAndSet(0, 1);
        settle(HAND_BACK, Stream.of(claim.key(), claim.token()), claim, Effect.LOST);
    }

    /** How long a claim holds unless it is renewed. */
    public Duration lease() {
        return settings.lease();
    }

    /** Extends the leases of work in hand; a claim that another node holds by now is left alone. */
    public void renew(Collection<Claim> held) {
        jdbc.update(connection -> {
            PreparedStatement sql = connection.prepareStatement(RENEW);
            sql.setString(1, settings.lease().toString());
            sql.setArray(
                    2,
                    connection.createArrayOf(
                            "text", held.stream().map(Claim::key).toArray()));
            sql.setArray(
                    3,
                    connection.createArrayOf(
                            "bigint", held.stream().map(Claim::token).toArray()));
            return sql;
        });
    }

    private static PreparedStatement asking(Connection connection, String insert, Collection<Ask> asks)
            throws SQLException {
        PreparedStatement sql = connection.prepareStatement(insert);
        sql.setArray(1, texts(connection, asks, Ask::key));
        sql.setArray(2, texts(connection, asks, Ask::kind));
        sql.setArray(3, levels(connection, asks, ask -> ask.lane().level()));
        sql.setArray(4, texts(connection, asks, Ask::ask));
        sql.setArray(5, levels(connection, asks, ask -> ask.priority().level()));
        sql.setArray(6, texts(connection, asks, ask -> ask.cause().word()));
        sql.setArray(7, texts(connection, asks, Ask::correlationId));
        return sql;
    }

    private boolean settle(String sql, Stream<Object> mine, Claim claim, Effect effect) {
        int calls = claim.calls().get();
        Stream<Object> settled = Stream.of(
                claim.key(),
                claim.kind(),
                claim.cause().word(),
                claim.correlationId(),
                calls,
                effect.word(),
                effect.vehicles(),
                claim.lane().billed() && calls > 0,
                calls > 0 ? null : claim.reservedOn());
        Long settledRows = jdbc.queryForObject(
                sql, Long.class, Stream.concat(mine, settled).toArray());
        return settledRows != null && settledRows > 0;
    }

    private static Array texts(Connection connection, Collection<Ask> asks, Function<Ask, String> text)
            throws SQLException {
        return connection.createArrayOf("text", asks.stream().map(text).toArray());
    }

    private static Array levels(Connection connection, Collection<Ask> asks, Function<Ask, Short> level)
            throws SQLException {
        return connection.createArrayOf("smallint", asks.stream().map(level).toArray());
    }
}
