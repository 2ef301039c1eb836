package io.vinbridge.api.vins;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import io.vinbridge.sandbox.trouble.Dial;
import io.vinbridge.testing.Node;
import io.vinbridge.testing.World;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** What a dealer says of a vehicle is served though ChromeData does not carry it, fails, or was not asked yet. */
class UndescribedTest {

    private static final World WORLD = World.create();
    private static final Node NODE = WORLD.node(
            "vinbridge.events.redis.enabled=false",
            "vinbridge.refresh.batch-lookup-timeout=2s",
            "vinbridge.chromedata.answer-timeout=2s",
            "vinbridge.chromedata.longest-answer=3s",
            "vinbridge.chromedata.breaker.window=1000",
            "vinbridge.chromedata.breaker.minimum-calls=1000",
            "vinbridge.work.first-pause=1h");

    @AfterEach
    void turnEverythingBack() {
        WORLD.sandbox().reset();
        NODE.bean(JdbcTemplate.class).update("TRUNCATE call_holds");
    }

    @AfterAll
    static void close() {
        WORLD.close();
    }

    @Test
    void whatChromeDataDoesNotCarryIsServedWithWhatTheDealerSaysAndWhy() {
        String vin = "WVWZZZ1K0AWA12345";
        arrived(vin);
        await().untilAsserted(() -> assertThat(
                        JsonPath.<String>read(NODE.get("/vehicles/" + vin).body(), "$.undescribed.reason"))
                .isEqualTo("not-carried"));

        HttpResponse<String> answer = NODE.get("/vehicles/" + vin);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(JsonPath.<Integer>read(answer.body(), "$.own.price")).isEqualTo(15000);
        assertThat(JsonPath.<String>read(answer.body(), "$.own.stock")).isEqualTo("S1");
        assertThat(JsonPath.<String>read(answer.body(), "$.own.status")).isEqualTo("available");
        assertThat(JsonPath.<String>read(answer.body(), "$.undescribed.detail")).contains("does not carry " + vin);
        assertThat(JsonPath.<String>read(answer.body(), "$.undescribed.askedAgainAt"))
                .isNotBlank();
        assertThat(JsonPath.<List<?>>read(answer.body(), "$.styles")).isEmpty();
        assertThat(JsonPath.<List<?>>read(answer.body(), "$.engines")).isEmpty();
        assertThat(JsonPath.<Boolean>read(answer.body(), "$.ambiguous")).isFalse();
        String tag = answer.headers().firstValue("ETag").orElseThrow();
        assertThat(NODE.get("/vehicles/" + vin, "If-None-Match", tag).statusCode())
                .isEqualTo(304);
        String hinted = NODE.get("/vehicles/" + vin + "?trim=Sport&styleId=7").body();
        assertThat(JsonPath.<List<String>>read(hinted, "$.unmatched")).containsExactly("styleId", "trim");
        assertThat(NODE.get("/vehicles/" + vin + "/media").statusCode()).isEqualTo(200);
        HttpResponse<String> chosen = NODE.send(NODE.request("/api/v1/vehicles/" + vin + "/style")
                .header("Content-Type", "application/json")
                .PUT(java.net.http.HttpRequest.BodyPublishers.ofString("{\"styleId\": 7}")));
        assertThat(chosen.statusCode()).isEqualTo(409);
        assertThat(NODE.get("/vehicles/" + vin + "?refresh=true").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"UNAVAILABLE, upstream-unavailable", "BROKEN, upstream-malformed", "FAULT, upstream-unavailable"})
    void whileChromeDataFailsTheDealersWordIsServedAloneInLookUpsAndInLists(Dial dial, String reason) {
        WORLD.sandbox().ads().turn(dial, 1);
        String vin = World.freshVin();
        arrived(vin);
        await().atMost(ofSeconds(30)).untilAsserted(() -> assertThat(
                        JsonPath.<String>read(NODE.get("/vehicles/" + vin).body(), "$.undescribed.reason"))
                .isEqualTo(reason));
        String untold = World.freshVin();

        String looked = NODE.post("/lookups", "{\"vins\":[\"" + vin + "\",\"" + untold + "\"]}")
                .body();

        assertThat(JsonPath.<Integer>read(looked, "$.results[0].vehicle.own.price"))
                .isEqualTo(15000);
        assertThat(JsonPath.<String>read(looked, "$.results[0].vehicle.undescribed.reason"))
                .isEqualTo(reason);
        assertThat(JsonPath.<String>read(looked, "$.results[1].problem.type")).endsWith(reason);
        String list = NODE.get("/vehicles?limit=200").body();
        String item = "$.items[?(@.vin == '" + vin + "')]";
        assertThat(JsonPath.<List<Boolean>>read(list, item + ".described")).containsExactly(false);
        assertThat(JsonPath.<List<String>>read(list, item + ".own.stock")).containsExactly("S1");
        assertThat(JsonPath.<List<Number>>read(list, item + ".own.price")).containsExactly(15000);
        assertThat(JsonPath.<List<?>>read(list, "$.items[?(@.vin == '" + untold + "')]"))
                .isEmpty();
        assertThat(NODE.get("/vehicles/" + untold).statusCode()).isIn(502, 503);
    }

