package io.vinbridge.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import io.vinbridge.sandbox.trouble.Dial;
import io.vinbridge.testing.Node;
import io.vinbridge.testing.World;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** Whoever pays sees what the calls of a day were spent on, and no more are made than the day has. */
class UsageTest {

    @Test
    void makesExactlyTheCallsOfTheDayOnTwoNodesAndTellsWhoWaitsUntilWhen() {
        try (World world = World.create()) {
            String[] settings = {
                "vinbridge.chromedata.calls-per-day=40",
                "vinbridge.chromedata.kept-for-people=0",
                "vinbridge.refresh.batch-lookup-timeout=30s"
            };
            List<Node> nodes = List.of(world.node(settings), world.node(settings));

            List<String> answers = nodes.parallelStream()
                    .map(node -> node.post("/lookups", vins(60)).body())
                    .toList();

            assertThat(answers).allSatisfy(answer -> assertThat(answer).contains("urn:vinbridge:problem:budget-spent"));
            await().untilAsserted(() -> assertThat(billed(world)).isEqualTo(40));
            HttpResponse<String> refused = nodes.get(0).get("/vehicles/" + World.freshVin());
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(JsonPath.<String>read(refused.body(), "$.type")).isEqualTo("urn:vinbridge:problem:budget-spent");
            assertThat(Long.parseLong(
                            refused.headers().firstValue("Retry-After").orElseThrow()))
                    .isBetween(1L, 86_400L);
            await().untilAsserted(() -> {
                String usage = nodes.get(1).get("/usage").body();
                assertThat(JsonPath.<Integer>read(usage, "$.items[0].budget")).isEqualTo(40);
                assertThat(JsonPath.<Integer>read(usage, "$.items[0].spent")).isEqualTo(40);
                assertThat(JsonPath.<Integer>read(usage, "$.items[0].causes[0].spent"))
                        .isEqualTo(40);
            });
            assertThat(billed(world)).isEqualTo(40);
        }
    }

    @Test
    void countsEveryAttemptAndTheCallsThatSharingSaved() {
        try (World world = World.create()) {
            Node node = world.node("vinbridge.failures.first-pause=1");
            world.sandbox().ads().turn(Dial.UNAVAILABLE, 1);
            node.get("/vehicles/" + World.vin(7, 1));
            world.sandbox().ads().turn(Dial.UNAVAILABLE, 0);
            node.get("/vehicles/" + World.vin(8, 1));
            node.get("/vehicles/" + World.vin(8, 2));
            node.get("/vehicles/" + World.vin(8, 3));

            await().untilAsserted(() -> {
                String usage = node.get("/usage").body();
                assertThat(JsonPath.<Integer>read(usage, "$.items[0].spent")).isEqualTo((int) billed(world));
                assertThat(JsonPath.<List<Integer>>read(usage, "$.items[0].causes[?(@.cause=='miss')].failed"))
                        .containsExactly(3);
                assertThat(JsonPath.<List<Integer>>read(usage, "$.items[0].causes[?(@.cause=='miss')].sharing"))
                        .containsExactly(2);
                assertThat(JsonPath.<Integer>read(usage, "$.items[0].avoided")).isEqualTo(2);
            });
        }
    }

