package io.vinbridge.publishing.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vinbridge.testing.Node;
import io.vinbridge.testing.World;
import java.net.URI;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** A webhook is deleted while its deliveries are settled, and neither fails for the other. */
class DeletedWebhookTest {

    private final Node node = World.shared().node();
    private final JdbcTemplate jdbc = node.bean(JdbcTemplate.class);

    @ParameterizedTest
    @ValueSource(ints = {204, 500, 410})
    void isGoneThoughADeliveryIsBeingSettled(int status) throws Exception {
        UUID webhook = UUID.randomUUID();
        jdbc.update(
                "INSERT INTO webhooks (id, url, secret, from_position, failures, enabled) VALUES (?, 'https://receiver.example/', 'of-nobody', 0, 1, false)",
                webhook);
        Delivery delivery = delivery(webhook);

        try (Connection holder = jdbc.getDataSource().getConnection();
                Statement statement = holder.createStatement()) {
            holder.setAutoCommit(false);
            statement.execute("SELECT FROM webhooks WHERE id = '" + webhook + "' FOR UPDATE");
            CompletableFuture<Integer> deleted = CompletableFuture.supplyAsync(
                    () -> node.send(node.request("/api/v1/webhooks/" + webhook).DELETE())
                            .statusCode());
            await().until(() -> waiting() == 1);
            CompletableFuture<Void> settled = CompletableFuture.runAsync(() -> node.bean(Deliveries.class)
                    .settle(delivery, DeliveryOutcome.answered(status, null), Duration.ofMinutes(1)));
            await().until(() -> waiting() == 2);
            holder.rollback();

            assertThat(deleted.get(30, TimeUnit.SECONDS)).isEqualTo(204);
            settled.get(30, TimeUnit.SECONDS);
        }
        assertThat(jdbc.queryForObject(
                        "SELECT count(*) FROM webhook_deliveries WHERE id = ?", Long.class, delivery.id()))
                .isZero();
    }

    private Delivery delivery(UUID webhook) {
        Long id = jdbc.queryForObject(
                "INSERT INTO webhook_deliveries (webhook_id, message_id, kind, token) VALUES (?, 'one', 'ping', 7) RETURNING id",
                Long.class,
                webhook);
        return new Delivery(
                id,
                7,
                webhook,
                "one",
                Delivery.PING,
                1,
                URI.create("https://receiver.example/"),
                List.of(),
                Instant.now(),
                null,
                null);
    }

    private long waiting() {
        return jdbc.queryForObject(
                "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE '%webhooks%'",
                Long.class);
    }
}
