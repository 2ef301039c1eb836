package io.vinbridge.events;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import io.vinbridge.testing.Node;
import io.vinbridge.testing.World;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** Several dealers with one VIN: each has an offer of its own, and one's word leaves the others' as it was. */
class OffersTest {

    private static final World WORLD = World.create();
    private static final Node NODE = WORLD.node(
            "vinbridge.events.redis.enabled=false",
            "vinbridge.vehicles.offers.names=30",
            "vinbridge.vehicles.offers.bytes=16KB",
            "vinbridge.vehicles.offers.dealers=3",
            "vinbridge.vehicles.offers.total=24KB");

    @AfterAll
    static void end() {
        WORLD.close();
    }

    @Test
    void aRemovalByTheSourceOfOneDealerLeavesTheOthersOffer() {
        String vin = World.freshVin();
        cloudEvent(
                vin, "/dealer/1", "vehicle.arrived", 1, ", \"stock\": \"A100\", \"price\": 20000, \"dealer\": \"D1\"");
        cloudEvent(
                vin, "/dealer/2", "vehicle.arrived", 2, ", \"stock\": \"B200\", \"price\": 20500, \"dealer\": \"D2\"");
        cloudEvent(vin, "/dealer/1", "vehicle.removed", 3, "");

        String vehicle = settled(vin);
        assertThat(JsonPath.<String>read(vehicle, "$.own.dealer")).isEqualTo("D2");
        assertThat(JsonPath.<String>read(vehicle, "$.own.status")).isEqualTo("available");
        assertThat(JsonPath.<Integer>read(vehicle, "$.own.price")).isEqualTo(20500);
        assertThat(JsonPath.<List<String>>read(vehicle, "$.offers[*].dealer")).containsExactly("D2", "D1");
        assertThat(JsonPath.<List<String>>read(vehicle, "$.offers[*].status")).containsExactly("available", "removed");
        assertThat(JsonPath.<List<Boolean>>read(vehicle, "$.offers[*].tracked")).containsExactly(true, false);
        assertThat(JsonPath.<List<String>>read(vehicle, "$.offers[*].source"))
                .containsExactly("/dealer/2", "/dealer/1");
        assertThat(tracked(vin)).isTrue();
    }

    @Test
    void theSameHoldsOfFlatMessagesNestedOnesAndLinesInWhateverOrderTheyCome() {
        String flat = World.freshVin();
        flat(flat, "vehicle.removed", 3, ",\"dealer\":\"D1\"");
        flat(flat, "vehicle.arrived", 1, ",\"dealer\":\"D1\",\"price\":1");
        flat(flat, "vehicle.arrived", 2, ",\"dealer\":\"D2\",\"price\":2");
        String nested = World.freshVin();
        nested(nested, "vehicle.arrived", 1, "D1", 1);
        nested(nested, "vehicle.arrived", 2, "D2", 2);
        nested(nested, "vehicle.sold", 3, "D1", 1);
        String lines = World.freshVin();
        String csv = "type,vin,timestamp,price,dealer\n" + "vehicle.arrived,%1$s,2026-06-01T00:00:01Z,1,D1\n"
                + "vehicle.arrived,%1$s,2026-06-01T00:00:02Z,2,D2\n"
                + "vehicle.removed,%1$s,2026-06-01T00:00:03Z,,D1\n";
        NODE.send(NODE.request("/api/v1/events")
                .header("Content-Type", "text/csv")
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString(csv.formatted(lines))));

