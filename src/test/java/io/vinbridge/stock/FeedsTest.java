package io.vinbridge.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import io.vinbridge.testing.Node;
import io.vinbridge.testing.World;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Feeds are what platforms want: rows by their rules, whole or since a cursor, fetched as they can; operators add feeds
 * and profiles while it runs.
 */
class FeedsTest {

    private static final PlatformServer PLATFORM = new PlatformServer();
    private static final World WORLD = World.create();
    private static final Node NODE = WORLD.node(
            "vinbridge.public-url=https://vehicles.example.com",
            "vinbridge.events.redis.enabled=false",
            "vinbridge.routes.hosts=" + PLATFORM.host(),
            "vinbridge.stock.folder=target/stock-folder",
            "vinbridge.stock.folder-quiet=100ms",
            "vinbridge.access.disabled=false",
            "vinbridge.admin-key=" + "k".repeat(40));
    private static final String[] ADMIN = {"X-API-Key", "k".repeat(40)};
    private static final NodeSchedules SCHEDULES = new NodeSchedules(NODE, ADMIN);
    private static final String GOOD = "1HGCV1F35LA000002";
    private static final String CHANGING = "1HGCV1F30LA000005";
    private static final String BAD = "5FNYF8H9XMB000002";

    private static final String DEALER = """
            {"name": "Example Motors", "currency": "USD", "distanceUnit": "MI", "placeIds": {"google": "S7"},
             "address": {"street": "1 Main Street", "city": "Springfield", "region": "IL", "country": "US", "latitude": 39.8, "longitude": -89.6},
             "linkTemplate": "https://www.example.com/cars/{vin}", "defaults": {"condition": "used"}}
            """;

    @BeforeAll
    static void stock() {
        put("/dealers/D7", "application/json", DEALER);
        send(
                "D7",
                "vin,year,make,model,price,mileage,photos,color,text\n" + GOOD
                        + ",2020,Honda,Accord,15000,12000,https://a.example/1.jpg|https://a.example/2.jpg,Red,\"One, \"\"two\"\"\"\n"
                        + BAD + ",2021,Honda,Pilot,Call,,,,\n");
    }

    @AfterAll
    static void end() {
        WORLD.close();
        PLATFORM.close();
    }

    @Test
    void publishesRowsByEachPlatformsRulesAndTellsWhatItRejectsAndWhatToDo() {
        String listings = get("/feeds/google-listings.csv?dealer=D7");

        assertThat(listings.lines()).hasSize(2);
        assertThat(listings.lines().findFirst().orElseThrow()).startsWith("id,vin,store_code,place_id,dealership_name");
        assertThat(listings)
                .contains(GOOD + "-D7," + GOOD + ",S7,,Example Motors,\"1 Main Street, Springfield, IL, US\"")
                .contains(",15000 USD,used,Honda,Accord,2020,")
                .contains("12000 miles")
                .contains("https://www.example.com/cars/" + GOOD);
        String rejects = get("/feeds/google-listings/rejects?dealer=D7");
        assertThat(JsonPath.<List<String>>read(rejects, "$.items[*].vin")).containsExactly(BAD);
        assertThat(JsonPath.<List<String>>read(rejects, "$.items[0].reasons"))
                .anyMatch(
                        reason -> reason.contains("price") && reason.contains("Have the dealer's file bring a price"));
        assertThat(get("/feeds/google-ads?dealer=D7").lines().findFirst().orElseThrow())
                .startsWith("id\tVIN\tstore_code");
        assertThat(get("/feeds/tiktok?dealer=D7").lines()).hasSize(2);
        assertThat(get("/feeds/inventory?dealer=D7").lines()).hasSize(3);
        assertThat(JsonPath.<List<Integer>>read(
                        get("/feeds"), "$.items[?(@.name=='google-listings')].fetches[?(@.dealer=='D7')].rows"))
                .containsExactly(1);
    }

