package io.vinbridge.api.vins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import io.vinbridge.sandbox.trouble.Dial;
import io.vinbridge.testing.Node;
import io.vinbridge.testing.TestServers;
import io.vinbridge.testing.World;
import io.vinbridge.vpic.SmallDump;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** NHTSA's data answers in the place of ChromeData, where it is told to, until ChromeData does. */
class VpicFallbackTest {

    private static final World WORLD = World.create();

    /** A Honda of 1980, which the sandbox does not carry. */
    private static final String NOT_CARRIED = "1HGCV1130AA012345";

    private static Node node;

    @BeforeAll
    static void load() {
        node = WORLD.node(
                "vinbridge.vpic.fallback=serve",
                "vinbridge.vpic.impossible=refuse",
                "vinbridge.refresh.lookup-timeout=20s",
                "vinbridge.work.first-pause=1s",
                "vinbridge.chromedata.breaker.open-for=1s");
        assertThat(SmallDump.ofHondas().load(node).statusCode()).isEqualTo(200);
    }

    /** The breaker that an outage has opened holds calls back for a while, of the next test too. */
    @AfterEach
    void turnEverythingBack() {
        WORLD.sandbox().reset();
        await().until(() -> node.get("/vehicles/" + World.freshVin()).body().contains("\"service\":\"ADS 7c\""));
    }

    @AfterAll
    static void close() {
        WORLD.close();
    }

    @Test
    void whatChromeDataDoesNotCarryIsAnsweredMarkedAndListed() {
        HttpResponse<String> answer = node.get("/vehicles/" + NOT_CARRIED);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        String vehicle = answer.body();
        assertThat(JsonPath.<String>read(vehicle, "$.source.service")).isEqualTo("vPIC");
        assertThat(JsonPath.<List<String>>read(vehicle, "$.source.lacks")).contains("styles", "exteriorColors");
        assertThat(JsonPath.<String>read(vehicle, "$.undescribed.reason"))
                .as(vehicle)
                .isEqualTo("not-carried");
        assertThat(JsonPath.<List<String>>read(vehicle, "$.warnings[*].code")).contains("AnsweredByVpic");
        assertThat(JsonPath.<String>read(vehicle, "$.make")).isEqualTo("HONDA");
        assertThat(JsonPath.<String>read(vehicle, "$.model")).isEqualTo("Accord");
        assertThat(JsonPath.<Integer>read(vehicle, "$.modelYear")).isEqualTo(1980);
        assertThat(JsonPath.<List<?>>read(vehicle, "$.styles")).isEmpty();
        String tag = answer.headers().firstValue("ETag").orElseThrow();
        assertThat(node.get("/vehicles/" + NOT_CARRIED, "If-None-Match", tag).statusCode())
                .isEqualTo(304);
        assertThat(JsonPath.<List<String>>read(
                        node.get("/vehicles?make=honda&model=accord&year=1980").body(), "$.items[*].vin"))
                .containsExactly(NOT_CARRIED);
        assertThat(JsonPath.<List<String>>read(
                        node.get("/vehicles/" + NOT_CARRIED + "/history").body(), "$.items[*].kind"))
                .containsExactly("vehicle.described");
        assertThat(node.get("/vehicles/" + NOT_CARRIED + "/media").statusCode()).isEqualTo(200);
    }

    @Test
    void aCardTellsWhatStandsInAndListsFindItByTheSameWords() {
        node.get("/vehicles/" + NOT_CARRIED);

        String card = node.get("/vehicles/" + NOT_CARRIED + "?view=card").body();
        assertThat(JsonPath.<String>read(card, "$.make")).as(card).isEqualTo("HONDA");
        assertThat(JsonPath.<Integer>read(card, "$.year")).isEqualTo(1980);
        assertThat(JsonPath.<String>read(card, "$.body")).isEqualTo("sedan");
        assertThat(JsonPath.<Object>read(card, "$.engine")).isNull();
        assertThat(JsonPath.<Object>read(card, "$.secondOpinion")).isNull();
        assertThat(JsonPath.<String>read(card, "$.freshness.service")).isEqualTo("vPIC");
        String list =
                node.get("/vehicles?view=card&body=sedan&year=1980&q=accord").body();
        assertThat(JsonPath.<String>read(list, "$.items[0].freshness.service"))
                .as(list)
                .isEqualTo("vPIC");
        assertThat(JsonPath.<Map<String, Object>>read(list, "$.items[0]"))
                .containsAllEntriesOf(JsonPath.<Map<String, Object>>read(card, "$"));
    }

