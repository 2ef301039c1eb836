package io.vinbridge.work;

import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The queue's rows: asked for, finished, failed. Claiming is a route's SQL ({@code sql/claim-work.sql}). */
@Component
public class WorkQueue {

    private static final String ASK = """
            INSERT INTO work AS w (request_key, kind, ask, priority, cause, correlation_id)
            SELECT * FROM unnest(?::text[], ?::text[], ?::text[], ?::smallint[], ?::text[], ?::text[])
            ORDER BY 1
            ON CONFLICT (request_key) DO UPDATE SET
                priority = least(w.priority, excluded.priority),
                again = w.again OR (w.token IS NOT NULL AND NOT excluded.cause = ANY (?::text[])),
                due_at = CASE
                    WHEN w.token IS NOT NULL OR w.due_at <= now() THEN w.due_at
                    WHEN w.failed_at IS NULL THEN now()
                    WHEN excluded.priority = 0 THEN least(w.due_at, greatest(now(), w.failed_at + ?::interval))
                    ELSE w.due_at END
            """;

    private static final String FINISH = """
            WITH mine AS (SELECT again FROM work WHERE request_key = ? AND token = ? FOR UPDATE),
            kept AS (UPDATE work SET token = NULL, again = false, attempts = 0, due_at = now(),
                         failed_at = NULL, failure = NULL, failure_detail = NULL
                     WHERE request_key = ? AND (SELECT again FROM mine)),
            done AS (DELETE FROM work WHERE request_key = ? AND NOT (SELECT again FROM mine))
            SELECT count(*) FROM mine
            """;

    private static final String FAIL = """
            UPDATE work SET token = NULL, again = false, failed_at = now(), failure = ?, failure_detail = ?,
                due_at = now() + least(?::interval, ?::interval * power(2, least(attempts, 20) - 1)) * (0.75 + random() / 2)
                    + ?::interval
            WHERE request_key = ? AND token = ?
            """;

    private static final String RENEW = """
            UPDATE work w SET due_at = now() + ?::interval
            FROM unnest(?::text[], ?::bigint[]) AS held (request_key, token)
            WHERE w.request_key = held.request_key AND w.token = held.token
            """;

    private static final String STANDING = """
            SELECT asked.key, w.failure, w.failure_detail, ceil(extract(epoch FROM w.due_at - now())) AS rest
            FROM unnest(?::text[]) AS asked (key) LEFT JOIN work w ON w.request_key = asked.key
            WHERE w.request_key IS NULL OR (w.token IS NULL AND w.failure IS NOT NULL AND w.due_at > now())
            """;

    private final JdbcTemplate jdbc;
    private final WorkSettings settings;

    WorkQueue(JdbcTemplate jdbc, WorkSettings settings) {
        this.jdbc = jdbc;
        this.settings = settings;
    }

    /**
     * Asks for each, once: what is queued already moves up to the higher priority, and what is under way is done once more only if
     * the cause wants a look that began after now.
     */
    public void ask(Collection<Ask> asks) {
        if (asks.isEmpty()) {
            return;
        }
        jdbc.update(connection -> {
            PreparedStatement sql = connection.prepareStatement(ASK);
            sql.setArray(1, texts(connection, asks, Ask::key));
            sql.setArray(2, texts(connection, asks, Ask::kind));
            sql.setArray(3, texts(connection, asks, Ask::ask));
            sql.setArray(4, connection.createArrayOf("smallint", priorities(asks)));
            sql.setArray(5, texts(connection, asks, ask -> ask.cause().word()));
            sql.setArray(6, texts(connection, asks, Ask::correlationId));
            sql.setArray(7, connection.createArrayOf("text", new String[] {Cause.MISS.word(), Cause.STALE.word()}));
            sql.setString(8, settings.personPause().toString());
            return sql;
        });
    }

    /**
     * Takes the claimed row off the queue, or makes it due again where it was asked for meanwhile. To be called in the transaction
     * that writes the result.
     *
     * @throws LostClaim if the lease ran out and the work is another's: the transaction must be rolled back
     */
    public void finish(Claim claim) {
        Long mine = jdbc.queryForObject(FINISH, Long.class, claim.key(), claim.token(), claim.key(), claim.key());
        if (mine == null || mine == 0) {
            throw new LostClaim(claim);
        }
    }

    /** Gives the work back with what went wrong; it rests before the next attempt, longer each time. A lost claim is left alone. */
    public void fail(Claim claim, Failure failure) {
        String wait = failure.retryAfter().map(Object::toString).orElse("PT0S");
        jdbc.update(
                FAIL,
                failure.reason().name(),
                failure.getMessage(),
                settings.longestPause().toString(),
                settings.firstPause().toString(),
                wait,
                claim.key(),
                claim.token());
    }

    /** Those of the keys that are settled, or rest after a failure; what is queued or under way is left out. */
    public List<Standing> standing(Collection<String> keys) {
        return jdbc.query(
                connection -> {
                    PreparedStatement sql = connection.prepareStatement(STANDING);
                    sql.setArray(1, connection.createArrayOf("text", keys.toArray()));
                    return sql;
                },
                (row, number) -> {
                    String reason = row.getString("failure");
                    Failure failure = reason == null
                            ? null
                            : new Failure(
                                    Reason.valueOf(reason),
                                    row.getString("failure_detail"),
                                    Duration.ofSeconds(row.getLong("rest")));
                    return new Standing(row.getString("key"), failure);
                });
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

    private static Array texts(Connection connection, Collection<Ask> asks, Function<Ask, String> text)
            throws SQLException {
        return connection.createArrayOf("text", asks.stream().map(text).toArray());
    }

    private static Object[] priorities(Collection<Ask> asks) {
        return asks.stream().map(ask -> ask.priority().level()).toArray();
    }
}
