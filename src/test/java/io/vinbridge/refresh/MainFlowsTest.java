package io.vinbridge.refresh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import io.vinbridge.chromedata.DescribingService;
import io.vinbridge.testing.Node;
import io.vinbridge.testing.World;
import java.net.http.HttpResponse;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The main flows, by whichever service describes: with an account of that one alone. */
class MainFlowsTest {

    private static final Map<DescribingService, World> WORLDS = new EnumMap<>(DescribingService.class);

    @AfterAll
    static void close() {
        WORLDS.values().forEach(World::close);
    }

    private static Node node(DescribingService service) {
        return world(service).node();
    }

    private static World world(DescribingService service) {
        return WORLDS.computeIfAbsent(service, first -> {
            World world = World.create();
            if (service == DescribingService.CVD) {
                world.nodeOfCvd();
            } else {
                world.node();
            }
            return world;
        });
    }

    private static long calls(DescribingService service) {
        return world(service).sandbox().ledger().calls(service == DescribingService.CVD ? "vin" : "describeVehicle");
    }

    @ParameterizedTest
    @EnumSource
    void decodesAVinOncePerPattern(DescribingService service) {
        long before = calls(service);
        HttpResponse<String> first = node(service).get("/vehicles/" + World.vin(90_001, 1));
        HttpResponse<String> second = node(service).get("/vehicles/" + World.vin(90_001, 2));

        assertThat(first.statusCode()).as(first.body()).isEqualTo(200);
        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(calls(service) - before).isEqualTo(1);
        assertThat(JsonPath.<String>read(first.body(), "$.make")).isEqualTo("Honda");
        assertThat(JsonPath.<Integer>read(first.body(), "$.modelYear")).isEqualTo(2023);
        for (String list :
                List.of("styles", "options", "specifications", "equipment", "exteriorColors", "interiorColors")) {
            assertThat(JsonPath.<List<Object>>read(first.body(), "$." + list))
                    .as(list)
                    .isNotEmpty();
        }
        assertThat(JsonPath.<List<Object>>read(first.body(), "$.recalls")).isNotNull();
    }

    @ParameterizedTest
    @EnumSource
    void listsTheCatalogueAndAStylesPictures(DescribingService service) {
        Node node = node(service);
        assertThat(node.get("/catalog/years").body()).contains("2023");
        String divisions = node.get("/catalog/divisions?year=2023").body();
        Integer honda = JsonPath.<List<Integer>>read(divisions, "$.items[?(@.name == 'Honda')].id")
                .get(0);
        String models = node.get("/catalog/models?year=2023&division=" + honda).body();
        String styles = node.get("/catalog/styles?model=" + JsonPath.read(models, "$.items[0].id"))
                .body();
        Integer style = JsonPath.read(styles, "$.items[0].id");

        HttpResponse<String> described = node.get("/styles/" + style);

        assertThat(described.statusCode()).as(described.body()).isEqualTo(200);
        assertThat(JsonPath.<List<Integer>>read(described.body(), "$.styles[*].id"))
                .containsExactly(style);
        assertThat(node.get("/styles/" + style + "/media").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource
    void refreshesByARun(DescribingService service) {
        String vin = World.vin(90_003, 1);
        node(service).get("/vehicles/" + vin);
        String id = JsonPath.read(
                node(service)
                        .post("/refreshes", "{\"vins\": [\"" + vin + "\"]}")
                        .body(),
                "$.id");

        await().untilAsserted(() ->
                assertThat(node(service).get("/refreshes/" + id).body()).contains("COMPLETED"));
        String run = node(service).get("/refreshes/" + id).body();
        assertThat(JsonPath.<Integer>read(run, "$.unchanged")).isEqualTo(1);
        assertThat(JsonPath.<Integer>read(run, "$.calls")).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void describesWhatAnEventBringsAndTellsIt(DescribingService service) {
        String vin = World.vin(90_004, 1);
        node(service).post("/events", """
                {"specversion": "1.0", "id": "1", "source": "/dealer/7", "type": "vehicle.arrived", "time": "2026-01-01T00:00:00Z",
                 "data": {"vin": "%s", "price": 15000}}""".formatted(vin));

        await().untilAsserted(
                        () -> assertThat(node(service).get("/changes?limit=200").body())
                                .contains(vin)
                                .contains("described"));
        String vehicle = node(service).get("/vehicles/" + vin).body();
        assertThat(JsonPath.<Number>read(vehicle, "$.own.price").intValue()).isEqualTo(15000);
        assertThat(JsonPath.<String>read(vehicle, "$.make")).isEqualTo("Honda");
    }

    @ParameterizedTest
    @EnumSource
    void namesTheServiceInTheLedger(DescribingService service) {
        node(service).get("/vehicles/" + World.vin(90_005, 1));
        await().untilAsserted(() -> assertThat(node(service)
                        .bean(org.springframework.jdbc.core.JdbcTemplate.class)
                        .queryForList("SELECT DISTINCT service FROM ledger WHERE kind = 'vehicle'", String.class))
                .containsExactly(service.word()));
    }

    @ParameterizedTest
    @EnumSource
    void remembersAnUnknownVin(DescribingService service) {
        String vin = "1HGAAAAA0YA000001";

        assertThat(node(service).get("/vehicles/" + vin).statusCode()).isEqualTo(404);
        long asked = calls(service);
        assertThat(node(service).get("/vehicles/" + vin).statusCode()).isEqualTo(404);
        assertThat(calls(service)).isEqualTo(asked);
    }
}
