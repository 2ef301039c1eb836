package io.vinbridge.ops.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vinbridge.testing.Node;
import io.vinbridge.testing.World;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What a scrape tells. */
class MetricsTest {

    private static final World WORLD = World.create();
    private static final Node NODE = WORLD.node(
            "vinbridge.monitoring.sample=100",
            "vinbridge.chromedata.calls-per-day=2",
            "vinbridge.monitoring.dead-letters=0");

    @AfterAll
    static void close() {
        WORLD.close();
    }

    @Test
    void tellsWhatIsSpentOfTheDayAndThatItIsSpent() {
        NODE.get("/vehicles/" + World.freshVin());
        NODE.get("/vehicles/" + World.freshVin());

        await().untilAsserted(() -> assertThat(scrape())
                .contains("vinbridge_budget_limit 2.0")
                .contains("vinbridge_budget_spent 2.0")
                .contains("vinbridge_degraded{component=\"budget\",state=\"budget-spent\"} 1.0"));
        assertThat(NODE.health("/actuator/health"))
                .contains("docs/runbooks.md#budget-spent")
                .contains("GET /api/v1/usage");
        assertThat(NODE.health("/actuator/health/readiness")).contains("\"status\":\"UP\"");
    }

    @Test
    void tellsOfDeadLetters() {
        NODE.post("/events", "{\"type\":\"vehicle.arrived\",\"timestamp\":\"yesterday\"}");

        await().untilAsserted(() -> assertThat(scrape())
                .contains("vinbridge_dead_letters{source=\"event:http\"}")
                .contains("vinbridge_degraded{component=\"deadLetters\",state=\"dead-letters-many\"} 1.0"));
    }

    @Test
    void timesEveryFlow() {
        NODE.get("/vehicles/" + World.freshVin());

        assertThat(scrape())
                .contains("camel_route_policy_seconds_count{")
                .contains("routeId=\"refresh-find-vehicle\"")
                .contains("routeId=\"chromedata-exchange-ads\"")
                .contains("http_server_requests_seconds_count{operation=\"findVehicle\"");
    }

    /**
     * A scan for holes makes up as many paths as it likes; each would be a time series for ever. More of them than the
     * suite has time for: {@code -Dtests.paths=100000}.
     */
    @Test
    void hasNotOneMeterMoreHoweverManyPathsCallersMakeUp() throws Exception {
        PathScan scan = new PathScan(NODE.port(), NODE.managementPort());
        scan.eachKindOnce();
        scan.random(1_000, 1);
        Set<Meter.Id> before = causedByCallers();

        Map<Integer, Integer> statuses = scan.random(Integer.getInteger("tests.paths", 3_000), 2);

        System.out.println("statuses of random paths: " + statuses + ", meters: " + before.size());
        assertThat(statuses.keySet()).allMatch(status -> status < 500);
        assertThat(causedByCallers()).isEqualTo(before);
    }

    /** What a gauge tells is asked by a clock: a scrape costs the database nothing. */
    @Test
    void staysAsItIsWhileNothingIsSampled() {
        try (World world = World.create()) {
            Node node = world.node("vinbridge.monitoring.sample=600000");
            await().until(() -> node.health("/actuator/prometheus").contains("vinbridge_budget_spent"));
            String before = line(node, "vinbridge_budget_spent");

            node.get("/vehicles/" + World.freshVin());

            assertThat(line(node, "vinbridge_budget_spent")).isEqualTo(before);
        }
    }

    private static String line(Node node, String name) {
        return node.health("/actuator/prometheus")
                .lines()
                .filter(line -> line.startsWith(name))
                .findFirst()
                .orElseThrow();
    }

    /**
     * Without those that come when a clock first sets a route off or sends a command to Redis, or when memory is first
     * cleared in some way.
     */
    private static Set<Meter.Id> causedByCallers() {
        return NODE.bean(MeterRegistry.class).getMeters().stream()
                .map(Meter::getId)
                .filter(id -> !id.getName().startsWith("jvm.gc"))
                .filter(id -> !id.getName().startsWith("lettuce."))
                .filter(id ->
                        id.getTag("routeId") == null || id.getTag("routeId").startsWith("api-"))
                .collect(Collectors.toSet());
    }

    private static String scrape() {
        return NODE.health("/actuator/prometheus");
    }
}