    @Test
    void whoAsksWhileChromeDataHangsIsToldWithinSecondsAndGetsTheDescriptionOnceThereIsOne() {
        WORLD.sandbox().ads().turn(Dial.HANG, 1);
        String vin = World.freshVin();
        arrived(vin);
        await().until(() -> NODE.bean(JdbcTemplate.class)
                        .queryForObject(
                                "SELECT count(*) FROM vehicles WHERE vin = ? AND own IS NOT NULL", Integer.class, vin)
                == 1);
        long before = System.nanoTime();
        HttpResponse<String> answer = NODE.get("/vehicles/" + vin);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(System.nanoTime() - before).isLessThan(8_000_000_000L);
        assertThat(JsonPath.<Integer>read(answer.body(), "$.own.price")).isEqualTo(15000);
        assertThat(JsonPath.<Boolean>read(answer.body(), "$.stale")).isTrue();

        WORLD.sandbox().reset();
        NODE.get("/vehicles/" + vin + "?refresh=true");
        await().atMost(ofSeconds(30)).untilAsserted(() -> {
            String described = NODE.get("/vehicles/" + vin + "?refresh=true").body();
            assertThat(JsonPath.<List<?>>read(described, "$.styles")).isNotEmpty();
            assertThat(JsonPath.<Integer>read(described, "$.own.price")).isEqualTo(15000);
            assertThat(described).doesNotContain("undescribed");
        });
    }

    @Test
    void whoReadsWhatNobodyIsAskedForNowFindsTheSameAsBefore() {
        NODE.bean(JdbcTemplate.class)
                .update("INSERT INTO call_holds (service, held_until) VALUES ('ads', now() + interval '1 hour')");
        String vin = World.freshVin();
        arrived(vin);
        await().untilAsserted(() -> assertThat(NODE.bean(JdbcTemplate.class)
                        .queryForList("SELECT vin FROM vehicles WHERE own IS NOT NULL", String.class))
                .contains(vin));
        HttpResponse<String> first = NODE.get("/vehicles/" + vin);
        assertThat(JsonPath.<String>read(first.body(), "$.undescribed.reason")).isEqualTo("pending");

        NODE.post("/lookups", "{\"vins\":[\"" + vin + "\"]}");

        String tag = first.headers().firstValue("ETag").orElseThrow();
        assertThat(NODE.get("/vehicles/" + vin, "If-None-Match", tag).statusCode())
                .isEqualTo(304);
    }

    @Test
    void whereNobodySaidAnythingItIsAProblemAsEver() {
        assertThat(NODE.get("/vehicles/WVWZZZ1K0AWA54321").statusCode()).isEqualTo(404);
        WORLD.sandbox().ads().turn(Dial.UNAVAILABLE, 1);
        assertThat(NODE.get("/vehicles/" + World.freshVin()).statusCode()).isEqualTo(503);
    }

    private static void arrived(String vin) {
        NODE.post("/events", """
                {"type": "vehicle.arrived", "vin": "%s", "timestamp": "2026-06-01T00:00:00Z", "stock": "S1", "price": 15000}
                """.formatted(vin));
    }
}