    @Test
    void whatChromeDataCannotBeAskedForIsAnsweredUntilChromeDataAnswers() {
        String vin = World.freshVin();
        String other = World.freshVin();
        WORLD.sandbox().ads().turn(Dial.UNAVAILABLE, 1);

        String stoodIn = node.get("/vehicles/" + vin).body();
        String batch = node.post("/lookups", "{\"vins\":[\"" + vin + "\",\"" + other + "\"]}")
                .body();

        assertThat(JsonPath.<String>read(stoodIn, "$.source.service")).isEqualTo("vPIC");
        assertThat(JsonPath.<List<String>>read(batch, "$.results[*].vehicle.source.service"))
                .containsExactly("vPIC", "vPIC");
        WORLD.sandbox().reset();
        await().untilAsserted(() -> {
            String described = node.get("/vehicles/" + vin).body();
            assertThat(JsonPath.<String>read(described, "$.source.service")).isEqualTo("ADS 7c");
            assertThat(JsonPath.<List<?>>read(described, "$.styles")).isNotEmpty();
            assertThat(described).doesNotContain("undescribed").doesNotContain("AnsweredByVpic");
        });
    }

    @Test
    void aVinThatCannotBeIsRefusedByTheRuleWithWhatWasPerhapsMeant() {
        long calls = WORLD.sandbox().ledger().calls("describeVehicle");

        HttpResponse<String> answer = node.get("/vehicles/7HGCV1F33LAA12345");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(JsonPath.<String>read(answer.body(), "$.detail"))
                .contains("is not asked")
                .contains("no manufacturer with the code 7HG");
        assertThat(JsonPath.<String>read(answer.body(), "$.suggestedVin")).isEqualTo("1HGCV1F33LAA12345");
        assertThat(WORLD.sandbox().ledger().calls("describeVehicle")).isEqualTo(calls);
    }

    @Test
    void aTrailerIsAnsweredWithoutACall() {
        long calls = WORLD.sandbox().ledger().calls("describeVehicle");

        String trailer = node.get("/vehicles/1ZTAA00A1LA000001").body();

        assertThat(JsonPath.<String>read(trailer, "$.make")).isEqualTo("TRAILMAKER");
        assertThat(WORLD.sandbox().ledger().calls("describeVehicle")).isEqualTo(calls);
    }

    /** The address of the sandbox is there, and nothing may be asked of it. */
    @Test
    void withoutAnAccountAllIsAnsweredByNhtsasData() {
        long calls = WORLD.sandbox().ledger().calls("describeVehicle");
        try (Node alone = Node.start(
                TestServers.migratedDatabase(),
                URI.create(WORLD.sandbox().describeUrl("7c")),
                URI.create(WORLD.sandbox().mediaUrl()),
                "chromedata.account-number=",
                "chromedata.account-secret=",
                "vinbridge.vpic.fallback=serve")) {
            assertThat(alone.get("/vehicles/1HGCV1F33LAA12345").body()).contains("no ChromeData account");
            assertThat(alone.health("/actuator/health/vpic")).contains("vpic-not-loaded");

            SmallDump.ofHondas().load(alone);

            await().untilAsserted(() -> {
                HttpResponse<String> vehicle = alone.get("/vehicles/1HGCV1F33LAA12345");
                assertThat(vehicle.statusCode()).isEqualTo(200);
                assertThat(JsonPath.<String>read(vehicle.body(), "$.source.service"))
                        .isEqualTo("vPIC");
                assertThat(JsonPath.<Boolean>read(vehicle.body(), "$.stale")).isFalse();
            });
            alone.post("/events", """
                    {"type": "vehicle.arrived", "vin": "1HGCV1F33LAA54321", "timestamp": "2026-06-01T00:00:00Z", "price": 15000}
                    """);
            await().untilAsserted(() -> {
                String listed = alone.get("/vehicles?make=Honda&year=2020").body();
                assertThat(JsonPath.<List<String>>read(listed, "$.items[*].vin"))
                        .contains("1HGCV1F33LAA12345", "1HGCV1F33LAA54321");
            });
            String run = alone.send(alone.request("/api/v1/vehicles/import")
                            .header("Content-Type", "text/csv")
                            .POST(BodyPublishers.ofString("vin\n1HGCV1F33LAA99999\n")))
                    .body();
            String id = JsonPath.read(run, "$.id");
            await().untilAsserted(() -> assertThat(
                            JsonPath.<String>read(alone.get("/refreshes/" + id).body(), "$.state"))
                    .isEqualTo("COMPLETED"));
            assertThat(alone.health("/actuator/health/vpic")).contains("vpic-alone");
            assertThat(alone.health("/actuator/health/readiness")).contains("UP");
        }
        assertThat(WORLD.sandbox().ledger().calls("describeVehicle")).isEqualTo(calls);
    }
}
