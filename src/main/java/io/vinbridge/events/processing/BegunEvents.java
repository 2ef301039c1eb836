package io.vinbridge.events.processing;

import io.vinbridge.deadletters.DeadLetter.Left;
import io.vinbridge.deadletters.DeadLetterChannel;
import io.vinbridge.events.EventSettings;
import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Poison event guard: batches are noted before they are acted upon, so that events over which a node ended are known.
 * They are acted upon by themselves then, and put aside with a letter once a node has ended over them twice.
 */
@Component
class BegunEvents {

    private static final Logger LOG = LoggerFactory.getLogger(BegunEvents.class);

    private static final int ENOUGH = 2;

    private static final String COUNT = """
            WITH ended AS (DELETE FROM begun_events WHERE lease_until < now() RETURNING keys)
            UPDATE inbox SET begun = begun + 1, attempts = attempts + 1
            WHERE key IN (SELECT unnest(keys) FROM ended) AND due_at IS NOT NULL
            RETURNING encode(key, 'hex') AS key, CASE WHEN begun >= :enough THEN event END AS event, begun, attempts, correlation_id
            """;
    private static final String PUT_ASIDE =
            "UPDATE inbox SET due_at = NULL, outcome = 'dead' WHERE key = decode(:key, 'hex')";

    private final JdbcClient jdbc;
    private final DeadLetterChannel letters;
    private final ProcessedCounts counts;
    private final EventSettings settings;

    BegunEvents(JdbcClient jdbc, DeadLetterChannel letters, ProcessedCounts counts, EventSettings settings) {
        this.jdbc = jdbc;
        this.letters = letters;
        this.counts = counts;
        this.settings = settings;
    }

    /** Counts what nodes that ended had begun, and puts aside what has ended enough of them. */
    @Transactional
    public void count() {
        List<Begun> begun = jdbc.sql(COUNT)
                .param("enough", ENOUGH)
                .query(BegunEvents::begun)
                .list();
        if (begun.isEmpty()) {
            return;
        }
        List<Begun> twice = begun.stream().filter(one -> one.times >= ENOUGH).toList();
        LOG.warn(
                "A node ended while it acted upon {} events; they are acted upon one by one, and {} are put aside",
                begun.size(),
                twice.size());
        letters.leave(InboxQueue.SOURCE, twice.stream().map(this::letter).toList());
        twice.forEach(one -> jdbc.sql(PUT_ASIDE).param("key", one.key).update());
        counts.add(0, 0, twice.size());
    }

    private Left letter(Begun one) {
        Failure failure = new Failure(
                Reason.INTERNAL,
                "A node ended while it acted upon this, " + one.times + " times; it is not tried again by itself");
        return new Left(one.key, failure, one.event.getBytes(StandardCharsets.UTF_8), one.attempts, one.correlationId);
    }

    /** They are acted upon, or given up for now: whatever became of them, this node did not end over it. */
    void done(long batch) {
        jdbc.sql("DELETE FROM begun_events WHERE id = :id").param("id", batch).update();
    }

    /** How long a batch is taken to be in a node's hands. */
    String lease() {
        return settings.processingLease().toString();
    }

    private static Begun begun(ResultSet row, int number) throws SQLException {
        return new Begun(
                row.getString("key"),
                row.getString("event"),
                row.getInt("begun"),
                row.getInt("attempts"),
                row.getString("correlation_id"));
    }

    private record Begun(String key, String event, int times, int attempts, String correlationId) {}
}
