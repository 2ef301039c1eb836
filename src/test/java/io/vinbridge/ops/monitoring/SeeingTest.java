package io.vinbridge.ops.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import io.vinbridge.sandbox.trouble.Dial;
import io.vinbridge.testing.Node;
import io.vinbridge.testing.World;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the API tells of how the service does. */
class SeeingTest {

    private static final World WORLD = World.create();
    private static final String[] SETTINGS = {
        "vinbridge.monitoring.sample=100",
        "vinbridge.monitoring.step=1s",
        "vinbridge.monitoring.dead-letters=0",
        "vinbridge.failures.first-pause=1"
    };
    private static final Node NODE = WORLD.node(SETTINGS);
    private static final Node OTHER = WORLD.node(SETTINGS);
    private static final JdbcTemplate JDBC = NODE.bean(JdbcTemplate.class);

    @AfterAll
    static void close() {
        WORLD.close();
    }

    @Test
    void countsWhatGoesThroughAllNodes() {
        untilKept("calls");
        NODE.post("/events", "{\"type\":\"vehicle.arrived\",\"vin\":\"" + World.freshVin() + "\"}");
        OTHER.post("/events", "{\"type\":\"vehicle.arrived\",\"vin\":\"" + World.freshVin() + "\"}");
        OTHER.post("/events", "{\"type\":\"vehicle.arrived\"}");
        OTHER.get("/vehicles/" + World.freshVin());

        await().untilAsserted(() -> {
            String flows = NODE.get("/flows").body();
            assertThat(number(flows, "events", "lastDay")).isGreaterThanOrEqualTo(2);
            assertThat(number(flows, "events", "failedLastDay")).isGreaterThanOrEqualTo(1);
            assertThat(number(flows, "acting", "lastDay")).isGreaterThanOrEqualTo(2);
            assertThat(number(flows, "acting", "waiting")).isZero();
            assertThat(number(flows, "requests", "lastDay")).isGreaterThanOrEqualTo(4);
            assertThat(number(flows, "calls", "lastDay")).isPositive();
            assertThat(number(flows, "changes", "lastDay")).isPositive();
            assertThat(number(flows, "publishing", "lastDay")).isPositive();
            assertThat(number(flows, "requests", "perMinute")).isPositive();
        });
    }

    @Test
    void countsCallsThatBroughtNothing() {
        untilKept("calls");
        WORLD.sandbox().ads().turn(Dial.HTML, 1);
        await().untilAsserted(() -> {
            NODE.get("/vehicles/" + World.freshVin());
            assertThat(number(NODE.get("/flows").body(), "calls", "failedLastDay"))
                    .isPositive();
        });
        WORLD.sandbox().reset();
    }

    /**
     * Whoever wants to see a day sees it from the beginning: through other nodes' starts, and the midnight at which the
     * budget begins anew.
     */
    @Test
    void drawsADayOutOfWhatWasKept() {
        keep("requests", "gone", "3 hours", 100);
        keep("requests", "gone", "2 hours 59 minutes 59 seconds", 160);
        keep("requests", "next", "2 hours", 5);
        keep("requests", "next", "1 hours 59 minutes 59 seconds", 25);
        keep("calls", "", "5 hours", 900);
        keep("calls", "", "4 hours 59 minutes 59 seconds", 3);
        keep("letters", "", "4 hours", 7);

        await().untilAsserted(() -> {
            String trends = NODE.get("/trends").body();
            List<Double> requests = line(trends, "requests");
            assertThat(requests).hasSize(288);
            assertThat(requests.subList(0, 270).stream().filter(Objects::nonNull))
                    .containsExactly(60.0 * 60, 20.0 * 60);
            assertThat(line(trends, "calls").subList(0, 270).stream().filter(Objects::nonNull))
                    .containsExactly(3.0 * 60);
            assertThat(line(trends, "letters").subList(237, 241).stream().filter(Objects::nonNull))
                    .anySatisfy(letters -> assertThat(letters).isCloseTo(7.0, within(0.01)));
            assertThat(JsonPath.<Integer>read(trends, "$.stepSeconds")).isEqualTo(300);
        });
    }

