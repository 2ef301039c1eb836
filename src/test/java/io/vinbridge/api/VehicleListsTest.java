package io.vinbridge.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.jayway.jsonpath.JsonPath;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.vinbridge.testing.Node;
import io.vinbridge.testing.World;
import io.vinbridge.testing.contract.ContractCheck;
import io.vinbridge.vehicles.lists.VehiclePopularity;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Lists that make a page: filters, orders, facets, and whole lists as CSV and JSON lines. */
class VehicleListsTest {

    private static final String SEDAN = "1HGCV1F33LAA12345";
    private static final String ELECTRIC = "5YJ3E1EB3MFA12345";
    private static final String PICKUP = "1FTFW1E55PAA12345";
    private static final String CONVERTIBLE = "JM1NDAC72HAA12345";
    private static final String SUV = "2HKRW2H59LAA12345";

    private static World world;
    private static Node node;
    private final ObjectMapper mapper = new ObjectMapper();

    @BeforeAll
    static void stock() {
        world = World.create();
        node = world.node("vinbridge.refresh.note-reads=500");
        offer(
                SEDAN,
                "\"dealer\":\"North\",\"price\":24000,\"mileage\":30000,\"stock\":\"S1\",\"color\":\"Crystal Black Pearl\"");
        offer(ELECTRIC, "\"dealer\":\"North\",\"price\":31000,\"mileage\":12000,\"stock\":\"S2\",\"color\":\"bleu\"");
        offer(PICKUP, "\"dealer\":\"South\",\"price\":52000,\"stock\":\"=1+2\",\"color\":\"white\"");
        offer(CONVERTIBLE, "\"dealer\":\"South\",\"price\":18000,\"mileage\":80000,\"stock\":\"S4\",\"color\":\"red\"");
        node.get("/vehicles/" + SUV);
        await().untilAsserted(() -> assertThat(vins("/vehicles?facets=make")).hasSize(5));
        await().untilAsserted(() -> assertThat(vins("/vehicles?priceFrom=1")).hasSize(5));
        await().untilAsserted(() -> assertThat(vins("/vehicles?fuel=electric")).containsExactly(ELECTRIC));
    }

    @AfterAll
    static void close() {
        world.close();
    }

    private static void offer(String vin, String fields) {
        String event =
                "{\"specversion\":\"1.0\",\"id\":\"" + vin + "\",\"source\":\"/dealer\",\"type\":\"vehicle.arrived\","
                        + "\"time\":\"2026-01-05T09:30:00Z\",\"data\":{\"vin\":\"" + vin + "\"," + fields + "}}";
        assertThat(node.post("/events", event).statusCode()).isEqualTo(202);
        node.get("/vehicles/" + vin);
    }