    @Test
    void listsWhatItRejectsPartByPart() {
        put("/dealers/bare", "application/json", "{\"name\": \"Bare\"}");
        String vins = IntStream.range(10, 15)
                .mapToObj("5FNYF8H9XMB0000%d\n"::formatted)
                .collect(Collectors.joining());
        send("bare", "vin\n" + vins);

        List<String> told = new ArrayList<>();
        List<Integer> sizes = new ArrayList<>();
        String next = "";
        while (next != null) {
            String part = get(
                    "/feeds/google-listings/rejects?dealer=bare&limit=2" + (next.isEmpty() ? "" : "&cursor=" + next));
            List<String> some = JsonPath.read(part, "$.items[*].vin");
            told.addAll(some);
            sizes.add(some.size());
            next = JsonPath.read(part, "$.next");
        }

        assertThat(told).containsExactlyElementsOf(vins.lines().toList());
        assertThat(sizes).containsExactly(2, 2, 1);
        assertThat(NODE.get("/feeds/google-listings/rejects?cursor=other", ADMIN)
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void isWrittenAsCsvXmlOrJsonAndPacked() {
        assertThat(get("/feeds/meta.csv"))
                .contains("mileage.value,mileage.unit,image[0].url")
                .contains("12000,MI,https://a.example/1.jpg,,https://a.example/2.jpg")
                .contains("\"One, \"\"two\"\"\"");
        assertThat(get("/feeds/meta.xml"))
                .contains("<listings>")
                .contains("<mileage><value>12000</value><unit>MI</unit></mileage>")
                .contains(
                        "<image><url>https://a.example/1.jpg</url></image><image><url>https://a.example/2.jpg</url></image>")
                .contains("<state_of_vehicle>USED</state_of_vehicle>");
        String json = get("/feeds/meta.json");
        assertThat(JsonPath.<String>read(json, "$[0].address.city")).isEqualTo("Springfield");
        assertThat(get("/feeds/sitemap"))
                .contains("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">")
                .contains("<url><loc>https://www.example.com/cars/" + GOOD + "</loc><lastmod>")
                .doesNotContain("jsonld");
        assertThat(JsonPath.<String>read(get("/feeds/sitemap.json"), "$[0].jsonld.offers.priceCurrency"))
                .isEqualTo("USD");
        await().untilAsserted(() -> {
            HttpResponse<byte[]> packed = NODE.bytes("/feeds/meta.csv.gz?dealer=D7", ADMIN);
            try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(packed.body()))) {
                assertThat(new String(gzip.readAllBytes(), StandardCharsets.UTF_8))
                        .contains(GOOD)
                        .isEqualTo(get("/feeds/meta.csv?dealer=D7"));
            }
        });
    }

    @Test
    void isTheSameUntilSomethingChangesAndTellsWhatChangedSinceACursor() {
        put("/dealers/D8", "application/json", "{\"name\": \"Changing\"}");
        send("D8", "vin,price\n" + CHANGING + ",15000\n");
        await().untilAsserted(() -> {
            HttpResponse<String> whole = NODE.get("/feeds/inventory.json", ADMIN);
            String tag = whole.headers().firstValue("ETag").orElseThrow();
            assertThat(NODE.get("/feeds/inventory.json", "X-API-Key", ADMIN[1], "If-None-Match", tag)
                            .statusCode())
                    .isEqualTo(304);
            assertThat(get("/feeds/inventory.json?dealer=D8&since=" + cursor())).doesNotContain("vin");
        });

        String before = cursor();
        send("D8", "vin,price\n" + CHANGING + ",14999\n");
        await().untilAsserted(() -> {
            String changed = get("/feeds/inventory.json?dealer=D8&since=" + before);
            assertThat(JsonPath.<List<String>>read(changed, "$[*].vin")).containsExactly(CHANGING);
            assertThat(changed).contains("14999").doesNotContain("15000");
        });
    }

    @Test
    void whatIsSoldIsInNoFeedWhoeverSaysSo() {
        put("/dealers/D9", "application/json", DEALER);
        send("D9", "vin,year,make,model,price,mileage\n1HGCV1F38LA000009,2020,Honda,Accord,15000,12000\n");
        assertThat(get("/feeds/google-listings?dealer=D9")).contains("LA000009");

        event("vehicle.updated", "1HGCV1F38LA000009", "D9", "Verkauft");

        await().untilAsserted(() -> {
            for (String feed : List.of("google-listings", "google-ads", "meta", "tiktok", "inventory", "sitemap")) {
                assertThat(get("/feeds/" + feed + "?dealer=D9")).as(feed).doesNotContain("LA000009");
            }
        });
    }

    @Test
    void whoCopiesByACursorLearnsWhatLeft() {
        put("/dealers/D10", "application/json", DEALER);
        List<String> vins = List.of("1HGCV1F36LA000011", "1HGCV1F38LA000012", "1HGCV1F3XLA000013", "1HGCV1F31LA000014");
        send("D10", "vin,price\n" + String.join(",1\n", vins) + ",1\n");
        await().untilAsserted(() -> assertThat(get("/feeds/inventory.json?dealer=D10&since=" + cursor()))
                .doesNotContain("vin"));
        String before = cursor();

        event("vehicle.sold", vins.get(0), "D10", null);
        event("vehicle.removed", vins.get(1), "D10", null);
        event("vehicle.updated", vins.get(2), "D10", "SOLD");
        NODE.send(NODE.request("/api/v1/vehicles/" + vins.get(3), ADMIN).DELETE());

        await().untilAsserted(() -> assertThat(JsonPath.<List<String>>read(
                        get("/feeds/inventory.json?dealer=D10&since=" + before), "$[*].status"))
                .containsExactly("removed", "sold", "removed", "sold"));
        assertThat(JsonPath.<List<String>>read(
                        get("/feeds/inventory.json?since=" + before), "$[?(@.vin=='" + vins.get(3) + "')].status"))
                .containsExactly("removed");
        assertThat(get("/feeds/inventory?dealer=D10").lines()).hasSize(1);
        assertThat(get("/feeds/meta.json?dealer=D10&since=" + before)).doesNotContain("vin");
    }

    @Test
    void whoCopiesByACursorLearnsThatAVehicleLeftThoughAnotherDealerHasItNow() {
        put("/dealers/D20", "application/json", DEALER);
        put("/dealers/D21", "application/json", DEALER);
        send("D20", "vin,price\n1HGCV1F33LA000020,1\n");
        await().untilAsserted(() -> assertThat(get("/feeds/inventory.json?dealer=D20&since=" + cursor()))
                .doesNotContain("vin"));
        String before = cursor();

        NODE.send(NODE.request("/api/v1/vehicles/1HGCV1F33LA000020", ADMIN).DELETE());
        send("D21", "vin,price\n1HGCV1F33LA000020,2\n");

        await().untilAsserted(() -> assertThat(JsonPath.<List<String>>read(
                        get("/feeds/inventory.json?dealer=D21&since=" + before), "$[*].status"))
                .containsExactly("available"));
        assertThat(JsonPath.<List<String>>read(get("/feeds/inventory.json?dealer=D20&since=" + before), "$[*].status"))
                .containsExactly("removed");
        assertThat(JsonPath.<List<String>>read(
                        get("/feeds/inventory.json?since=" + before), "$[?(@.vin=='1HGCV1F33LA000020')].status"))
                .as("in this order")
                .containsExactly("removed", "available");
    }

    @Test
    void whoCopiesByACursorLearnsWhatADealersOwnDataChange() {
        put("/dealers/D22", "application/json", DEALER);
        send("D22", "vin,price\n1HGCV1F35LA000021,1\n");
        await().untilAsserted(() -> assertThat(get("/feeds/inventory.json?dealer=D22&since=" + cursor()))
                .doesNotContain("vin"));
        String before = cursor();

        put("/dealers/D22", "application/json", DEALER.replace("www.example.com", "cars.example.com"));

        assertThat(get("/feeds/inventory.json?since=" + before))
                .contains("https://cars.example.com/cars/1HGCV1F35LA000021");
    }

    @Test
    void aDayInStockIsOneOfTheDealersPlace() {
        put(
                "/dealers/D11",
                "application/json",
                DEALER.replace("{\"name\"", "{\"timeZone\": \"Pacific/Auckland\", \"name\""));
        send(
                "D11",
                "vin,year,make,model,price,mileage,photos,text,dateInStock\n1HGCV1F35LA000016,2020,Honda,Accord,1500,12000,https://a.example/1.jpg,One,2026-01-05\n"
                        + "1HGCV1F37LA000017,2020,Honda,Accord,1500,12000,https://a.example/1.jpg,One,\n");
        NODE.bean(JdbcTemplate.class)
                .update("UPDATE offers SET since = '2026-01-05T13:00:00Z' WHERE vin = '1HGCV1F37LA000017'");

        for (String feed : List.of("google-listings", "meta")) {
            List<String> rows =
                    get("/feeds/" + feed + ".csv?dealer=D11").lines().toList();
            assertThat(rows.get(1)).as(feed).contains("2026-01-05").doesNotContain("2026-01-04");
            assertThat(rows.get(2)).as(feed).contains("2026-01-06").doesNotContain("2026-01-05");
        }
    }

    private static void event(String type, String vin, String dealer, String status) {
        NODE.send(NODE.request("/api/v1/events", ADMIN)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"type\": \"" + type + "\", \"vin\": \"" + vin
                        + "\", \"timestamp\": \"" + Instant.now() + "\", \"dealer\": \"" + dealer + "\""
                        + (status == null ? "" : ", \"status\": \"" + status + "\"") + "}")));
    }

    @Test
    void isFetchedWithAKeyOfItsOwnByHeaderBasicOrAddressUntilThatIsRevoked() {
        String made = NODE.send(NODE.request("/api/v1/keys", ADMIN)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{\"name\": \"meta\", \"scope\": \"feed\"}")))
                .body();
        String key = JsonPath.read(made, "$.key");
        String basic = "Basic " + Base64.getEncoder().encodeToString(("feed:" + key).getBytes(StandardCharsets.UTF_8));

        assertThat(NODE.get("/feeds/meta.csv").statusCode()).isEqualTo(401);
        assertThat(NODE.get("/feeds/meta.csv", "X-API-Key", key).statusCode()).isEqualTo(200);
        assertThat(NODE.get("/feeds/meta.csv", "Authorization", basic).statusCode())
                .isEqualTo(200);
        assertThat(NODE.get("/feeds/meta.csv?key=" + key).statusCode()).isEqualTo(200);
        assertThat(NODE.get("/dealers", "X-API-Key", key).statusCode()).isEqualTo(403);
        assertThat(NODE.get("/vehicles/" + GOOD + "?key=" + key).statusCode()).isEqualTo(401);
        assertThat(NODE.get("/feeds/meta.csv?key=" + ADMIN[1]).statusCode()).isEqualTo(401);

        NODE.send(NODE.request("/api/v1/keys/" + JsonPath.read(made, "$.id"), ADMIN)
                .DELETE());
        await().untilAsserted(() ->
                assertThat(NODE.get("/feeds/meta.csv?key=" + key).statusCode()).isEqualTo(401));
    }

    @Test
    void isRefusedWithTheNameOfTheSettingWhereNoAddressCanBeAbsolute() {
        HttpResponse<String> refused = World.shared().node().get("/feeds/inventory");

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("VINBRIDGE_PUBLICURL");
        assertThat(NODE.get("/feeds/nothing", ADMIN).body()).contains("there are google-ads, google-listings");
    }

    @Test
    void takesFilesFromTheWatchedFolderAndPutsAsideWhatIsNone() throws IOException {
        put("/dealers/lot", "application/json", "{\"name\": \"Lot\"}");
        Path folder = Files.createDirectories(Path.of("target/stock-folder/lot/whole"));
        Files.writeString(folder.resolve("stock.csv"), "vin\n1HGCV1F35LA000002\n");
        Files.writeString(folder.resolve("page.csv"), "<html></html>");

        await().untilAsserted(() -> assertThat(JsonPath.<List<String>>read(get("/stock/lot/files"), "$.items[*].state"))
                .containsExactly("taken"));
        await().untilAsserted(() -> {
            assertThat(folder.resolve(".taken")).isDirectoryContaining("glob:**stock.csv");
            assertThat(folder.resolve(".refused")).isDirectoryContaining("glob:**page.csv");
        });
    }

    /**
     * An operator's afternoon: a dealer whose columns nobody knows is taken on by two files, and a new feed is
     * published by three.
     */
    @Test
    void anOperatorTakesOnAnUnknownFileAndPublishesANewFeedWhileItRuns() {
        put("/dealers/odd", "application/json", "{\"name\": \"Odd\", \"linkTemplate\": \"https://odd.example/{vin}\"}");
        String file = "Kennung;Betrag\n1HGCV1F37LA000003;12.500,00\n1HGCV1F39LA000004;9.900,00\n";
        HttpResponse<String> unknown =
                NODE.send(NODE.request("/api/v1/stock/odd", ADMIN).POST(BodyPublishers.ofString(file)));
        assertThat(unknown.statusCode()).isEqualTo(400);
        assertThat(unknown.body()).contains("VINs stand in the column Kennung");

        String look = NODE.send(
                        NODE.request("/api/v1/stock/odd?dryRun=true", ADMIN).POST(BodyPublishers.ofString(file)))
                .body();
        assertThat(JsonPath.<String>read(look, "$.suggested.id")).isEqualTo("stock-odd");
        put(
                "/routes/stock-odd.jslt",
                "text/plain",
                "[for (.) {\"vin\": .Kennung, \"fields\": {\"price\": money(.Betrag)}}]");
        put("/routes/stock-odd.camel.yaml", "application/yaml", JsonPath.read(look, "$.suggested.route"));
        await().untilAsserted(() -> {
            String tried = NODE.send(
                            NODE.request("/api/v1/stock/odd?dryRun=true", ADMIN).POST(BodyPublishers.ofString(file)))
                    .body();
            assertThat(JsonPath.<String>read(tried, "$.profile")).isEqualTo("stock-odd");
            assertThat(JsonPath.<Number>read(tried, "$.lines[0].fields.price").intValue())
                    .isEqualTo(12500);
        });
        HttpResponse<String> sent =
                NODE.send(NODE.request("/api/v1/stock/odd?mode=whole", ADMIN).POST(BodyPublishers.ofString(file)));
        String report = taken(sent);
        assertThat(JsonPath.<Integer>read(report, "$.counts.new")).isEqualTo(2);

        put(
                "/routes/stock-odd.jslt",
                "text/plain",
                "[for (.) {\"vin\": .Kennung, \"fields\": {\"price\": money(.Betrag), \"stock\": \"by hand\"}}]");
        await().until(() -> NODE.send(
                        NODE.request("/api/v1/stock/odd?dryRun=true", ADMIN).POST(BodyPublishers.ofString(file)))
                .body()
                .contains("by hand"));
        report = taken(NODE.send(
                NODE.request("/api/v1/stock/odd?mode=whole&again=true", ADMIN).POST(BodyPublishers.ofString(file))));
        assertThat(JsonPath.<Integer>read(report, "$.counts.changed")).isEqualTo(2);
        assertThat(get("/vehicles/1HGCV1F37LA000003")).contains("by hand");

        put(
                "/routes/feed-prices.schema.json",
                "application/json",
                "{\"title\": \"Prices\", \"required\": [\"vin\", \"price\"], \"properties\": {\"vin\": {}, \"price\": {\"type\": \"number\", \"maximum\": 10000}}}");
        put("/routes/feed-prices.jslt", "text/plain", "[for (.) {\"vin\": .vin, \"price\": .offer.price}]");
        put("/routes/feed-prices.camel.yaml", "application/yaml", """
                - route:
                    id: feed-prices
                    group: platforms
                    description: Makes rows of prices
                    from:
                      uri: direct:feed-prices
                      steps:
                        - to:
                            uri: "jslt:{{vinbridge.routes-location}}/feed-prices.jslt"
                """);
        await().untilAsserted(() ->
                assertThat(get("/feeds/prices.csv?dealer=odd")).isEqualTo("vin,price\r\n1HGCV1F39LA000004,9900\r\n"));
        assertThat(get("/feeds/prices/rejects?dealer=odd")).contains("1HGCV1F37LA000003");
    }

    @Test
    void takesAFileThatARouteFetchesFromAnAllowedHost() {
        put("/dealers/far", "application/json", "{\"name\": \"Far\"}");
        PLATFORM.serves("vin,price\n1HGCV1F35LA000002,15000\n");
        SCHEDULES.put("poll-far", """
                - setVariable: {name: dealer, constant: {expression: far}}
                - setVariable: {name: mode, constant: {expression: whole}}
                - to:
                    uri: "http://%s/stock.csv"
                    parameters: {bridgeEndpoint: true, disableStreamCache: true, httpMethod: GET}
                - to: {uri: "direct:stock.receive"}
                """.formatted(PLATFORM.host()));

        SCHEDULES.run("poll-far");

        await().untilAsserted(() -> assertThat(JsonPath.<List<String>>read(get("/stock/far/files"), "$.items[*].state"))
                .containsExactly("taken"));
        assertThat(JsonPath.<List<String>>read(get("/stock/far/files"), "$.items[*].mode"))
                .containsExactly("whole");
        assertThat(JsonPath.<List<String>>read(get("/stock/far/files"), "$.items[*].at"))
                .containsExactly("2026-01-05T10:00:00Z");
    }

    @Test
    void pushesAFeedWholeAndHoldsAShorterOneUntilAPersonSaysYes() {
        put("/dealers/pushed", "application/json", "{\"name\": \"Pushed\"}");
        String two = "vin,status\n1HGCV1F35LA000002,available\n1HGCV1F37LA000003,available\n";
        send("pushed", two);
        SCHEDULES.put("push-inventory", """
                - setVariable: {name: feed, constant: {expression: inventory.csv}}
                - setVariable: {name: dealer, constant: {expression: pushed}}
                - to: {uri: "direct:feeds.make"}
                - to:
                    uri: "http://%s/inventory.csv"
                    parameters: {bridgeEndpoint: true, httpMethod: PUT}
                - to: {uri: "direct:feeds.note-pushed"}
                """.formatted(PLATFORM.host()));
        SCHEDULES.run("push-inventory");
        await().untilAsserted(() -> assertThat(PLATFORM.received()).hasSize(1));
        assertThat(PLATFORM.received().get(0).lines()).hasSize(3);
        await().untilAsserted(() -> assertThat(pushed("rows")).isEqualTo(2));

        send("pushed", two.replace("3,available", "3,removed"));
        HttpResponse<String> held = SCHEDULES.answer("push-inventory");
        assertThat(held.statusCode()).isEqualTo(409);
        assertThat(held.body()).contains("held until somebody says yes");
        assertThat(pushed("heldRows")).isEqualTo(1);
        assertThat(PLATFORM.received()).hasSize(1);

        HttpResponse<String> yes =
                NODE.send(NODE.request("/api/v1/feeds/inventory/release", ADMIN).POST(BodyPublishers.noBody()));
        assertThat(yes.statusCode()).as(yes.body()).isEqualTo(204);
        SCHEDULES.run("push-inventory");
        await().untilAsserted(() -> assertThat(pushed("rows")).isEqualTo(1));
        assertThat(PLATFORM.received()).hasSize(2);
        assertThat(PLATFORM.received().get(1).lines()).hasSize(2);
    }

    private static Object pushed(String member) {
        List<Object> found =
                JsonPath.read(get("/feeds"), "$.items[?(@.name=='inventory')].pushes[?(@.dealer=='pushed')]." + member);
        return found.isEmpty() ? null : found.get(0);
    }

    private static String cursor() {
        return NODE.get("/feeds/inventory.json", ADMIN)
                .headers()
                .firstValue("X-Feed-Cursor")
                .orElseThrow();
    }

    private static String get(String path) {
        HttpResponse<String> got = NODE.get(path, ADMIN);
        assertThat(got.statusCode()).as(got.body()).isEqualTo(200);
        return got.body();
    }

    private static void put(String path, String type, String body) {
        HttpResponse<String> put = NODE.send(NODE.request("/api/v1" + path, ADMIN)
                .header("Content-Type", type)
                .PUT(BodyPublishers.ofString(body)));
        assertThat(put.statusCode()).as(put.body()).isBetween(200, 204);
    }

    private static void send(String dealer, String file) {
        taken(NODE.send(NODE.request("/api/v1/stock/" + dealer, ADMIN).POST(BodyPublishers.ofString(file))));
    }

    private static String taken(HttpResponse<String> sent) {
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(202);
        String report = sent.headers().firstValue("Location").orElseThrow().substring("/api/v1".length());
        await().until(() ->
                JsonPath.<String>read(NODE.get(report, ADMIN).body(), "$.state").equals("taken"));
        return NODE.get(report, ADMIN).body();
    }
}
