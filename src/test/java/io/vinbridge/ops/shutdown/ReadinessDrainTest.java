package io.vinbridge.ops.shutdown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vinbridge.testing.Node;
import io.vinbridge.testing.World;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** A node that is told to stop says so before it refuses anything. */
class ReadinessDrainTest {

    @Test
    void isNotReadyAndServesOnUntilThoseWhoSendItRequestsHaveNoticed() {
        try (World world = World.create()) {
            Node node = world.node("vinbridge.shutdown.pre-stop-delay=10s");
            assertThat(node.get("/schedules").headers().firstValue("Connection"))
                    .isEmpty();

            CompletableFuture<Void> stopping = CompletableFuture.runAsync(node::close);

            await().until(() -> node.health("/actuator/health/readiness"), body -> body.contains("OUT_OF_SERVICE"));
            await().untilAsserted(() -> {
                HttpResponse<String> served = node.get("/schedules");
                assertThat(served.statusCode()).isEqualTo(200);
                assertThat(served.headers().firstValue("Connection")).contains("close");
            });
            assertThat(stopping).isNotDone();
            stopping.join();
        }
    }
}
