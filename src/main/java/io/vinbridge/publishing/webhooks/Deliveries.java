package io.vinbridge.publishing.webhooks;

import io.vinbridge.changes.FeedEntry;
import io.vinbridge.database.ArrayColumn;
import io.vinbridge.database.InstantColumn;
import io.vinbridge.failures.Json;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The deliveries to be made, claimed by competing nodes with leases on the database's clock, and what became of them.
 */
@Component
class Deliveries {

    private static final String CLAIM = """
            WITH busy AS (SELECT * FROM unnest(:webhooks::text[]::uuid[], :deliveries::integer[]) AS busy (webhook_id, deliveries)),
            chosen AS (
                SELECT due.id, due.change_id, w.id AS webhook_id FROM (SELECT * FROM webhooks WHERE enabled AND resting_until <= now() ORDER BY random()) w
                LEFT JOIN busy ON busy.webhook_id = w.id
                CROSS JOIN LATERAL (
                    SELECT d.id, d.change_id FROM webhook_deliveries d
                    WHERE d.webhook_id = w.id AND d.state = 'pending' AND d.due_at <= now()
                    ORDER BY d.due_at, d.id
                    LIMIT greatest(0, CASE WHEN w.failures >= :failuresBeforeRest THEN 1 ELSE :each END - coalesce(busy.deliveries, 0))
                    FOR UPDATE SKIP LOCKED) due
                LIMIT :room
            )
            UPDATE webhook_deliveries d
            SET token = nextval('webhook_token'), due_at = now() + :lease::interval, attempts = d.attempts + 1, attempted_at = now()
            FROM chosen JOIN webhooks w ON w.id = chosen.webhook_id LEFT JOIN changes c ON c.id = chosen.change_id
            WHERE d.id = chosen.id
            RETURNING d.id, d.token, d.webhook_id, d.message_id, d.kind, d.attempts, d.created_at, w.url, w.secret,
                CASE WHEN w.old_until > now() THEN w.old_secret END AS old_secret,
                c.id AS change_id, c.position, c.vin, c.at, c.fields, c.correlation_id
            """;

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate many;
    private final Json json;
    private final WebhookSettings settings;

    Deliveries(JdbcClient jdbc, NamedParameterJdbcTemplate many, Json json, WebhookSettings settings) {
        this.jdbc = jdbc;
        this.many = many;
        this.json = json;
        this.settings = settings;
    }

    /**
     * Claims what is due.
     *
     * @param room how many at most
     * @param each how many at most for one receiver, with those that are {@code busy} there
     */
    List<Delivery> claim(int room, int each, Map<UUID, Integer> busy) {
        return jdbc.sql(CLAIM)
                .param("webhooks", ArrayColumn.TEXT.of(busy.keySet(), UUID::toString))
                .param("deliveries", ArrayColumn.INTEGER.of(busy.values()))
                .param("failuresBeforeRest", settings.failuresBeforeRest())
                .param("each", each)
                .param("room", room)
                .param("lease", settings.lease().toString())
                .query(this::delivery)
                .list();
    }

