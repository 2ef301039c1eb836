package io.vinbridge.events;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import io.vinbridge.testing.Node;
import io.vinbridge.testing.World;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** What events do, on two nodes: once, and in the order of the sources' own times. */
class EventEffectsTest {

    private static final Samples SAMPLES = new Samples();
    private static final World WORLD = World.create();
    private static final Node ONE = WORLD.node(SAMPLES.settings());
    private static final Node OTHER = WORLD.node(SAMPLES.settings());
    private static final JdbcTemplate JDBC = ONE.bean(JdbcTemplate.class);

    @AfterAll
    static void end() {
        WORLD.close();
    }

    @Test
    void oneEventSentVeryOftenToTwoNodesHasOneEffectAndOneCall() throws InterruptedException {
        String vin = World.freshVin();
        String event = event("arrived", vin, Instant.parse("2026-01-01T00:00:00Z"), 1);
        WORLD.sandbox().ledger().reset();
        ExecutorService senders = Executors.newFixedThreadPool(16);
        String many = "[" + String.join(",", Collections.nCopies(50, event)) + "]";
        IntStream.range(0, 200).forEach(i -> senders.execute(() -> (i % 2 == 0 ? ONE : OTHER).post("/events", many)));
        senders.shutdown();
        assertThat(senders.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        describedWith(vin, 1);
        settled();
        assertThat(history(vin)).containsExactlyInAnyOrder("vehicle.tracked", "vehicle.changed", "vehicle.described");
        assertThat(WORLD.sandbox().ledger().callsForVin(vin)).isEqualTo(1);
        String summary = ONE.get("/events/summary").body();
        assertThat((Integer) JsonPath.read(summary, "$.http.received")).isGreaterThanOrEqualTo(10_000);
    }

    @Test
    void anEventThatSaysNothingButWhatHappenedIsActedUpon() {
        String vin = World.freshVin();

        ONE.post("/events", "{\"type\":\"vehicle.sold\",\"vin\":\"" + vin + "\"}");

        settled();
        assertThat(JDBC.queryForObject("SELECT outcome FROM inbox WHERE vin = ?", String.class, vin))
                .isEqualTo("acted");
    }

    @Test
    void whatWaitedForANodeToStartIsNotMetByANodeWhoseRoutesDoNotRunYet() {
        try (World world = World.create()) {
            Node taking = world.node("vinbridge.events.processing=false");
            IntStream.range(0, 20).forEach(i -> taking.post("/events", Samples.priced(World.freshVin())));
            taking.close();

            Node acting = world.node("vinbridge.events.processing=true");

            await().atMost(ofSeconds(30))
                    .until(() -> JsonPath.read(acting.get("/events/summary").body(), "$.acting.acted")
                            .equals(20));
            assertThat(acting.bean(JdbcTemplate.class).queryForObject("SELECT sum(attempts) FROM inbox", Integer.class))
                    .isZero();
        }
    }

    @Test
    void ofShuffledUpdatesTheNewestWins() {
        String vin = World.freshVin();
        Instant begin = Instant.parse("2026-02-01T00:00:00Z");
        List<String> updates = new ArrayList<>(IntStream.rangeClosed(1, 1_000)
                .mapToObj(i -> event("price-changed", vin, begin.plusSeconds(i), i))
                .toList());
        Collections.shuffle(updates, new Random(7));
        for (int from = 0; from < 1_000; from += 100) {
            String part = "[" + String.join(",", updates.subList(from, from + 100)) + "]";
            assertThat((from % 200 == 0 ? ONE : OTHER).post("/events", part).statusCode())
                    .isEqualTo(202);
        }
        settled();
        assertThat(own(vin)).contains("\"price\":1000");
    }

    @Test
    void whatWasSoldAndThenIsSaidToHaveArrivedBeforeStaysSold() {
        String vin = World.freshVin();
        Instant noon = Instant.parse("2026-03-01T12:00:00Z");
        ONE.post("/events", event("sold", vin, noon, 9));
        settled();
        OTHER.post("/events", event("arrived", vin, noon.minusSeconds(60), 8));
        settled();
        assertThat(own(vin)).contains("\"status\":\"sold\"").contains("\"price\":9");
        assertThat(tracked(vin)).isFalse();
        ONE.post("/events", event("arrived", vin, noon.plusSeconds(60), 7));
        settled();
        assertThat(own(vin)).contains("\"status\":\"available\"").contains("\"price\":7");
        assertThat(tracked(vin)).isTrue();
    }

    @Test
    void aSourceWhoseClockIsFarAheadDoesNotSilenceTheOthersForEver() {
        String vin = World.freshVin();
        ONE.post("/events", event("price-changed", vin, Instant.now().plusSeconds(864_000), 1));
        settled();
        String latest = JDBC.queryForObject("SELECT said::text FROM offers WHERE vin = ?", String.class, vin);
        String at = JsonPath.read(latest, "$.price");
        assertThat(Instant.parse(at.substring(0, at.indexOf('#')) + "Z"))
                .isBefore(Instant.now().plusSeconds(301));
    }

    @Test
    void whatIsNotUnderstoodCanBeMendedAndTriedAgain() {
        String vin = World.freshVin();
        HttpResponse<String> answer = ONE.post("/events", "{\"type\":\"vehicle.price-changed\",\"price\":3}");
        assertThat(answer.statusCode()).isEqualTo(400);
        ONE.post("/events", "{\"type\":\"vehicle.price-changed\",\"price\":3}");
        List<String> ids = JsonPath.read(
                ONE.get("/dead-letters?source=event:http&reason=invalid-event").body(),
                "$.items[?(@.body =~ /.*price\":3.*/)].id");
        assertThat(ids).hasSize(1);
        String mended = "{\\\"type\\\":\\\"vehicle.price-changed\\\",\\\"price\\\":3,\\\"vin\\\":\\\"" + vin + "\\\"}";
        assertThat(ONE.send(ONE.request("/api/v1/dead-letters/" + ids.get(0))
                                .PUT(java.net.http.HttpRequest.BodyPublishers.ofString(
                                        "{\"body\":\"" + mended + "\"}")))
                        .statusCode())
                .isEqualTo(200);
        assertThat(ONE.post("/dead-letters/" + ids.get(0) + "/replay", "").statusCode())
                .isEqualTo(202);
        settled();
        assertThat(own(vin)).contains("\"price\":3");
        assertThat(ONE.get("/dead-letters/" + ids.get(0)).statusCode()).isEqualTo(404);
    }

    @Test
    void manyDeadLettersAreDiscardedByWhatTheyHaveInCommon() {
        ONE.post("/events", "[1,2,3]");
        HttpResponse<String> discarded = ONE.post("/dead-letters/discard", "{\"source\":\"event:http\"}");
        assertThat(discarded.statusCode()).isEqualTo(202);
        assertThat((Integer) JsonPath.read(discarded.body(), "$.discarded")).isGreaterThanOrEqualTo(3);
        assertThat((List<?>)
                        JsonPath.read(ONE.get("/dead-letters?source=event:http").body(), "$.items"))
                .isEmpty();
    }

    private static String event(String kind, String vin, Instant at, int price) {
        return "{\"type\":\"vehicle.%s\",\"vin\":\"%s\",\"timestamp\":\"%s\",\"price\":%d}"
                .formatted(kind, vin, at, price);
    }

    private static void settled() {
        await().atMost(ofSeconds(30)).until(() -> {
            Integer waiting = JsonPath.read(ONE.get("/events/summary").body(), "$.acting.waiting");
            return waiting == 0;
        });
    }

    private static void describedWith(String vin, int price) {
        await().atMost(ofSeconds(30)).untilAsserted(() -> {
            String vehicle = ONE.get("/vehicles/" + vin).body();
            assertThat((Integer) JsonPath.read(vehicle, "$.own.price")).isEqualTo(price);
        });
    }

    private static List<String> history(String vin) {
        return JsonPath.read(ONE.get("/vehicles/" + vin + "/history").body(), "$.items[*].kind");
    }

    private static String own(String vin) {
        return JDBC.queryForObject("SELECT own FROM vehicles WHERE vin = ?", String.class, vin);
    }

    private static boolean tracked(String vin) {
        return JDBC.queryForObject("SELECT tracked FROM vehicles WHERE vin = ?", Boolean.class, vin);
    }
}
