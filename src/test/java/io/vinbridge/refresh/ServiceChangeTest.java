package io.vinbridge.refresh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import io.vinbridge.testing.Node;
import io.vinbridge.testing.World;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** A change of service by the route {@code choose-service}, and back. */
class ServiceChangeTest {

    private static final World WORLD = World.create();
    private static final Node NODE = WORLD.nodeOfBoth("ads", "chromedata.profile=CVDPremiumPlus");
    private static final String ROUTE = """
            - route:
                id: choose-service
                group: choosing
                description: Has all described by one service
                from:
                  uri: direct:choose-service
                  steps:
                    - setVariable:
                        name: service
                        constant: %s
            """;

    @AfterAll
    static void close() {
        WORLD.close();
    }

    @Test
    void failsNoRequestAndTellsNoChangeThatIsNone() throws Exception {
        List<String> vins = IntStream.range(0, 20)
                .mapToObj(pattern -> World.vin(80_000 + pattern, 1))
                .toList();
        vins.forEach(
                vin -> assertThat(NODE.get("/vehicles/" + vin).statusCode()).isEqualTo(200));
        AtomicInteger sent = new AtomicInteger();
        AtomicInteger failed = new AtomicInteger();
        ScheduledExecutorService clock = Executors.newScheduledThreadPool(4);
        ScheduledFuture<?> load = clock.scheduleAtFixedRate(
                () -> {
                    int number = sent.incrementAndGet();
                    int status = NODE.get("/vehicles/" + vins.get(number % vins.size()))
                            .statusCode();
                    failed.addAndGet(status == 200 ? 0 : 1);
                },
                0,
                10,
                TimeUnit.MILLISECONDS);
        try {
            edit("cvd");
            vins.forEach(vin -> await().untilAsserted(
                            () -> assertThat(service(renewed(vin))).isEqualTo("CVD CVDPremiumPlus")));
            long calls = WORLD.sandbox().ledger().calls("vin");
            assertThat(NODE.get("/vehicles/" + World.vin(80_000, 2)).statusCode())
                    .isEqualTo(200);
            assertThat(WORLD.sandbox().ledger().calls("vin")).isEqualTo(calls);

            edit("ads");
            vins.forEach(vin -> await().untilAsserted(
                            () -> assertThat(service(renewed(vin))).isEqualTo("ADS 7c")));
        } finally {
            load.cancel(false);
            clock.shutdown();
            clock.awaitTermination(10, TimeUnit.SECONDS);
        }
        assertThat(failed).as("of " + sent).hasValue(0);
        assertThat(sent.get()).isGreaterThan(50);
        String changes = NODE.get("/changes?limit=200").body();
        assertThat(JsonPath.<List<String>>read(changes, "$.items[?(@.kind != 'vehicle.described')].vin"))
                .as(changes)
                .doesNotContainAnyElementsOf(vins);
    }

    @Test
    void describesEachVehicleByItselfWhereTheOtherServiceDoesSo() {
        String built = World.vin(83_000, 1);
        String first = World.vin(83_000, 2);
        String second = World.vin(83_000, 3);
        JdbcTemplate jdbc = NODE.bean(JdbcTemplate.class);
        WORLD.sandbox().buildData().forVins(Set.of(built));
        edit("cvd");
        assertThat(NODE.get("/vehicles/" + built).body()).contains("\"Build\"");
        edit("ads");
        List.of(first, second)
                .forEach(vin ->
                        assertThat(service(NODE.get("/vehicles/" + vin).body())).isEqualTo("ADS 7c"));
        edit("cvd");

        await().untilAsserted(() -> assertThat(service(renewed(first))).isEqualTo("CVD CVDPremiumPlus"));

        await().until(() -> jdbc.queryForObject("SELECT count(*) FROM work", Long.class) == 0);
        assertThat(jdbc.queryForList(
                        "SELECT DISTINCT request_key FROM vehicles WHERE vin IN (?, ?)", String.class, first, second))
                .hasSize(2);
        assertThat(service(NODE.get("/vehicles/" + second).body())).isEqualTo("CVD CVDPremiumPlus");
        edit("ads");
    }

    @Test
    void leavesTheUsualServiceWhereTheRouteIsWrong() {
        edit("nonsense");

        assertThat(service(NODE.get("/vehicles/" + World.vin(81_000, 1)).body()))
                .isEqualTo("ADS 7c");
        assertThat(NODE.health("/actuator/health")).contains("choice-not-made");
        edit("ads");
    }

    @Test
    void takesNoHeaderAndNoVariableOfTheRouteButItsWord() {
        put(ROUTE.formatted("ads") + """
                    - setHeader:
                        name: X-Correlation-Id
                        constant: of the route
                    - setVariable:
                        name: claim
                        constant: of the route
                    - setVariable:
                        name: exemption
                        constant: of the route
            """);
        String vin = World.vin(82_000, 1);

        assertThat(NODE.get("/vehicles/" + vin, "X-Correlation-Id", "of-the-caller")
                        .statusCode())
                .isEqualTo(200);

        assertThat(WORLD.sandbox().ledger().recent())
                .filteredOn(call -> call.body().contains(vin))
                .isNotEmpty()
                .allSatisfy(call -> assertThat(call.header("X-Correlation-Id")).hasValue("of-the-caller"));
        edit("ads");
    }

    private static String renewed(String vin) {
        HttpResponse<String> answer = NODE.get("/vehicles/" + vin + "?refresh=true");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    private static String service(String vehicle) {
        return JsonPath.read(vehicle, "$.source.service");
    }

    private static void edit(String service) {
        put(ROUTE.formatted(service));
        await().untilAsserted(() ->
                assertThat(NODE.get("/routes/choose-service.camel.yaml").body()).contains(service));
    }

    private static void put(String route) {
        HttpResponse<String> edited = NODE.send(NODE.request("/api/v1/routes/choose-service.camel.yaml")
                .header("Content-Type", "application/yaml")
                .PUT(HttpRequest.BodyPublishers.ofString(route)));
        assertThat(edited.statusCode()).as(edited.body()).isBetween(200, 202);
    }
}
