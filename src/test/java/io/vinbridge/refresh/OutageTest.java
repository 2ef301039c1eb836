package io.vinbridge.refresh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import io.vinbridge.sandbox.trouble.Dial;
import io.vinbridge.testing.Node;
import io.vinbridge.testing.World;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Outages in which each call fails, with a fleet that is due: few calls are made, nothing of the fleet dies, and all of
 * it is described by itself afterwards. A tenth of what {@code bench/outages} does, in a tenth of the time.
 */
class OutageTest {

    private static final int FLEET = 300;

    @ParameterizedTest
    @CsvSource({
        "UNAVAILABLE, ads-not-answering",
        "FAULT,       ads-not-answering",
        "HTML,        ads-answering-wrongly",
        "COMPLAINT,   request-not-understood"
    })
    void costsFewCallsAndNoVehicle(Dial dial, String state) {
        try (World world = World.create()) {
            Node node = world.node(
                    "vinbridge.failures.first-pause=20",
                    "vinbridge.chromedata.breaker.open-for=1500ms",
                    "vinbridge.chromedata.breaker.longest-open=3s",
                    "vinbridge.chromedata.breaker.refused-for=2s",
                    "vinbridge.work.first-pause=100ms",
                    "vinbridge.work.longest-pause=1s",
                    "vinbridge.work.hopeless-attempts=2",
                    "vinbridge.work.attempts=3");
            JdbcTemplate store = node.bean(JdbcTemplate.class);
            world.sandbox().ads().turn(dial, 1);
            String fleet =
                    IntStream.range(0, FLEET).mapToObj(i -> World.freshVin()).collect(Collectors.joining("\n"));
            String run = JsonPath.read(
                    node.send(node.request("/api/v1/vehicles/import")
                                    .header("Content-Type", "text/csv")
                                    .POST(HttpRequest.BodyPublishers.ofString(fleet)))
                            .body(),
                    "$.id");

            await().untilAsserted(() -> assertThat(JsonPath.<String>read(
                            node.health("/actuator/health"), "$.components.chromedata.details.state"))
                    .isEqualTo(state));
            long opened = world.sandbox().ledger().calls("describeVehicle");
            await().pollDelay(Duration.ofSeconds(6)).until(() -> true);
            long calls = world.sandbox().ledger().calls("describeVehicle");
            assertThat(opened).isLessThanOrEqualTo(50);
            assertThat(calls).isLessThanOrEqualTo(70);

            world.sandbox().reset();
            await().untilAsserted(() -> assertThat(store.queryForObject(
                            "SELECT count(*) FROM vehicles WHERE document IS NOT NULL", Integer.class))
                    .isEqualTo(FLEET));
            await().untilAsserted(() -> assertThat(
                            JsonPath.<String>read(node.get("/refreshes/" + run).body(), "$.state"))
                    .isEqualTo("COMPLETED"));
            assertThat(JsonPath.<Integer>read(node.get("/refreshes/" + run).body(), "$.failed"))
                    .isZero();
            assertThat(store.queryForObject("SELECT count(*) FROM dead_letters", Integer.class))
                    .isZero();
            assertThat(node.health("/actuator/health")).doesNotContain(state);
        }
    }
}
