package io.vinbridge.publishing.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vinbridge.changes.ChangeLog;
import io.vinbridge.changes.ChangedVehicle;
import io.vinbridge.testing.Node;
import io.vinbridge.testing.TestServers;
import io.vinbridge.testing.World;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What a node that stops has not delivered, another delivers at once. */
class DeliveryWorkerTest {

    private static final String[] SETTINGS = {
        "vinbridge.webhooks.plain-http=true",
        "vinbridge.webhooks.private-addresses=true",
        "vinbridge.webhooks.drain=100ms",
        "camel.main.shutdown-timeout=1"
    };

    @Test
    void handsBackWhatHangsWhenItsNodeStops() {
        CountDownLatch end = new CountDownLatch(1);
        try (World world = World.create();
                Receiver receiver = new Receiver()) {
            receiver.answering(exchange -> await().until(() -> end.getCount() == 0));
            Node node = world.node(SETTINGS);
            JdbcTemplate jdbc = new JdbcTemplate(new DriverManagerDataSource(
                    world.database(), TestServers.postgres().user(), ""));
            node.post("/webhooks", "{\"url\":\"" + receiver.url() + "\"}");
            node.bean(ChangeLog.class).append(List.of(new ChangedVehicle("VIN", null)), "test", List.of(), null);
            await().until(() -> receiver.got().size() == 1);

            node.close();

            assertThat(jdbc.queryForMap(
                            "SELECT state, token, attempts, due_at <= now() AS due FROM webhook_deliveries"))
                    .containsEntry("state", "pending")
                    .containsEntry("token", null)
                    .containsEntry("attempts", 0)
                    .containsEntry("due", true);
            end.countDown();
            receiver.answering(204);
            world.node(SETTINGS);
            await().until(() -> receiver.got().size() == 2);
            assertThat(receiver.ids()).containsOnly(receiver.ids().get(0));
        }
    }
}