        for (String vin : List.of(flat, nested, lines)) {
            String vehicle = settled(vin);
            assertThat(JsonPath.<String>read(vehicle, "$.own.dealer")).isEqualTo("D2");
            assertThat(JsonPath.<Integer>read(vehicle, "$.own.price")).isEqualTo(2);
            assertThat(JsonPath.<String>read(vehicle, "$.own.status")).isEqualTo("available");
            assertThat(tracked(vin)).isTrue();
        }
    }

    @Test
    void whatIsServedOtherwiseIsToldOfOwnAndOfTheOtherOffersAndEqualPricesAreNoChange() {
        String vin = World.freshVin();
        flat(vin, "vehicle.arrived", 1, ",\"dealer\":\"D1\",\"price\":15000");
        settled(vin);
        flat(vin, "vehicle.arrived", 2, ",\"dealer\":\"D2\",\"price\":14000");
        settled(vin);
        flat(vin, "vehicle.price-changed", 1, ",\"dealer\":\"D1\",\"price\":15000.0");
        flat(vin, "vehicle.price-changed", 1, ",\"dealer\":\"D1\",\"mileage\":7,\"price\":15000.00");
        settled(vin);

        String history = NODE.get("/vehicles/" + vin + "/history").body();
        assertThat(JsonPath.<List<String>>read(history, "$.items[0].fields[*].name"))
                .containsExactly("offers[D1].mileage");
        assertThat(JsonPath.<List<String>>read(history, "$.items[?(@.kind == 'vehicle.changed')].fields[*].name"))
                .contains("own.dealer", "own.price")
                .doesNotContain("offers[D1].price");
        assertThat(JsonPath.<List<String>>read(history, "$.items[*].kind")).containsOnlyOnce("vehicle.tracked");
    }

    @Test
    void anOrdinaryListingFitsAndWhatGrowsWithEveryEventIsRefusedWithALetterThatSaysWhy() {
        String vin = World.freshVin();
        String photos = IntStream.range(0, 36)
                .mapToObj(i -> "\"https://pictures.example/%s/%02d.jpg\"".formatted(vin, i))
                .collect(Collectors.joining(",", "[", "]"));
        flat(vin, "vehicle.arrived", 1, ",\"dealer\":\"D9\",\"stock\":\"S1\",\"photos\":" + photos);
        settled(vin);
        for (int i = 0; i < 40; i++) {
            flat(vin, "vehicle.updated", 2 + i, ",\"dealer\":\"D9\",\"name" + i + "\":" + i);
        }
        for (int i = 0; i < 5; i++) {
            flat(vin, "vehicle.updated", 60 + i, ",\"dealer\":\"D" + i + "\"");
        }
        String vehicle = settled(vin);

        String stored = vehicle.substring(vehicle.indexOf("\"offers\":"));
        assertThat(JsonPath.<List<?>>read(vehicle, "$.offers[?(@.stock == 'S1')].fields.photos[*]"))
                .hasSize(36);
        assertThat(stored).contains("\"name20\"").doesNotContain("\"name39\"");
        assertThat(JsonPath.<List<?>>read(vehicle, "$.offers")).hasSize(3);
        String letters = NODE.get("/dead-letters?source=acting&limit=100").body();
        assertThat(JsonPath.<List<String>>read(letters, "$.items[?(@.body =~ /.*" + vin + ".*/)].detail"))
                .anyMatch(detail -> detail.contains("31 fields, and at most 30 are kept"))
                .anyMatch(detail -> detail.contains("4 dealers would have the vehicle, and at most 3 are kept"));
        flat(vin, "vehicle.sold", 90, ",\"dealer\":\"D9\"");
        assertThat(JsonPath.<List<String>>read(settled(vin), "$.offers[?(@.stock == 'S1')].status"))
                .containsExactly("sold");
    }

    @Test
    void aBatchOfVehiclesOfWhichDealersSayVeryMuchIsAnsweredAsFarAsItFits() {
        String pattern = World.freshVin().substring(0, 11);
        List<String> vins = IntStream.range(0, 150)
                .mapToObj(i -> pattern + "%06d".formatted(700_000 + i))
                .toList();
        NODE.get("/vehicles/" + vins.get(0));
        NODE.post("/lookups", "{\"vins\":[\"" + String.join("\",\"", vins) + "\"]}");
        NODE.bean(JdbcTemplate.class)
                .update(
                        "UPDATE vehicles SET own = '{\"text\":\"' || repeat('x', 100000) || '\"}', offers = '[]' WHERE vin LIKE ?",
                        pattern + "7%");

        String answer = NODE.post("/lookups", "{\"vins\":[\"" + String.join("\",\"", vins) + "\"]}")
                .body();

        assertThat(JsonPath.<List<?>>read(answer, "$.results[*].vehicle.own")).hasSize(41);
        assertThat(JsonPath.<List<String>>read(answer, "$.results[*].problem.type"))
                .hasSize(109)
                .containsOnly("urn:vinbridge:problem:busy");
    }

    @Test
    void aVehicleThatIsDeletedIsGoneWithItsOffersTheFeedSaysSoAndWhoeverTellsOfItBeginsAnew() {
        String vin = World.freshVin();
        flat(vin, "vehicle.arrived", 1, ",\"dealer\":\"D1\",\"price\":1,\"stock\":\"S1\"");
        settled(vin);

        assertThat(delete(vin)).isEqualTo(204);
        assertThat(delete(vin)).isEqualTo(404);
        assertThat(NODE.bean(JdbcTemplate.class)
                        .queryForObject("SELECT count(*) FROM offers WHERE vin = ?", Integer.class, vin))
                .isZero();
        assertThat(NODE.get("/vehicles?limit=200").body()).doesNotContain(vin);
        String history = NODE.get("/vehicles/" + vin + "/history").body();
        assertThat(JsonPath.<String>read(history, "$.items[0].kind")).isEqualTo("vehicle.removed");
        flat(vin, "vehicle.arrived", 2, ",\"dealer\":\"D2\",\"price\":2");
        String vehicle = settled(vin);
        assertThat(JsonPath.<List<String>>read(vehicle, "$.offers[*].dealer")).containsExactly("D2");
        assertThat(vehicle).doesNotContain("\"S1\"");
    }

    @Test
    void aDealerWhoseNameIsNoneIsRefused() {
        String vin = World.freshVin();
        flat(vin, "vehicle.arrived", 1, ",\"dealer\":\"" + "D".repeat(201) + "\"");
        flat(vin, "vehicle.arrived", 2, ",\"dealer\":7");
        flat(vin, "vehicle.arrived", 3, ",\"dealer\":\"  \",\"price\":3");

        String vehicle = settled(vin);
        assertThat(JsonPath.<List<String>>read(vehicle, "$.offers[*].dealer")).containsExactlyInAnyOrder("7");
        assertThat(JsonPath.<Integer>read(vehicle, "$.own.price")).isEqualTo(3);
    }

    private static int delete(String vin) {
        return NODE.send(NODE.request("/api/v1/vehicles/" + vin).DELETE()).statusCode();
    }

    private static void cloudEvent(String vin, String source, String kind, int second, String more) {
        NODE.post("/events", """
                {"specversion": "1.0", "id": "%s", "source": "%s", "type": "%s", "time": "2026-06-01T00:00:%02dZ",
                "data": {"vin": "%s"%s}}""".formatted(vin + second, source, kind, second, vin, more));
    }

    private static void flat(String vin, String kind, int second, String more) {
        NODE.post(
                "/events",
                "{\"type\":\"%s\",\"vin\":\"%s\",\"timestamp\":\"2026-06-01T00:%02d:%02dZ\"%s}"
                        .formatted(kind, vin, second / 60, second % 60, more));
    }

    private static void nested(String vin, String kind, int second, String dealer, int price) {
        NODE.post(
                "/events", """
                {"event": {"name": "%s", "id": "%s", "ts": %d}, "vehicle": {"vin": "%s", "price": %d}, "dealer": {"code": "%s"}}
                """.formatted(kind, vin + second, 1_780_000_000_000L + second * 1000L, vin, price, dealer));
    }

    private static String settled(String vin) {
        await().atMost(ofSeconds(30)).until(() -> {
            Integer waiting = JsonPath.read(NODE.get("/events/summary").body(), "$.acting.waiting");
            return waiting == 0;
        });
        return NODE.get("/vehicles/" + vin).body();
    }

    private static boolean tracked(String vin) {
        return NODE.bean(JdbcTemplate.class)
                .queryForObject("SELECT tracked FROM vehicles WHERE vin = ?", Boolean.class, vin);
    }
}