    @Test
    void billsADayToTheCentOfWhatChromeDataCounted() {
        try (World world = World.create()) {
            Node node = world.node(
                    "vinbridge.prices.ads=0.3571",
                    "vinbridge.prices.media=0.0123",
                    "vinbridge.prices.currency=CAD",
                    "vinbridge.failures.first-pause=1");
            world.sandbox().ads().turn(Dial.UNAVAILABLE, 1);
            node.get("/vehicles/" + World.freshVin());
            world.sandbox().ads().turn(Dial.UNAVAILABLE, 0);
            for (int i = 0; i < 7; i++) {
                String vin = World.freshVin();
                String vehicle = node.get("/vehicles/" + vin).body();
                int style =
                        JsonPath.<List<Integer>>read(vehicle, "$.styles[*].id").get(0);
                node.get("/styles/" + style + "/media");
            }

            BigDecimal counted = new BigDecimal("0.3571")
                    .multiply(BigDecimal.valueOf(world.sandbox().ledger().calls("describeVehicle")))
                    .add(new BigDecimal("0.0123")
                            .multiply(
                                    BigDecimal.valueOf(world.sandbox().ledger().calls("style"))))
                    .setScale(2, RoundingMode.HALF_UP);
            assertThat(counted).isGreaterThan(new BigDecimal("3"));
            await().untilAsserted(() -> assertThat(money(node.get("/usage").body(), "$.items[0].cost"))
                    .isEqualByComparingTo(counted));
            String today = JsonPath.read(node.get("/usage").body(), "$.items[0].day");
            for (String by : List.of("day", "month")) {
                String shares = node.get("/usage?by=" + by + "&from=" + today + "&to=" + today)
                        .body();
                assertThat(money(shares, "$.items[0].cost")).as(by).isEqualByComparingTo(counted);
                assertThat(JsonPath.<String>read(shares, "$.currency")).isEqualTo("CAD");
            }
            assertThat(JsonPath.<List<Integer>>read(
                            node.get("/usage?by=service").body(), "$.items[?(@.name=='ads')].calls"))
                    .containsExactly((int) world.sandbox().ledger().calls("describeVehicle"));
            assertThat(JsonPath.<List<Integer>>read(
                            node.get("/usage/calls?limit=200").body(), "$.items[*].calls"))
                    .satisfies(calls -> assertThat(
                                    calls.stream().mapToInt(Integer::intValue).sum())
                            .isEqualTo((int) billed(world)));
            assertThat(node.get("/usage?format=csv&by=cause").body())
                    .startsWith("cause,calls,equal,failed,lost,vehicles,cost,currency\r\nmiss," + billed(world) + ",");
            assertThat(node.get("/usage?by=day&from=2001-01-01&to=2001-01-31").body())
                    .contains("\"items\":[]");
            assertThat(node.get("/usage?by=day&from=yesterday").statusCode()).isEqualTo(400);
        }
    }

    @Test
    void forecastsTheDayAndTheMonthFromTheDaysBefore() {
        try (World world = World.create()) {
            Node node = world.node("vinbridge.prices.ads=0.5");
            node.bean(JdbcTemplate.class)
                    .update("INSERT INTO ledger (day, request_key, kind, cause, calls, outcome)"
                            + " SELECT (now() AT TIME ZONE 'UTC')::date - day, 'k', 'vehicle', 'miss', 1000, 'equal'"
                            + " FROM generate_series(1, 14) AS day");

            String forecast = node.get("/usage/forecast").body();

            assertThat(JsonPath.<Integer>read(forecast, "$.days")).isEqualTo(14);
            assertThat(JsonPath.<Integer>read(forecast, "$.items[0].expected")).isBetween(0, 1000);
            assertThat(JsonPath.<Integer>read(forecast, "$.items[1].expected"))
                    .isGreaterThanOrEqualTo(JsonPath.<Integer>read(forecast, "$.items[0].expected"));
            int expected = JsonPath.read(forecast, "$.items[1].expected");
            assertThat(money(forecast, "$.items[1].cost"))
                    .isEqualByComparingTo(new BigDecimal("0.5").multiply(BigDecimal.valueOf(expected)));
        }
    }

    private static BigDecimal money(String json, String path) {
        return new BigDecimal(String.valueOf(JsonPath.<Object>read(json, path)));
    }

    @Test
    void listsTheLatestDayFirstPartByPart() {
        try (World world = World.create()) {
            Node node = world.node();
            node.bean(JdbcTemplate.class)
                    .update("INSERT INTO budget SELECT date '2026-01-01' + day, day FROM generate_series(1, 5) AS day");

            String first = node.get("/usage?limit=2").body();
            String second = node.get("/usage?limit=5&cursor=" + JsonPath.read(first, "$.next"))
                    .body();

            assertThat(JsonPath.<List<Integer>>read(first, "$.items[*].spent")).containsExactly(5, 4);
            assertThat(JsonPath.<List<String>>read(second, "$.items[*].day"))
                    .containsExactly("2026-01-04", "2026-01-03", "2026-01-02");
            assertThat(JsonPath.<String>read(second, "$.next")).isNull();
        }
    }

    private static long billed(World world) {
        return world.sandbox().ledger().calls("describeVehicle")
                + world.sandbox().ledger().calls("style");
    }

    private static String vins(int count) {
        return IntStream.range(0, count)
                .mapToObj(at -> "\"" + World.freshVin() + "\"")
                .collect(Collectors.joining(",", "{\"vins\":[", "]}"));
    }
}
