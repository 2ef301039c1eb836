package io.vinbridge.publishing.webhooks;

import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;
import io.vinbridge.publishing.webhooks.Webhook.Wanted;
import io.vinbridge.publishing.webhooks.Webhook.WithSecret;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The webhooks there are. */
@Component
public class Webhooks {

    private static final String COLUMNS =
            "number, id, url, description, kinds, vins, make, model, enabled, disabled_reason, failures,"
                    + " CASE WHEN resting_until > now() THEN resting_until END AS resting_until, created_at, changed_at";

    private final JdbcTemplate jdbc;
    private final WebhookUrlPolicy receivers;
    private final WebhookSettings settings;

    Webhooks(JdbcTemplate jdbc, WebhookUrlPolicy receivers, WebhookSettings settings) {
        this.jdbc = jdbc;
        this.receivers = receivers;
        this.settings = settings;
    }

    /**
     * Makes one, which is told of what changes from now on.
     *
     * @param secret to sign with; null to have one made
     * @throws Failure if webhooks may not lead there, or the secret is none
     */
    public WithSecret create(Wanted wanted, String secret) {
        receivers.check(wanted.url());
        SigningSecret signing = secret == null ? SigningSecret.fresh() : SigningSecret.of(secret);
        Webhook made = jdbc.queryForObject(
                """
                INSERT INTO webhooks (id, url, description, kinds, vins, make, model, enabled, secret, from_position)
                SELECT ?, ?, ?, ?, ?, ?, ?, ?, ?, head FROM feed_head RETURNING\s""" + COLUMNS,
                Webhooks::webhook,
                UUID.randomUUID(),
                wanted.url(),
                wanted.description(),
                wanted.kinds().toArray(new String[0]),
                wanted.vins().toArray(new String[0]),
                wanted.make(),
                wanted.model(),
                wanted.enabled(),
                signing.text());
        return new WithSecret(made, signing.text());
    }

    /** The oldest first, after {@code after} (a number; 0 for the oldest). */
    public List<Webhook> list(long after, int most) {
        return jdbc.query(
                "SELECT " + COLUMNS + " FROM webhooks WHERE number > ? ORDER BY number LIMIT ?",
                Webhooks::webhook,
                after,
                most);
    }

    /**
     * One of them.
     *
     * @throws Failure if there is none
     */
    public Webhook get(UUID id) {
        return only(id, jdbc.query("SELECT " + COLUMNS + " FROM webhooks WHERE id = ?", Webhooks::webhook, id));
    }

    /**
     * Replaces what is wanted of one. Switched on, it forgets that it failed, and is told of what changes from then on.
     *
     * @throws Failure if there is none, or webhooks may not lead there
     */
    public Webhook replace(UUID id, Wanted wanted) {
        receivers.check(wanted.url());
        return only(
                id,
                jdbc.query(
                        """
                UPDATE webhooks SET url = ?, description = ?, kinds = ?, vins = ?, make = ?, model = ?, disabled_reason = NULL,
                    from_position = CASE WHEN enabled THEN from_position ELSE (SELECT head FROM feed_head) END,
                    enabled = ?, failures = 0, resting_until = '-infinity', changed_at = now()
                WHERE id = ? RETURNING\s""" + COLUMNS,
                        Webhooks::webhook,
                        wanted.url(),
                        wanted.description(),
                        wanted.kinds().toArray(new String[0]),
                        wanted.vins().toArray(new String[0]),
                        wanted.make(),
                        wanted.model(),
                        wanted.enabled(),
                        id));
    }

    /**
     * Rotates the signing secret; the previous one signs too for a while.
     *
     * @param secret null to have one made
     * @throws Failure if there is none, or the secret is none
     */
    public WithSecret rotate(UUID id, String secret) {
        SigningSecret signing = secret == null ? SigningSecret.fresh() : SigningSecret.of(secret);
        Webhook rotated = only(
                id,
                jdbc.query(
                        """
                UPDATE webhooks SET old_secret = secret, old_until = now() + ?::interval, secret = ?, changed_at = now()
                WHERE id = ? RETURNING\s""" + COLUMNS,
                        Webhooks::webhook,
                        settings.oldSecretFor().toString(),
                        signing.text(),
                        id));
        return new WithSecret(rotated, signing.text());
    }

    /**
     * Deletes one, with its deliveries.
     *
     * @throws Failure if there is none
     */
    public void delete(UUID id) {
        only(id, jdbc.queryForList("DELETE FROM webhooks WHERE id = ? RETURNING id", UUID.class, id));
    }

    private static <T> T only(UUID id, List<T> found) {
        return found.stream().findFirst().orElseThrow(() -> new Failure(Reason.NOT_FOUND, "There is no webhook " + id));
    }

    private static Webhook webhook(ResultSet row, int number) throws SQLException {
        Wanted wanted = new Wanted(
                row.getString("url"),
                row.getString("description"),
                List.of((String[]) row.getArray("kinds").getArray()),
                List.of((String[]) row.getArray("vins").getArray()),
                row.getString("make"),
                row.getString("model"),
                row.getBoolean("enabled"));
        return new Webhook(
                row.getLong("number"),
                row.getObject("id", UUID.class),
                wanted,
                row.getString("disabled_reason"),
                row.getInt("failures"),
                instant(row, "resting_until"),
                instant(row, "created_at"),
                instant(row, "changed_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