    /**
     * Writes down what became of an attempt, unless the delivery is in other hands meanwhile. The webhook's row is
     * locked before the delivery's, as by its deletion: else the two could wait for each other.
     */
    @Transactional
    public void settle(Delivery delivery, DeliveryOutcome outcome, Duration pause) {
        if (outcome.delivered()) {
            jdbc.sql("""
                    UPDATE webhooks SET failures = 0, resting_until = CASE WHEN asked_until > now() THEN asked_until ELSE '-infinity' END
                    WHERE id = :webhook AND (failures > 0 OR isfinite(resting_until))
                    """).param("webhook", delivery.webhook()).update();
            jdbc.sql("""
                    UPDATE webhook_deliveries SET state = 'delivered', token = NULL, status = :status, failure = NULL, finished_at = now()
                    WHERE id = :id AND token = :token
                    """)
                    .param("status", outcome.status())
                    .param("id", delivery.id())
                    .param("token", delivery.token())
                    .update();
            return;
        }
        jdbc.sql("SELECT FROM webhooks WHERE id = :webhook FOR NO KEY UPDATE")
                .param("webhook", delivery.webhook())
                .query(row -> {});
        int settled = jdbc.sql("""
                UPDATE webhook_deliveries SET token = NULL, status = :status, failure = :failure, due_at = now() + :pause::interval,
                    state = CASE WHEN over THEN 'given-up' ELSE 'pending' END, finished_at = CASE WHEN over THEN now() END
                FROM (SELECT id, :hopeless OR now() + :pause::interval > begun_at + :giveUpAfter::interval AS over
                    FROM webhook_deliveries WHERE id = :id) judged
                WHERE webhook_deliveries.id = judged.id AND token = :token
                """)
                .param("status", outcome.status())
                .param("failure", outcome.failure())
                .param("pause", pause.toString())
                .param("hopeless", hopeless(delivery, outcome))
                .param("giveUpAfter", settings.giveUpAfter().toString())
                .param("id", delivery.id())
                .param("token", delivery.token())
                .update();
        if (settled == 1) {
            noteFailure(delivery.webhook(), outcome);
        }
    }

    /** Makes deliveries due again at once that this node will not finish, as if they had not been tried. */
    void handBack(Collection<Delivery> unfinished) {
        many.batchUpdate(
                """
                UPDATE webhook_deliveries SET token = NULL, due_at = now(), attempts = attempts - 1 WHERE id = :id AND token = :token
                """,
                unfinished.stream()
                        .map(delivery ->
                                new MapSqlParameterSource("id", delivery.id()).addValue("token", delivery.token()))
                        .toArray(SqlParameterSource[]::new));
    }

    private static boolean hopeless(Delivery delivery, DeliveryOutcome outcome) {
        return outcome.gone() || (delivery.change() == null && !delivery.ofItself());
    }

    private void noteFailure(UUID webhook, DeliveryOutcome outcome) {
        if (outcome.gone()) {
            jdbc.sql("""
                    UPDATE webhooks SET enabled = false, disabled_reason = 'It answered 410 Gone', changed_at = now(), to_position =\s""" + Webhooks.END + " WHERE id = :id AND enabled")
                    .param("id", webhook)
                    .update();
            return;
        }
        jdbc.sql("""
                UPDATE webhooks SET failures = failures + 1,
                    asked_until = greatest(asked_until, now() + :retryAfter::interval), resting_until = greatest(resting_until, now() + :retryAfter::interval,
                    CASE WHEN failures + 1 >= :most THEN
                        now() + least(:longestRest::interval, interval '5 seconds' * power(2, least(failures + 1 - :most, 20))) END)
                WHERE id = :id
                """)
                .param(
                        "retryAfter",
                        outcome.retryAfter() == null
                                ? null
                                : outcome.retryAfter().toString())
                .param("most", settings.failuresBeforeRest())
                .param("longestRest", settings.longestRest().toString())
                .param("id", webhook)
                .update();
    }

    private Delivery delivery(ResultSet row, int number) throws SQLException {
        return new Delivery(
                row.getLong("id"),
                row.getLong("token"),
                row.getObject("webhook_id", UUID.class),
                row.getString("message_id"),
                row.getString("kind"),
                row.getInt("attempts"),
                URI.create(row.getString("url")),
                Stream.of(row.getString("secret"), row.getString("old_secret"))
                        .filter(secret -> secret != null)
                        .map(SigningSecret::of)
                        .toList(),
                InstantColumn.of(row, row.getString("change_id") == null ? "created_at" : "at"),
                row.getString("change_id") == null ? null : change(row),
                row.getString("correlation_id"));
    }

    private String change(ResultSet row) throws SQLException {
        FeedEntry change = new FeedEntry(
                row.getLong("position"),
                row.getString("change_id"),
                row.getString("vin"),
                row.getString("kind"),
                InstantColumn.of(row, "at"),
                row.getString("fields"),
                row.getString("correlation_id"));
        return json.text(change);
    }
}
