package io.vinbridge.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import io.vinbridge.sandbox.trouble.Dial;
import io.vinbridge.testing.Node;
import io.vinbridge.testing.World;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** What readers see of freshness: what is old comes at once, says so, and is new a moment later. */
class FreshnessTest {

    /** Breakers would carry the trouble of one test into the next, and the schedule refresh what a test made old. */
    private static final String[] SETTINGS = {
        "vinbridge.chromedata.breaker.window=1000",
        "vinbridge.chromedata.breaker.minimum-calls=1000",
        "vinbridge.schedules.refresh-aged.enabled=false",
        "vinbridge.refresh.lookup-timeout=10s"
    };

    private static final World WORLD = World.create();
    private static final List<Node> NODES = List.of(WORLD.node(SETTINGS), WORLD.node(SETTINGS));

    private final Node node = NODES.get(0);
    private final JdbcTemplate jdbc = node.bean(JdbcTemplate.class);

    @AfterEach
    void turnEverythingBack() {
        WORLD.sandbox().reset();
    }

    @AfterAll
    static void close() {
        WORLD.close();
    }

    @Test
    void servesAStaleVehicleAtOnceAndAsksForItOnceBehindItsReaders() {
        String vin = described();
        makeOld(vin);
        WORLD.sandbox().ads().turn(Dial.LATENCY, 12_000);
        long began = System.nanoTime();

        List<String> answers = IntStream.range(0, 50)
                .mapToObj(reader -> NODES.get(reader % 2).get("/vehicles/" + vin))
                .map(HttpResponse::body)
                .toList();

        assertThat(answers).allMatch(FreshnessTest::stale);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(5));
        await().until(() -> !stale(node.get("/vehicles/" + vin).body()));
        assertThat(WORLD.sandbox().ledger().callsForVin(vin)).isEqualTo(1);
    }

    @Test
    void asksBehindABatchToo() {
        String vin = described();
        makeOld(vin);

        String batch = node.post("/lookups", "{\"vins\":[\"" + vin + "\"]}").body();

        assertThat(JsonPath.<Boolean>read(batch, "$.results[0].vehicle.stale")).isTrue();
        await().until(() -> !stale(node.get("/vehicles/" + vin).body()));
    }

    @Test
    void asksBehindAStyleAndItsPictures() {
        int styleId = JsonPath.read(node.get("/vehicles/" + described()).body(), "$.styles[0].id");
        String style = "/styles/" + styleId;
        node.get(style);
        node.get(style + "/media");
        jdbc.update(
                "UPDATE descriptions SET looked_at = now() - interval '31 days' WHERE request_key LIKE ?",
                "%:" + styleId);
        jdbc.update("UPDATE galleries SET looked_at = now() - interval '31 days' WHERE style_id = ?", styleId);

        WORLD.sandbox().ads().turn(Dial.LATENCY, 2_000);
        assertThat(stale(node.get(style).body())).isTrue();
        assertThat(stale(node.get(style + "/media").body())).isTrue();

        await().until(() -> !stale(node.get(style).body())
                && !stale(node.get(style + "/media").body()));
    }

    @Test
    void servesWhatItHasWhileChromeDataIsDownAndSaysWhenToComeBackForTheRest() {
        String vin = described();
        makeOld(vin);
        WORLD.sandbox().ads().turn(Dial.UNAVAILABLE, 1);

        HttpResponse<String> known = node.get("/vehicles/" + vin);
        HttpResponse<String> unknown = node.get("/vehicles/" + World.freshVin());

        assertThat(known.statusCode()).isEqualTo(200);
        assertThat(stale(known.body())).isTrue();
        assertThat(unknown.statusCode()).isEqualTo(503);
        assertThat(unknown.headers().firstValueAsLong("Retry-After").orElse(0)).isPositive();
    }

    @Test
    void looksAnewWhereACallerWantsThat() {
        String vin = described();

        HttpResponse<String> renewed = node.get("/vehicles/" + vin + "?refresh=true");

        assertThat(renewed.statusCode()).isEqualTo(200);
        assertThat(renewed.headers().firstValue("X-Refresh")).contains("done");
        assertThat(WORLD.sandbox().ledger().callsForVin(vin)).isEqualTo(1);
    }

    @Test
    void looksOnceMoreForACallerWhoWantsANewLookWhileAnotherIsUnderWay() throws Exception {
        String vin = World.freshVin();
        node.get("/vehicles/" + vin);
        WORLD.sandbox().ads().turn(Dial.LATENCY, 1_500);
        CompletableFuture<HttpResponse<String>> one =
                CompletableFuture.supplyAsync(() -> node.get("/vehicles/" + vin + "?refresh=true"));
        await().until(() -> WORLD.sandbox().ledger().callsForVin(vin) == 2);

        long asked = System.nanoTime();
        HttpResponse<String> other = node.get("/vehicles/" + vin + "?refresh=true");

        assertThat(other.headers().firstValue("X-Refresh")).contains("done");
        assertThat(WORLD.sandbox().ledger().callsForVin(vin)).isEqualTo(3);
        assertThat(Duration.ofNanos(System.nanoTime() - asked)).isGreaterThan(Duration.ofMillis(1_500));
        assertThat(one.join().headers().firstValue("X-Refresh")).contains("done");
    }

    @Test
    void looksUpWhatIsUnknownWhereACallerWantsANewLook() {
        String vin = World.freshVin();

        HttpResponse<String> renewed = node.get("/vehicles/" + vin + "?refresh=true");

        assertThat(JsonPath.<String>read(renewed.body(), "$.vin")).isEqualTo(vin);
        assertThat(WORLD.sandbox().ledger().callsForVin(vin)).isEqualTo(1);
    }

    @Test
    void servesWhatItHasWhereTheNewLookFailsAndSaysWhy() {
        String vin = described();
        int styleId = JsonPath.read(node.get("/vehicles/" + vin).body(), "$.styles[0].id");
        node.get("/styles/" + styleId);
        makeOld(vin);
        WORLD.sandbox().ads().turn(Dial.HTML, 1);

        HttpResponse<String> vehicle = node.get("/vehicles/" + vin + "?refresh=true");
        HttpResponse<String> style = node.get("/styles/" + styleId + "?refresh=true");

        assertThat(vehicle.statusCode()).isEqualTo(200);
        assertThat(vehicle.headers().firstValue("X-Refresh")).contains("failed; reason=upstream-malformed");
        assertThat(stale(vehicle.body())).isTrue();
        assertThat(style.statusCode()).isEqualTo(200);
        assertThat(style.headers().firstValue("X-Refresh")).contains("failed; reason=upstream-malformed");
        assertThat(stale(style.body())).isFalse();
    }

    @Test
    void servesWhatItHasWhereTheNewLookIsNotThereInTime() {
        String vin = described();
        WORLD.sandbox().ads().turn(Dial.LATENCY, 15_000);

        HttpResponse<String> renewed = node.get("/vehicles/" + vin + "?refresh=true");

        assertThat(renewed.statusCode()).isEqualTo(200);
        assertThat(renewed.headers().firstValue("X-Refresh")).contains("failed; reason=pending");
    }

    @Test
    void servesWhatIsStaleThoughItCannotBeAskedFor() {
        String vin = described();
        makeOld(vin);
        jdbc.execute("ALTER TABLE work RENAME TO work_away");
        try {
            HttpResponse<String> served = node.get("/vehicles/" + vin);

            assertThat(served.statusCode()).isEqualTo(200);
            assertThat(stale(served.body())).isTrue();
        } finally {
            jdbc.execute("ALTER TABLE work_away RENAME TO work");
        }
    }

    @Test
    void looksAnewAtWhatWasNotCarriedWhereACallerWantsThat() {
        String vin = "1HD1KB4117YA54321";
        node.get("/vehicles/" + vin);
        node.get("/vehicles/" + vin);
        long before = WORLD.sandbox().ledger().callsForVin(vin);

        HttpResponse<String> renewed = node.get("/vehicles/" + vin + "?refresh=true");

        assertThat(renewed.statusCode()).isEqualTo(404);
        assertThat(WORLD.sandbox().ledger().callsForVin(vin)).isEqualTo(before + 1);
    }

    @Test
    void refusesARefreshThatIsNeitherTrueNorFalse() {
        assertThat(node.get("/vehicles/" + World.freshVin() + "?refresh=maybe").statusCode())
                .isEqualTo(400);
    }

    @Test
    void tagsAVehicleThatWasDeletedAndIsBackAsAnotherAnswer() {
        String vin = described().substring(0, 11) + "765432";
        told(vin, 15_000);
        String tag = node.get("/vehicles/" + vin).headers().firstValue("ETag").orElseThrow();
        String card = node.get("/vehicles/" + vin + "?view=card")
                .headers()
                .firstValue("ETag")
                .orElseThrow();
        assertThat(node.send(node.request("/api/v1/vehicles/" + vin).DELETE()).statusCode())
                .isEqualTo(204);
        told(vin, 22_000);

        assertThat(node.get("/vehicles/" + vin, "If-None-Match", tag).statusCode())
                .isEqualTo(200);
        assertThat(node.get("/vehicles/" + vin + "?view=card", "If-None-Match", card)
                        .statusCode())
                .isEqualTo(200);
    }

    private void told(String vin, int price) {
        node.post("/events", """
                {"type": "vehicle.price-changed", "vin": "%s", "timestamp": "%s", "price": %d}
                """.formatted(vin, Instant.now(), price));
        await().until(() -> JsonPath.<Integer>read(node.get("/vehicles/" + vin).body(), "$.own.price") == price);
    }

    @Test
    void saysHowOldAnAnswerIsAndKeepsItsTagMeanwhile() {
        String vin = described();
        HttpResponse<String> young = node.get("/vehicles/" + vin);
        age(vin, "100 seconds");

        HttpResponse<String> older = node.get("/vehicles/" + vin);
        String tag = older.headers().firstValue("ETag").orElseThrow();
        HttpResponse<String> same = node.get("/vehicles/" + vin, "If-None-Match", tag);

        assertThat(age(young)).isLessThan(60);
        assertThat(age(older)).isBetween(100L, 160L);
        assertThat(node.get("/vehicles/" + vin).headers().firstValue("ETag")).contains(tag);
        assertThat(same.statusCode()).isEqualTo(304);
        assertThat(age(same)).isBetween(100L, 160L);
        await().until(() -> age(node.get("/vehicles/" + vin + "/media")) >= 0);
        assertThat(older.headers().firstValue("Cache-Control")).contains("private, no-cache");
    }

    @Test
    void showsAnOldListOfTheCatalogueOnlyWhereANewOneCannotBeHad() {
        assertThat(stale(node.get("/catalog/years").body())).isFalse();
        jdbc.update("UPDATE catalog SET looked_at = now() - interval '2 days'");
        WORLD.sandbox().ads().turn(Dial.HTML, 1);

        HttpResponse<String> old = node.get("/catalog/years");

        assertThat(old.statusCode()).isEqualTo(200);
        assertThat(stale(old.body())).isTrue();
        assertThat(JsonPath.<List<Integer>>read(old.body(), "$.items")).contains(2023);
        assertThat(node.get("/catalog/divisions?year=2001").statusCode()).isEqualTo(502);
    }

    @Test
    void countsWhatWasDescribedUnderOtherSettingsAsStaleAndDescribesItAnew() {
        try (World world = World.create()) {
            String vin = World.freshVin();
            String sibling = vin.substring(0, 11) + "654321";
            Node before = world.node();
            before.get("/vehicles/" + vin);
            before.get("/vehicles/" + sibling);
            Node after = world.node("vinbridge.chromedata.switches=ShowAvailableEquipment");

            for (String one : List.of(vin, sibling)) {
                assertThat(stale(after.get("/vehicles/" + one).body())).isTrue();
                await().until(() -> !stale(after.get("/vehicles/" + one).body()));
            }

            assertThat(world.sandbox().ledger().callsForVin(vin)).isEqualTo(2);
        }
    }

    private String described() {
        String vin = World.freshVin();
        assertThat(node.get("/vehicles/" + vin).statusCode()).isEqualTo(200);
        WORLD.sandbox().reset();
        return vin;
    }

    private void makeOld(String vin) {
        age(vin, "31 days");
    }

    private void age(String vin, String age) {
        jdbc.update("""
                UPDATE descriptions SET looked_at = now() - ?::interval
                WHERE request_key = (SELECT request_key FROM vehicles WHERE vin = ?)
                """, age, vin);
    }

    private static boolean stale(String body) {
        return JsonPath.<Boolean>read(body, "$.stale");
    }

    private static long age(HttpResponse<String> answer) {
        return answer.headers().firstValueAsLong("Age").orElse(-1);
    }
}
