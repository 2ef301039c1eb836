package io.vinbridge.ops.routes;

import static io.vinbridge.ops.routes.RouteTexts.route;
import static io.vinbridge.ops.routes.RouteTexts.schedule;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vinbridge.testing.Node;
import io.vinbridge.testing.World;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** Edits of every kind, one after another, while readers read, events come in and a schedule ticks. */
class EditsUnderLoadTest {

    private static final int ROUNDS = 50;
    private static final int REQUESTS_A_SECOND = 200;
    private static final String TICKS = "0/2 * * * * ?";

    @Test
    void noRequestFailsAndNoFireIsLostOrDoubled() throws InterruptedException {
        try (World world = World.create()) {
            Node node = world.node("vinbridge.events.redis.enabled=false", "vinbridge.refresh.missed-fires=3600000");
            String vin = World.freshVin();
            assertThat(node.get("/vehicles/" + vin).statusCode()).isEqualTo(200);
            edit(node, "ticking.camel.yaml", schedule("ticking", TICKS), 200);
            JdbcTemplate jdbc = node.bean(JdbcTemplate.class);
            Queue<String> failed = new ConcurrentLinkedQueue<>();
            AtomicInteger sent = new AtomicInteger();
            ScheduledExecutorService load = Executors.newScheduledThreadPool(4);
            await().until(() -> row(jdbc).isPresent());
            Map<String, Object> before = row(jdbc).orElseThrow();
            ScheduledFuture<?> requests = load.scheduleAtFixedRate(
                    () -> request(node, vin, sent.incrementAndGet(), failed),
                    0,
                    1_000_000 / REQUESTS_A_SECOND,
                    TimeUnit.MICROSECONDS);

            for (int round = 0; round < ROUNDS; round++) {
                String text = ShippedRoutes.read("file:routes").text("format-flat.camel.yaml");
                edit(node, "format-flat.camel.yaml", text.replace("One flat", round + " flat"), 200);
                edit(node, "act-on-event.camel.yaml", actOnEvent(round), 200);
                edit(node, "ticking.camel.yaml", schedule("ticking", TICKS).replace("Asks", round + " asks"), 200);
                edit(node, "ticking.camel.yaml", "- route: [", 422);
                edit(node, "ticking.camel.yaml", route("ticking", "to: nonsense:x"), 422);
                edit(node, "ticking.camel.yaml", schedule("ticking", TICKS).replace("cron", "crn"), 422);
                edit(node, "ticking.camel.yaml", schedule("poll-data-version", TICKS), 422);
                edit(node, "ticking.camel.yaml", schedule("ticking", TICKS).replace("poll-version", "none"), 422);
                edit(node, "ticking.camel.yaml", schedule("ticking", "now and then"), 422);
                edit(node, "ticking.camel.yaml", route("ticking", "to: exec:ls"), 422);
            }

            requests.cancel(false);
            load.shutdown();
            assertThat(load.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
            Map<String, Object> after = row(jdbc).orElseThrow();
            long due = ((long) after.get("at") - (long) before.get("at")) / 2;
            assertThat(failed).isEmpty();
            assertThat(sent.get()).isGreaterThan(REQUESTS_A_SECOND);
            assertThat((long) after.get("fires") - (long) before.get("fires"))
                    .as("%s to %s", before, after)
                    .isEqualTo(due);
            assertThat(jdbc.queryForList("SELECT detail FROM dead_letters", String.class))
                    .isEmpty();
        }
    }

    private static String actOnEvent(int round) {
        return ShippedRoutes.read("file:routes")
                .text("act-on-event.camel.yaml")
                .replace("Says what", "Says for the %dth time what".formatted(round));
    }

    private static void edit(Node node, String file, String text, int status) {
        long began = System.nanoTime();
        HttpResponse<String> answer =
                node.send(node.request("/api/v1/routes/" + file, "Content-Type", "application/yaml")
                        .PUT(BodyPublishers.ofString(text)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        if (status == 422) {
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(2));
        }
    }

    private static void request(Node node, String vin, int number, Queue<String> failed) {
        HttpRequest.Builder request = number % 4 == 0
                ? node.request("/api/v1/events", "Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(
                                "{\"type\":\"vehicle.updated\",\"vin\":\"%s\",\"number\":%d}".formatted(vin, number)))
                : node.request("/api/v1/vehicles/" + vin).GET();
        try {
            HttpResponse<String> answer = node.send(request);
            if (answer.statusCode() >= 300) {
                failed.add(answer.statusCode() + " " + answer.body());
            }
        } catch (RuntimeException e) {
            failed.add(e.toString());
        }
    }

    private static Optional<Map<String, Object>> row(JdbcTemplate jdbc) {
        List<Map<String, Object>> rows = jdbc.queryForList(
                "SELECT fires, extract(epoch FROM fired_for)::bigint AS at FROM schedules WHERE name = 'ticking'");
        return rows.stream().findFirst();
    }
}
