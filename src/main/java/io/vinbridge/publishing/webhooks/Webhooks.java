package io.vinbridge.publishing.webhooks;

import io.vinbridge.database.InstantColumn;
import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;
import io.vinbridge.publishing.webhooks.Webhook.Wanted;
import io.vinbridge.publishing.webhooks.Webhook.WithSecret;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The webhooks there are. */
@Component
public class Webhooks {

    private static final String COLUMNS =
            "number, id, url, description, kinds, vins, make, model, enabled, disabled_reason, failures,"
                    + " CASE WHEN resting_until > now() THEN resting_until END AS resting_until, created_at, changed_at";

    /** Position of the last change by now; those that are about to be numbered come before what happens next. */
    static final String END = "(SELECT head + (SELECT count(*) FROM changes WHERE position IS NULL) FROM feed_head)";

    private final JdbcClient jdbc;
    private final WebhookUrlPolicy receivers;
    private final WebhookSettings settings;

    Webhooks(JdbcClient jdbc, WebhookUrlPolicy receivers, WebhookSettings settings) {
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
        Webhook made = jdbc.sql("""
                INSERT INTO webhooks (id, url, description, kinds, vins, make, model, enabled, secret, from_position)
                SELECT :id, :url, :description, :kinds, :vins, :make, :model, :enabled, :secret, head FROM feed_head RETURNING\s""" + COLUMNS)
                .param("id", UUID.randomUUID())
                .params(columns(wanted))
                .param("secret", signing.text())
                .query(Webhooks::webhook)
                .single();
        return new WithSecret(made, signing.text());
    }

    private static Map<String, Object> columns(Wanted wanted) {
        Map<String, Object> columns = new HashMap<>();
        columns.put("url", wanted.url());
        columns.put("description", wanted.description());
        columns.put("kinds", wanted.kinds().toArray(new String[0]));
        columns.put("vins", wanted.vins().toArray(new String[0]));
        columns.put("make", wanted.make());
        columns.put("model", wanted.model());
        columns.put("enabled", wanted.enabled());
        return columns;
    }

    /** The oldest first, after {@code after} (a number; 0 for the oldest). */
    public List<Webhook> list(long after, int most) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM webhooks WHERE number > :after ORDER BY number LIMIT :most")
                .param("after", after)
                .param("most", most)
                .query(Webhooks::webhook)
                .list();
    }

    /**
     * One of them.
     *
     * @throws Failure if there is none
     */
    public Webhook get(UUID id) {
        return only(
                id,
                jdbc.sql("SELECT " + COLUMNS + " FROM webhooks WHERE id = :id")
                        .param("id", id)
                        .query(Webhooks::webhook)
                        .list());
    }

    /**
     * Replaces what is wanted of one. Switched on, it forgets that it failed, and is told of what changes from then on;
     * where not all has been told of before it was switched off, it is told of everything.
     *
     * @throws Failure if there is none, or webhooks may not lead there
     */
    public Webhook replace(UUID id, Wanted wanted) {
        receivers.check(wanted.url());
        return only(
                id,
                jdbc.sql("""
                UPDATE webhooks SET url = :url, description = :description, kinds = :kinds, vins = :vins, make = :make, model = :model, disabled_reason = NULL,
                    from_position = CASE WHEN enabled OR to_position > (SELECT position FROM feed_consumers WHERE name = 'webhooks')
                        THEN from_position ELSE (SELECT head FROM feed_head) END,
                    to_position = CASE WHEN :enabled THEN NULL WHEN enabled THEN\s""" + END + """
                        ELSE to_position END,
                    enabled = :enabled, failures = 0, resting_until = '-infinity', asked_until = '-infinity', changed_at = now()
                WHERE id = :id RETURNING\s""" + COLUMNS)
                        .params(columns(wanted))
                        .param("id", id)
                        .query(Webhooks::webhook)
                        .list());
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
                jdbc.sql("""
                UPDATE webhooks SET old_secret = secret, old_until = now() + :oldSecretFor::interval, secret = :secret, changed_at = now()
                WHERE id = :id RETURNING\s""" + COLUMNS)
                        .param("oldSecretFor", settings.oldSecretFor().toString())
                        .param("secret", signing.text())
                        .param("id", id)
                        .query(Webhooks::webhook)
                        .list());
        return new WithSecret(rotated, signing.text());
    }

    /**
     * Deletes one, with its deliveries.
     *
     * @throws Failure if there is none
     */
    public void delete(UUID id) {
        only(
                id,
                jdbc.sql("DELETE FROM webhooks WHERE id = :id RETURNING id")
                        .param("id", id)
                        .query(UUID.class)
                        .list());
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
                InstantColumn.of(row, "resting_until"),
                InstantColumn.of(row, "created_at"),
                InstantColumn.of(row, "changed_at"));
    }
}
