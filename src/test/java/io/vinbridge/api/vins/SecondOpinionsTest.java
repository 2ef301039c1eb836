package io.vinbridge.api.vins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.vinbridge.testing.Node;
import io.vinbridge.testing.World;
import io.vinbridge.vpic.SmallDump;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Where NHTSA's data is loaded, it spares calls that bring nothing, and says where it agrees with what ChromeData says.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SecondOpinionsTest {

    private static final World WORLD = World.create();
    private static final String SEDAN = "1HGCV1F33LAA12345";

    /** The newest month of which there is a publication: that of this month is not there yet. */
    @SuppressWarnings("TimeInStaticInitializer") // a test is over within its month
    private static final String MONTH =
            YearMonth.now(ZoneOffset.UTC).minusMonths(1).format(DateTimeFormatter.ofPattern("yyyy_MM"));

    private static final Queue<String> ASKED = new ConcurrentLinkedQueue<>();

    private static HttpServer publisher;
    private static Node node;

    @BeforeAll
    static void load() throws IOException {
        publisher = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        publisher.createContext("/", SecondOpinionsTest::publish);
        publisher.start();
        node = WORLD.node("vinbridge.vpic.url=http://127.0.0.1:"
                + publisher.getAddress().getPort() + "/vPICList_lite_YYYY_MM.plain.zip");
        assertThat(SmallDump.ofHondas().load(node).statusCode()).isEqualTo(200);
    }

    @AfterAll
    static void close() {
        WORLD.close();
        publisher.stop(0);
    }

    @Test
    @Order(1)
    void eachDescribedVehicleSaysWhereTheyAgreeFromTheFirstAnswerOn() {
        HttpResponse<String> first = node.get("/vehicles/" + SEDAN);

        assertThat(JsonPath.<List<String>>read(first.body(), "$.secondOpinion.agrees"))
                .containsExactly("make", "model", "modelYear", "bodyType");
        assertThat(JsonPath.<List<?>>read(first.body(), "$.secondOpinion.disagrees"))
                .isEmpty();
        assertThat(JsonPath.<List<String>>read(first.body(), "$.secondOpinion.unknown"))
                .contains("drivetrain", "fuel");
        await().untilAsserted(() -> assertThat(stored(SEDAN)).isNotNull());
        assertThat(JsonPath.<Object>read(node.get("/vehicles/" + SEDAN).body(), "$.secondOpinion"))
                .isEqualTo(JsonPath.<Object>read(first.body(), "$.secondOpinion"));
        for (String cards : List.of(
                node.get("/vehicles/" + SEDAN + "?view=card").body(),
                node.get("/vehicles?view=card&q=" + SEDAN).body())) {
            assertThat(JsonPath.<List<Object>>read(cards, "$..secondOpinion"))
                    .containsExactly(JsonPath.<Object>read(first.body(), "$.secondOpinion"));
        }
        assertThat(JsonPath.<List<?>>read(node.get("/vpic/disagreements").body(), "$.items"))
                .isEmpty();
    }

    @Test
    @Order(2)
    void anotherEditionThatSaysOtherwiseIsADisagreementThatIsListedToldAndCounted() {
        String before =
                node.get("/vehicles/" + SEDAN).headers().firstValue("ETag").orElseThrow();

        SmallDump.ofHondas().with(15, "4").load(node);

        await().untilAsserted(() -> assertThat(JsonPath.<List<?>>read(
                        node.get("/vpic/disagreements?field=drivetrain").body(), "$.items"))
                .hasSize(1));
        String vehicle = node.get("/vehicles/" + SEDAN).body();
        assertThat(JsonPath.<String>read(vehicle, "$.secondOpinion.disagrees[0].field"))
                .isEqualTo("drivetrain");
        assertThat(JsonPath.<String>read(vehicle, "$.secondOpinion.disagrees[0].vpic"))
                .isEqualTo("RWD/Rear-Wheel Drive");
        assertThat(JsonPath.<List<String>>read(vehicle, "$.secondOpinion.disagrees[0].chromeData"))
                .containsExactly("Front Wheel Drive");
        assertThat(node.get("/vehicles/" + SEDAN).headers().firstValue("ETag").orElseThrow())
                .isNotEqualTo(before);
        String listed = node.get("/vpic/disagreements?limit=1").body();
        assertThat(JsonPath.<String>read(listed, "$.items[0].vin")).isEqualTo(SEDAN);
        assertThat(JsonPath.<String>read(listed, "$.items[0].fields[0].field")).isEqualTo("drivetrain");
        assertThat(JsonPath.<Object>read(listed, "$.next")).isNull();
        assertThat(JsonPath.<List<?>>read(
                        node.get("/vpic/disagreements?field=make").body(), "$.items"))
                .isEmpty();
        assertThat(kinds(SEDAN)).contains("vehicle.disagreement-begun").doesNotContain("vehicle.disagreement-ended");
        await().untilAsserted(() -> assertThat(node.health("/actuator/prometheus"))
                .contains("vinbridge_vpic_disagreements{field=\"drivetrain\"} 1.0")
                .contains("vinbridge_vpic_disagreements{field=\"make\"} 0.0"));
    }

    @Test
    @Order(3)
    void whereTheyAgreeAgainTheDisagreementEnds() {
        node.post("/vpic/rollback", "");

        await().untilAsserted(() -> assertThat(kinds(SEDAN)).contains("vehicle.disagreement-ended"));
        assertThat(JsonPath.<List<?>>read(node.get("/vpic/disagreements").body(), "$.items"))
                .isEmpty();
        assertThat(JsonPath.<List<?>>read(node.get("/vehicles/" + SEDAN).body(), "$.secondOpinion.disagrees"))
                .isEmpty();
    }

    @Test
    @Order(4)
    void aTrailerIsNotAskedForAndThatIsCounted() {
        long calls = WORLD.sandbox().ledger().calls("describeVehicle");
        int spent = JsonPath.read(node.get("/usage").body(), "$.items[0].spent");

        HttpResponse<String> answer = node.get("/vehicles/1ZTAA00A1LA000001");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(JsonPath.<String>read(answer.body(), "$.type")).isEqualTo("urn:vinbridge:problem:not-carried");
        assertThat(JsonPath.<String>read(answer.body(), "$.detail"))
                .contains("is not asked")
                .contains("TRAILER");
        assertThat(WORLD.sandbox().ledger().calls("describeVehicle")).isEqualTo(calls);
        await().untilAsserted(() -> {
            String usage = node.get("/usage").body();
            assertThat(JsonPath.<List<Integer>>read(usage, "$.items[0].causes[?(@.cause == 'miss')].decode"))
                    .containsExactly(1);
            assertThat(JsonPath.<Integer>read(usage, "$.items[0].spent")).isEqualTo(spent);
        });
    }

    @Test
    @Order(5)
    void aVinThatCannotBeIsAskedAndATypingErrorIsSuggested() {
        long calls = WORLD.sandbox().ledger().calls("describeVehicle");

        HttpResponse<String> answer = node.get("/vehicles/7HGCV1F33LAA12345");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(WORLD.sandbox().ledger().calls("describeVehicle")).isEqualTo(calls + 1);
        assertThat(JsonPath.<String>read(answer.body(), "$.candidates[0].vin")).isEqualTo(SEDAN);
        assertThat(JsonPath.<String>read(answer.body(), "$.candidates[0].model"))
                .isEqualTo("Accord");
        assertThat(JsonPath.<String>read(answer.body(), "$.suggestedVin")).isEqualTo(SEDAN);
        String batch =
                node.post("/lookups", "{\"vins\":[\"7HGCV1F33LAA12345\"]}").body();
        assertThat(JsonPath.<String>read(batch, "$.results[0].problem.suggestedVin"))
                .isEqualTo(SEDAN);
    }

    @Test
    @Order(6)
    void whatChromeDataDescribesThoughItCannotBeHasAWarning() {
        String truck = node.get("/vehicles/1FTFW1E50PFA12345").body();

        assertThat(JsonPath.<List<String>>read(truck, "$.warnings[?(@.code == 'ImpossibleVin')].message"))
                .containsExactly("NHTSA's data has no manufacturer with the code 1FT");
    }

    @Test
    @Order(7)
    void theScheduleFetchesTheNewestPublicationOnce() {
        node.post("/schedules/refresh-vpic/run", "");

        await().untilAsserted(
                        () -> assertThat(JsonPath.<String>read(node.get("/vpic").body(), "$.edition"))
                                .isEqualTo(MONTH));
        assertThat(JsonPath.<String>read(node.get("/vpic").body(), "$.source")).contains(MONTH + ".plain.zip");
        node.post("/schedules/refresh-vpic/run", "");
        await().untilAsserted(() -> assertThat(ASKED).hasSize(3));
        assertThat(ASKED).filteredOn(path -> path.contains(MONTH)).hasSize(1);
    }

    @Test
    @Order(8)
    void anEditionThatLacksMuchOfTheOneInUseIsRefusedUnlessThatIsMeant() {
        SmallDump large = SmallDump.ofHondas();
        for (int i = 0; i < 10; i++) {
            large.with(15, "4");
        }
        assertThat(large.load(node).statusCode()).isEqualTo(200);

        HttpResponse<String> refused = SmallDump.ofHondas().load(node);

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("it has 2 patterns where the edition in use has 12");
        assertThat(SmallDump.ofHondas().load(node, "?smaller=true").statusCode())
                .isEqualTo(200);
    }

    private static void publish(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        ASKED.add(path);
        boolean there = path.contains(MONTH);
        byte[] body = there ? SmallDump.ofHondas().zip("vPICList_lite_" + MONTH + ".sql") : new byte[0];
        exchange.sendResponseHeaders(there ? 200 : 404, there ? body.length : -1);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static String stored(String vin) {
        return node.bean(JdbcTemplate.class)
                .queryForObject("SELECT opinion FROM vehicles WHERE vin = ?", String.class, vin);
    }

    private static List<String> kinds(String vin) {
        List<Map<String, Object>> items =
                JsonPath.read(node.get("/vehicles/" + vin + "/history").body(), "$.items");
        return items.stream().map(one -> (String) one.get("kind")).toList();
    }
}
