package io.vinbridge.publishing.webhooks;

import io.vinbridge.database.ExpiredRows;
import io.vinbridge.database.InstantColumn;
import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Log of a webhook's deliveries, and an operator's actions on them. */
@Component
public class DeliveryLog {

    private static final Logger LOG = LoggerFactory.getLogger(DeliveryLog.class);
    private static final String COLUMNS =
            "id, message_id, kind, state, attempts, status, failure, created_at, attempted_at, finished_at,"
                    + " CASE WHEN state = 'pending' THEN due_at END AS due_at";

    private final JdbcClient jdbc;
    private final ExpiredRows rows;
    private final Webhooks webhooks;
    private final WebhookSettings settings;

    DeliveryLog(JdbcClient jdbc, ExpiredRows rows, Webhooks webhooks, WebhookSettings settings) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.webhooks = webhooks;
        this.settings = settings;
    }

    /**
     * A delivery as it stands.
     *
     * @param messageId by which a receiver knows a repeat
     * @param state {@code pending}, {@code delivered} or {@code given-up}
     * @param status that the receiver answered last
     * @param failure of the last attempt
     * @param dueAt when it is tried next
     */
    public record Entry(
            String id,
            String messageId,
            String kind,
            String state,
            int attempts,
            Integer status,
            String failure,
            Instant createdAt,
            Instant attemptedAt,
            Instant finishedAt,
            Instant dueAt) {}

    /** The newest first, older than {@code before} (an id; {@link Long#MAX_VALUE} for the newest). */
    public List<Entry> list(UUID webhook, long before, int most) {
        return jdbc.sql(
                        "SELECT " + COLUMNS
                                + " FROM webhook_deliveries WHERE webhook_id = :webhook AND id < :before ORDER BY id DESC LIMIT :most")
                .param("webhook", webhook)
                .param("before", before)
                .param("most", most)
                .query(DeliveryLog::entry)
                .list();
    }

    /**
     * Enqueues a message without a change, to try a receiver.
     *
     * @throws Failure if there is no such webhook, or it is switched off
     */
    public Entry ping(UUID webhook) {
        checkOn(webhook);
        return jdbc.sql(
                        "INSERT INTO webhook_deliveries (webhook_id, message_id, kind) VALUES (:webhook, :messageId, :kind) RETURNING "
                                + COLUMNS)
                .param("webhook", webhook)
                .param("messageId", "ping-" + UUID.randomUUID())
                .param("kind", Delivery.PING)
                .query(DeliveryLog::entry)
                .single();
    }

    private void checkOn(UUID webhook) {
        if (!webhooks.get(webhook).wanted().enabled()) {
            throw new Failure(Reason.CONFLICT, "The webhook is switched off; switch it on first");
        }
    }

    /**
     * Enqueues a finished delivery again, with the same message id.
     *
     * @throws Failure if there is none that is over, or the webhook is switched off
     */
    public void replay(UUID webhook, long id) {
        checkOn(webhook);
        int again = jdbc.sql("""
                UPDATE webhook_deliveries SET state = 'pending', attempts = 0, begun_at = now(), due_at = now(), finished_at = NULL
                WHERE id = :id AND webhook_id = :webhook AND state <> 'pending'
                """).param("id", id).param("webhook", webhook).update();
        if (again == 0) {
            throw new Failure(Reason.NOT_FOUND, "There is no delivery " + id + " of this webhook that is over");
        }
    }

    /**
     * Gives up what waits for receivers that are switched off or have failed for too long, and deletes what was kept
     * for long enough.
     */
    void tidy() {
        int givenUp = jdbc.sql("""
                UPDATE webhook_deliveries d SET state = 'given-up', token = NULL, finished_at = now(),
                    failure = coalesce(d.failure, 'It was not tried: the webhook was switched off or resting')
                FROM webhooks w
                WHERE w.id = d.webhook_id AND (NOT w.enabled OR w.failures > 0) AND d.state = 'pending' AND d.due_at <= now()
                    AND d.begun_at < now() - :giveUpAfter::interval
                """)
                .param("giveUpAfter", settings.giveUpAfter().toString())
                .update();
        if (givenUp > 0) {
            LOG.warn("Gave up {} deliveries to webhooks that fail or are switched off", givenUp);
        }
        rows.delete("webhook_deliveries", "finished_at", settings.keep());
    }

    private static Entry entry(ResultSet row, int number) throws SQLException {
        return new Entry(
                row.getString("id"),
                row.getString("message_id"),
                row.getString("kind"),
                row.getString("state"),
                row.getInt("attempts"),
                row.getObject("status", Integer.class),
                row.getString("failure"),
                InstantColumn.of(row, "created_at"),
                InstantColumn.of(row, "attempted_at"),
                InstantColumn.of(row, "finished_at"),
                InstantColumn.of(row, "due_at"));
    }
}