    @Test
    void drawsAMonthOutOfHours() {
        JDBC.update("""
                INSERT INTO hourly_samples
                SELECT 'requests', date_bin('2 hours', now() - interval '10 days', 'epoch') + hour * interval '1 hour', 30 + hour * 30
                FROM generate_series(0, 1) hour
                """);
        keep("webhooks", "", "26 hours", 2);
        untilAMonthHas("webhooks", 120);

        new HourlySamples(NODE.bean(JdbcClient.class), NODE.bean(MonitoringSettings.class)).keep();

        assertThat(JDBC.queryForList("SELECT value FROM hourly_samples WHERE series = 'webhooks'", Double.class))
                .containsExactly(120.0);
        untilAMonthHas("webhooks", 120);
        String month = NODE.get("/trends?period=month").body();
        assertThat(line(month, "requests")).hasSize(360).element(239).isEqualTo(45.0);
        assertThat(JsonPath.<Integer>read(month, "$.stepSeconds")).isEqualTo(7200);
    }

    private static void untilAMonthHas(String series, double value) {
        await().untilAsserted(
                        () -> assertThat(line(NODE.get("/trends?period=month").body(), series).subList(0, 355).stream()
                                        .filter(Objects::nonNull))
                                .containsExactly(value));
    }

    @Test
    void saysWhatIsAmissAndWhatToDo() {
        NODE.post("/events", "{\"type\":\"vehicle.arrived\",\"timestamp\":\"yesterday\"}");

        await().untilAsserted(() -> {
            String health = NODE.get("/health").body();
            assertThat(JsonPath.<String>read(health, "$.status")).isEqualTo("DEGRADED");
            assertThat(JsonPath.<List<String>>read(health, "$.items[?(@.name=='deadLetters')].runbook"))
                    .containsExactly("docs/runbooks.md#dead-letters-many");
            assertThat(JsonPath.<List<String>>read(health, "$.items[?(@.name=='db')].status"))
                    .containsExactly("UP");
        });
        assertThat(NODE.get("/health").body()).doesNotContain("jdbc:", "validationQuery", "/work", "free");
    }

    @Test
    void forgetsWhatNobodyLooksAtAnyMore() {
        keep("letters", "", "3 days", 1);

        NODE.post("/schedules/forget-old/run", "");

        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(JDBC.queryForObject(
                        "SELECT count(*) FROM samples WHERE at < now() - interval '2 days'", Long.class))
                .isZero());
    }

    /** Both are there at once, and the shared numbers are kept once all the same. */
    @Test
    void keepsEachNodesNumbersOnce() {
        await().untilAsserted(() -> assertThat(JDBC.queryForObject(
                        "SELECT count(DISTINCT node) FROM samples WHERE series = 'requests' AND at > now() - interval '1 minute'",
                        Long.class))
                .isEqualTo(2));
        assertThat(JDBC.queryForList("SELECT DISTINCT node FROM samples WHERE series = 'changes'", String.class))
                .containsExactly("");
    }

    private static void untilKept(String series) {
        await().until(() -> JDBC.queryForObject(
                        "SELECT count(*) FROM samples WHERE series = ? AND at > now() - interval '1 minute'",
                        Long.class,
                        series)
                > 0);
    }

    private static void keep(String series, String node, String ago, double value) {
        JDBC.update("INSERT INTO samples VALUES (?, ?, now() - ?::interval, ?)", series, node, ago, value);
    }

    private static double number(String flows, String name, String member) {
        List<Number> found = JsonPath.read(flows, "$.items[?(@.name=='" + name + "')]." + member);
        return found.get(0).doubleValue();
    }

    private static List<Double> line(String trends, String name) {
        List<List<Double>> found = JsonPath.read(trends, "$.items[?(@.name=='" + name + "')].points");
        return found.get(0);
    }
}