    private static List<String> vins(String path) {
        return JsonPath.read(node.get(path).body(), "$.items[*].vin");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            make=honda                        | 1HGCV1F33LAA12345 2HKRW2H59LAA12345
            make=Honda&body=suv               | 2HKRW2H59LAA12345
            yearFrom=2021&yearTo=2023         | 1FTFW1E55PAA12345 5YJ3E1EB3MFA12345
            body=convertible                  | JM1NDAC72HAA12345
            drivetrain=4wd                    | 1FTFW1E55PAA12345
            fuel=diesel                       | 1FTFW1E55PAA12345
            transmission=automatic&fuel=electric | 5YJ3E1EB3MFA12345
            color=blue                        | 5YJ3E1EB3MFA12345
            color=black                       | 1HGCV1F33LAA12345
            priceFrom=18000&priceTo=24000     | 1HGCV1F33LAA12345 JM1NDAC72HAA12345
            mileageTo=30000                   | 1HGCV1F33LAA12345 5YJ3E1EB3MFA12345
            dealer=north                      | 1HGCV1F33LAA12345 5YJ3E1EB3MFA12345
            dealer=South&body=pickup          | 1FTFW1E55PAA12345
            stock=S4                          | JM1NDAC72HAA12345
            tracked=false                     | 2HKRW2H59LAA12345
            q=mazda%20mia                     | JM1NDAC72HAA12345
            q=maz%20mia                       |
            q=mia%20mazda                     |
            q=2020                            | 1HGCV1F33LAA12345 2HKRW2H59LAA12345
            q=5yj3e1                          | 5YJ3E1EB3MFA12345
            q=zz'%20%26%20!%3A*               |
            """)
    void filters(String query, String vins) {
        List<String> found = vins("/vehicles?" + query);

        assertThat(found.stream().sorted().toList())
                .isEqualTo(
                        vins == null
                                ? List.of()
                                : Stream.of(vins.split(" ")).sorted().toList());
    }

    @Test
    void beginWithWhatWasReadMostOfLate() {
        VehiclePopularity popularity = node.bean(VehiclePopularity.class);
        JdbcTemplate jdbc = node.bean(JdbcTemplate.class);
        popularity.read(new TreeMap<>(Map.of(PICKUP, 20_000L, SUV, 3_000L, "1HGCM82633A004352", 9L)));
        popularity.read(new TreeMap<>(Map.of(PICKUP, 20_000L, SUV, 9_000L)));
        assertThat(vins("/vehicles?sort=-seen").subList(0, 2)).containsExactly(PICKUP, SUV);

        // After two weeks a read counts a quarter: 10,000 of 40,000 are fewer than 12,000.
        jdbc.update("UPDATE vehicle_reads SET warm_at = warm_at - interval '14 days' WHERE vin = ?", PICKUP);

        List<String> whole = vins("/vehicles?sort=-seen");
        assertThat(whole.subList(0, 2)).containsExactly(SUV, PICKUP);
        assertThat(whole).hasSize(5);
        String first = node.get("/vehicles?sort=-seen&limit=1").body();
        assertThat(vins("/vehicles?sort=-seen&cursor=" + JsonPath.<String>read(first, "$.next")))
                .isEqualTo(whole.subList(1, 5));
    }

    @Test
    void countReadsOfAVehicleByItselfAndNobodyWhoReads() {
        JdbcTemplate jdbc = node.bean(JdbcTemplate.class);
        jdbc.update("DELETE FROM vehicle_reads");
        readCard(CONVERTIBLE);
        // With it, whatever other tests read before is written.
        await().until(() ->
                jdbc.queryForList("SELECT vin FROM vehicle_reads", String.class).contains(CONVERTIBLE));
        jdbc.update("DELETE FROM vehicle_reads");
        vins("/vehicles?make=honda");
        for (int i = 0; i < 4; i++) {
            readCard(CONVERTIBLE);
        }
        await().untilAsserted(() -> assertThat(jdbc.queryForList(
                        "SELECT vin FROM vehicle_reads WHERE warm_at > now() + interval '13 days'", String.class))
                .containsExactly(CONVERTIBLE));
        assertThat(jdbc.queryForList(
                        "SELECT column_name FROM information_schema.columns WHERE table_name = 'vehicle_reads' ORDER BY 1",
                        String.class))
                .containsExactly("vin", "warm_at");
    }

    private static void readCard(String vin) {
        node.get("/vehicles/" + vin + "?view=card");
    }

    @Test
    void tellsVehiclesWithPicturesFromThoseWithout() {
        JdbcTemplate store = node.bean(JdbcTemplate.class);
        await().untilAsserted(() -> assertThat(vins("/vehicles?pictures=true")).contains(SUV, ELECTRIC));
        store.update(
                "UPDATE galleries SET names = '{}' WHERE style_id = (SELECT style_id FROM vehicles WHERE vin = ?)",
                SUV);
        store.update("DELETE FROM galleries WHERE style_id = (SELECT style_id FROM vehicles WHERE vin = ?)", ELECTRIC);
        List<String> without = store.queryForList("""
                SELECT vin FROM vehicles LEFT JOIN galleries USING (style_id)
                WHERE coalesce(cardinality(names), 0) = 0 ORDER BY vin""", String.class);

        assertThat(vins("/vehicles?pictures=false"))
                .containsExactlyInAnyOrderElementsOf(without)
                .contains(SUV, ELECTRIC);
        assertThat(vins("/vehicles?pictures=true")).hasSize(5 - without.size()).doesNotContainAnyElementsOf(without);
        assertThat(JsonPath.<Integer>read(
                        node.get("/vehicles?pictures=false&facets=make").body(), "$.total"))
                .isEqualTo(without.size());
    }

    @ParameterizedTest
    @CsvSource({
        "price, JM1NDAC72HAA12345 1HGCV1F33LAA12345 2HKRW2H59LAA12345 5YJ3E1EB3MFA12345 1FTFW1E55PAA12345",
        "-price, 1FTFW1E55PAA12345 5YJ3E1EB3MFA12345 2HKRW2H59LAA12345 1HGCV1F33LAA12345 JM1NDAC72HAA12345",
        "mileage, 5YJ3E1EB3MFA12345 1HGCV1F33LAA12345 JM1NDAC72HAA12345 1FTFW1E55PAA12345 2HKRW2H59LAA12345",
        "-mileage, JM1NDAC72HAA12345 1HGCV1F33LAA12345 5YJ3E1EB3MFA12345 1FTFW1E55PAA12345 2HKRW2H59LAA12345",
        "year, JM1NDAC72HAA12345 1HGCV1F33LAA12345 2HKRW2H59LAA12345 5YJ3E1EB3MFA12345 1FTFW1E55PAA12345",
        "-year, 1FTFW1E55PAA12345 5YJ3E1EB3MFA12345 2HKRW2H59LAA12345 1HGCV1F33LAA12345 JM1NDAC72HAA12345",
        "model, 1FTFW1E55PAA12345 1HGCV1F33LAA12345 2HKRW2H59LAA12345 JM1NDAC72HAA12345 5YJ3E1EB3MFA12345",
    })
    void sortsAndGoesOnPageByPage(String sort, String vins) {
        for (int limit : new int[] {1, 2, 3, 5, 50}) {
            List<String> walked = new ArrayList<>();
            String cursor = "";
            do {
                String page = node.get("/vehicles?view=card&sort=" + sort + "&limit=" + limit + cursor)
                        .body();
                walked.addAll(JsonPath.read(page, "$.items[*].vin"));
                String next = JsonPath.read(page, "$.next");
                cursor = next == null ? null : "&cursor=" + next;
            } while (cursor != null);

            assertThat(walked).as("in pages of " + limit).containsExactly(vins.split(" "));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"changed", "added"})
    void sortsByTimeBothWays(String sort) {
        List<String> forth = vins("/vehicles?sort=" + sort);
        List<String> back = new ArrayList<>(vins("/vehicles?sort=-" + sort));

        java.util.Collections.reverse(back);
        assertThat(forth).hasSize(5).isEqualTo(back);
    }

    @Test
    void showsTheSameCardsAsOfEachVehicle() throws IOException {
        JsonNode items = mapper.readTree(node.get("/vehicles?view=card").body()).path("items");
        ContractCheck contract =
                new ContractCheck(mapper.readTree(node.get("/openapi.json").body()));

        for (JsonNode item : items) {
            JsonNode alone =
                    mapper.readTree(node.get("/vehicles/" + item.path("vin").asText() + "?view=card")
                            .body());
            alone.fieldNames().forEachRemaining(name -> {
                if (!name.equals("freshness")) {
                    assertThat(item.path(name)).as(name).isEqualTo(alone.path(name));
                }
            });
            assertThat(contract.faults(item, "ListedCard")).isEmpty();
        }
        assertThat(items).hasSize(5);
    }

    @Test
    void findAccentedWordsInWhateverCase() {
        JdbcTemplate jdbc = node.bean(JdbcTemplate.class);
        jdbc.update("""
                INSERT INTO vehicles (vin, request_key, make, model, body_type, styles, own_dealer, own)
                VALUES ('A0000000000000001', 'describe:accents', 'CITROËN', 'Être Grand', 'BÂCHÉ', 0, 'DÉALER',
                    '{"status":"RÉSERVÉ","stock":"É1"}')""");
        try {
            for (String query : List.of(
                    "q=CITROËN",
                    "q=citroën",
                    "q=citroë",
                    "q=grand ÊTRE",
                    "q=É1",
                    "make=CITROËN",
                    "make=Citroën",
                    "make=citroën&model=ÊTRE GRAND&sort=price",
                    "bodyType=bâché",
                    "dealer=DÉALER",
                    "dealer=déaler&sort=-changed",
                    "dealer=Déaler&make=CITROËN&facets=make",
                    "status=réservé",
                    "stock=é1")) {
                assertThat(vins(URI.create("/vehicles?" + query.replace(" ", "%20"))
                                .toASCIIString()))
                        .as(query)
                        .containsExactly("A0000000000000001");
            }
            List<String> plan = node.bean(TransactionTemplate.class).execute(status -> {
                jdbc.execute("SET LOCAL enable_seqscan = off");
                return jdbc.queryForList(
                        "EXPLAIN SELECT FROM vehicles WHERE listed AND make_key = (lower('CITROËN' COLLATE words) COLLATE \"C\")",
                        String.class);
            });
            assertThat(String.join("", plan)).contains("Index Cond: (make_key = 'citroën'");
        } finally {
            jdbc.update("DELETE FROM vehicles WHERE vin = 'A0000000000000001'");
        }
    }

    @Test
    void filterByTheColourOfTheStyleThatTheDealerNames() throws IOException {
        JdbcTemplate jdbc = node.bean(JdbcTemplate.class);
        String own = jdbc.queryForObject("SELECT own FROM vehicles WHERE vin = ?", String.class, SEDAN);
        JsonNode colors = mapper.readTree(node.get("/vehicles/" + SEDAN + "?fields=exteriorColors")
                        .body())
                .path("exteriorColors");
        assertThat(colors).isNotEmpty();
        try {
            for (JsonNode color : colors) {
                for (String stated : List.of(
                        color.path("name").asText().toUpperCase(Locale.ROOT),
                        " " + color.path("code").asText() + " ")) {
                    ObjectNode offer = (ObjectNode) mapper.readTree(own);
                    jdbc.update(
                            "UPDATE vehicles SET own = ? WHERE vin = ?",
                            mapper.writeValueAsString(offer.put("color", stated).put("exteriorColor", " ")),
                            SEDAN);

                    JsonNode card = mapper.readTree(node.get("/vehicles/" + SEDAN + "?view=card&fields=exteriorColor")
                            .body());
                    String shown = card.at("/exteriorColor/family").asText();
                    assertThat(vins("/vehicles?color=" + shown)).as(stated).contains(SEDAN);
                }
            }
        } finally {
            jdbc.update("UPDATE vehicles SET own = ? WHERE vin = ?", own, SEDAN);
        }
    }

    @Test
    void leaveOutOfALargeOfferOnlyWhatIsLarge() throws IOException {
        JdbcTemplate jdbc = node.bean(JdbcTemplate.class);
        String own = jdbc.queryForObject("SELECT own FROM vehicles WHERE vin = ?", String.class, CONVERTIBLE);
        ObjectNode large = (ObjectNode) mapper.readTree(own);
        large.put("status", "on hold").put("condition", "used").putNull("certified");
        for (int place = 0; place < 300; place++) {
            large.put("note" + place, "n".repeat(20));
        }
        JsonNode few = large.deepCopy();
        large.put("text", "x".repeat(9000)).putArray("photos").add("y".repeat(9000));
        jdbc.update("UPDATE vehicles SET own = ? WHERE vin = ?", mapper.writeValueAsString(large), CONVERTIBLE);

        try {
            JsonNode card = mapper.readTree(
                            node.get("/vehicles?view=card&stock=S4").body())
                    .path("items")
                    .path(0);

            assertThat(card.path("own")).isEqualTo(few);
            assertThat(card.path("exteriorColor").path("family").asText()).isEqualTo("red");
        } finally {
            jdbc.update("UPDATE vehicles SET own = ? WHERE vin = ?", own, CONVERTIBLE);
        }
    }

    @Test
    void countsFacets() {
        String list =
                node.get("/vehicles?limit=1&facets=body,make,color,dealer").body();

        assertThat(JsonPath.<Integer>read(list, "$.total")).isEqualTo(5);
        assertThat(JsonPath.<Boolean>read(list, "$.atLeast")).isFalse();
        assertThat(JsonPath.<List<Integer>>read(list, "$.facets.make[?(@.value=='Honda')].count"))
                .containsExactly(2);
        assertThat(JsonPath.<List<String>>read(list, "$.facets.body[*].value"))
                .containsExactly("sedan", "convertible", "pickup", "suv");
        assertThat(JsonPath.<List<Integer>>read(list, "$.facets.dealer[*].count"))
                .containsExactly(2, 2);
    }

    @Test
    void writesAllAsCsvWithoutAnyFormula() {
        HttpResponse<String> csv = node.get("/vehicles?sort=price&limit=1", "Accept", "text/csv");

        List<String> lines = csv.body().lines().toList();
        assertThat(csv.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
        assertThat(lines).hasSize(6);
        assertThat(lines.get(0)).startsWith("vin,year,make,model,trim");
        assertThat(lines.get(1)).startsWith(CONVERTIBLE + ",2017,Mazda,MX-5 Miata,Grand Touring,");
        assertThat(lines.get(5)).contains("'=1+2").doesNotContain(",=1+2");
    }

    @Test
    void readsNoMoreThanTheFirstPartForTheHeadOfAWholeList() {
        JdbcTemplate jdbc = node.bean(JdbcTemplate.class);
        jdbc.update("""
                INSERT INTO vehicles (vin, request_key, styles, created_at, changed_at, tracked, own_dealer, own)
                SELECT 'A' || lpad(n::text, 16, '0'), 'describe:many', 0, now(), now(), true, 'Many', '{"dealer":"Many"}'
                FROM generate_series(1, 450) n""");
        try {
            double before = listsRead();
            HttpResponse<String> head = node.send(node.request("/api/v1/vehicles?dealer=Many", "Accept", "text/csv")
                    .method("HEAD", HttpRequest.BodyPublishers.noBody()));
            double ofHead = listsRead() - before;
            HttpResponse<String> whole = node.get("/vehicles?dealer=Many", "Accept", "text/csv");

            assertThat(head.statusCode()).isEqualTo(200);
            assertThat(head.headers().firstValue("Content-Type"))
                    .isEqualTo(whole.headers().firstValue("Content-Type"))
                    .hasValueSatisfying(type -> assertThat(type).startsWith("text/csv"));
            assertThat(head.headers().firstValue("Content-Length")).isEmpty();
            assertThat(whole.body().lines()).hasSize(451);
            assertThat(ofHead).isPositive().isLessThan(listsRead() - before - ofHead);
        } finally {
            jdbc.update("DELETE FROM vehicles WHERE own_dealer = 'Many'");
        }
    }

    private static double listsRead() {
        return node.bean(MeterRegistry.class).find("hikaricp.connections.usage").timers().stream()
                .filter(timer -> timer.getId().getTag("pool").contains("list"))
                .mapToDouble(Timer::count)
                .sum();
    }

    @Test
    void writesAllAsJsonLines() throws IOException {
        HttpResponse<String> lines =
                node.get("/vehicles?sort=-price&fields=vin,price", "Accept", "application/x-ndjson");

        List<String> all = lines.body().lines().toList();
        assertThat(all).hasSize(5);
        assertThat(mapper.readTree(all.get(0)).path("vin").asText()).isEqualTo(PICKUP);
        assertThat(mapper.readTree(all.get(0)).fieldNames()).toIterable().containsExactlyInAnyOrder("vin", "price");
    }

    @ParameterizedTest
    @CsvSource({
        "colour=red, 'There is no parameter colour here; there are addresses, body'",
        "sort=power, 'must be one of -added'",
        "body=truck, 'must be one of cargo-van'",
        "facets=seats, 'there are make, model, year, body'",
        "fields=horsepower, 'ambiguous'",
        "view=style, 'must be one of card, summary'",
    })
    void namesWhatThereIsToWhoeverAsksForSomethingElse(String query, String detail) {
        HttpResponse<String> refused = node.get("/vehicles?" + query);

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(JsonPath.<String>read(refused.body(), "$.detail")).contains(detail);
    }

    @Test
    void takesNoCursorOfAnotherOrder() {
        String next = JsonPath.read(node.get("/vehicles?sort=price&limit=1").body(), "$.next");

        assertThat(node.get("/vehicles?sort=-price&limit=1&cursor=" + next).statusCode())
                .isEqualTo(400);
    }
}
