package io.vinbridge.events.processing;

import io.vinbridge.database.InstantColumn;
import io.vinbridge.deadletters.DeadLetter;
import io.vinbridge.deadletters.DeadLetter.Left;
import io.vinbridge.deadletters.DeadLetterChannel;
import io.vinbridge.events.EventSettings;
import io.vinbridge.events.VehicleEvent;
import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;
import io.vinbridge.vehicles.CanonicalJson;
import io.vinbridge.vehicles.EventTimestamp;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Events in the inbox that are still to be processed. */
@Component
class InboxQueue {

    /** What other nodes have begun is theirs; what ended a node is acted upon by itself. */
    private static final String NEXT = """
            WITH next AS (
                SELECT key, event, occurred_at, attempts, correlation_id, due_at
                FROM (
                    SELECT *, sum(octet_length(event)) OVER (ORDER BY due_at, key) - octet_length(event) AS bytes_before
                    FROM (SELECT * FROM inbox WHERE due_at <= now() AND %s
                            AND key NOT IN (SELECT unnest(keys) FROM begun_events)
                        ORDER BY due_at LIMIT :most) due
                ) sized
                WHERE bytes_before < :bytes
            ), noted AS (
                INSERT INTO begun_events (keys, lease_until)
                SELECT array_agg(key), now() + :lease::interval FROM next HAVING count(*) > 0
                RETURNING id
            )
            SELECT encode(key, 'hex') AS key, event, occurred_at, attempts, correlation_id, (SELECT id FROM noted) AS batch
            FROM next ORDER BY due_at, key
            """;

    private static final String TOGETHER = NEXT.formatted("begun = 0");
    private static final String ALONE = NEXT.formatted("begun > 0");

    /**
     * They become trees of ten times their size; with the largest there may be, as many as usual would fill the heap.
     */
    private static final int MOST_BYTES = 1 << 20;

    private static final String LOCK = """
            SELECT encode(i.key, 'hex') FROM inbox i
            WHERE i.key IN (SELECT decode(k, 'hex') FROM unnest(:keys::text[]) AS k) AND i.due_at IS NOT NULL
            FOR UPDATE SKIP LOCKED
            """;
    private static final String SETTLE = """
            UPDATE inbox SET due_at = NULL, outcome = :outcome
            WHERE key IN (SELECT decode(k, 'hex') FROM unnest(:keys::text[]) AS k)
            """;
    private static final String REST = """
            UPDATE inbox SET attempts = attempts + 1, due_at = now() + interval '1 second' * power(4, attempts)
            WHERE key = decode(:key, 'hex') AND due_at IS NOT NULL
            """;

    private static final String AGAIN = """
            UPDATE inbox SET event = :body, due_at = now(), outcome = NULL, attempts = 0, begun = 0 WHERE key = decode(:subject, 'hex')
            """;

    static final String SOURCE = "acting";

    private static final long COUNT_EVERY = Duration.ofSeconds(1).toNanos();

    private final JdbcClient jdbc;
    private final JdbcClient named;
    private final BegunEvents begun;
    private final DeadLetterChannel letters;
    private final EventSettings settings;
    private long counted = System.nanoTime() - COUNT_EVERY;
    private boolean alone;

    InboxQueue(
            JdbcClient jdbc, JdbcClient named, BegunEvents begun, DeadLetterChannel letters, EventSettings settings) {
        this.jdbc = jdbc;
        this.named = named;
        this.begun = begun;
        this.letters = letters;
        this.settings = settings;
    }

    /**
     * Some of them, a megabyte or a little more, the longest due first. That they are begun is committed before they
     * are read. One over which a node ended comes by itself, in turn with the others, so that neither holds up the
     * other.
     */
    Batch next() {
        if (System.nanoTime() - counted > COUNT_EVERY) {
            counted = System.nanoTime();
            begun.count();
        }
        alone = !alone;
        Batch batch = next(alone);
        return batch.events().isEmpty() ? next(!alone) : batch;
    }

    private Batch next(boolean byItself) {
        long[] id = new long[1];
        List<EventContext> events = named.sql(byItself ? ALONE : TOGETHER)
                .param("most", byItself ? 1 : settings.batch())
                .param("bytes", MOST_BYTES)
                .param("lease", begun.lease())
                .query((row, number) -> {
                    id[0] = row.getLong("batch");
                    return event(row);
                })
                .list();
        return new Batch(id[0], events);
    }

    /** Events that this node has begun to act upon. */
    record Batch(long id, List<EventContext> events) {}

    /**
     * Those of them that nobody has acted upon and nobody else is about to; they stay ours until the transaction ends.
     */
    Set<String> lock(Collection<EventContext> events) {
        return new HashSet<>(
                jdbc.sql(LOCK).param("keys", keys(events)).query(String.class).list());
    }

    /** They are done with. */
    void settle(String outcome, Collection<EventContext> events) {
        if (!events.isEmpty()) {
            jdbc.sql(SETTLE)
                    .param("outcome", outcome)
                    .param("keys", keys(events))
                    .update();
        }
    }

    /**
     * It rests before it is tried again, longer each time; after the last time it is a dead letter. Returns whether it
     * is one.
     */
    boolean fail(EventContext event) {
        boolean hopeless = event.failure() instanceof Failure failure && failure.reason() == Reason.INVALID_EVENT;
        if (!hopeless && event.attempts() + 1 < settings.attempts()) {
            jdbc.sql(REST).param("key", event.key()).update();
            return false;
        }
        Failure reason = event.failure() instanceof Failure failure
                ? failure
                : new Failure(
                        Reason.INTERNAL,
                        "It cannot be acted upon: " + event.failure().getMessage());
        byte[] body = CanonicalJson.write(event.event());
        letters.leave(
                SOURCE, List.of(new Left(event.key(), reason, body, event.attempts() + 1, event.correlationId())));
        settle("dead", List.of(event));
        return true;
    }

    /** Enqueues an event again, as it was or as a person has corrected it. */
    @EventListener
    void replay(DeadLetter.Replayed replayed) {
        DeadLetter letter = replayed.letter();
        if (letter.source().equals(SOURCE)) {
            check(letter.body());
            replayed.done(jdbc.sql(AGAIN)
                            .param("body", letter.body())
                            .param("subject", letter.subject())
                            .update()
                    > 0);
        }
    }

    private static void check(String json) {
        try {
            CanonicalJson.read(json, VehicleEvent.class);
        } catch (UncheckedIOException e) {
            throw new Failure(Reason.INVALID_EVENT, "The body of the letter is no event any more");
        }
    }

    private static String[] keys(Collection<EventContext> events) {
        return events.stream().map(EventContext::key).toArray(String[]::new);
    }

    private static EventContext event(ResultSet row) throws SQLException {
        byte[] json = row.getString("event").getBytes(StandardCharsets.UTF_8);
        String key = row.getString("key");
        return new EventContext(
                key,
                CanonicalJson.read(json, VehicleEvent.class),
                new EventTimestamp(InstantColumn.of(row, "occurred_at"), key),
                row.getInt("attempts"),
                row.getString("correlation_id"));
    }
}
