package io.vinbridge.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import io.lettuce.core.RedisClient;
import io.lettuce.core.api.sync.RedisCommands;
import io.vinbridge.testing.Node;
import io.vinbridge.testing.TestServers;
import io.vinbridge.testing.World;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** What is said of vehicles by HTTP and by Redis, in whatever coding, and what is kept and told of it. */
class PostedEventsTest {

    private static final Samples SAMPLES = new Samples();
    private static final World WORLD = World.create();
    private static final Node NODE = WORLD.node(SAMPLES.settings());
    private static final RedisClient CLIENT = RedisClient.create(TestServers.redis());
    private static final RedisCommands<String, String> REDIS = CLIENT.connect().sync();

    @AfterAll
    static void end() {
        CLIENT.shutdown();
        WORLD.close();
    }

    @Test
    void whatIsTakenBackIsGoneAndTheFeedTells() {
        String vin = World.freshVin();
        accepted(flat(
                vin, 1, "\"price\":15000,\"photos\":[\"a.jpg\"],\"promo\":{\"text\":\"0 % APR\"},\"stock\":\"S1\""));
        acted();
        accepted(flat(vin, 2, "\"price\":null,\"photos\":[],\"promo\":{}"));

        acted();
        String own = own(vin);
        assertThat(JsonPath.<Map<String, Object>>read(own, "$"))
                .doesNotContainKey("price")
                .containsEntry("stock", "S1");
        assertThat(JsonPath.<List<Object>>read(own, "$.photos")).isEmpty();
        assertThat(JsonPath.<Map<String, Object>>read(own, "$.promo")).isEmpty();
        assertThat(changes(vin, "own.price", "to")).containsExactly(null, 15000);
    }

    @Test
    void whatWasTakenBackIsNotBroughtBackByWhatWasSaidBefore() {
        String vin = World.freshVin();
        accepted(flat(vin, 9, "\"price\":null"));
        accepted(flat(vin, 8, "\"price\":15000"));

        acted();
        assertThat(own(vin)).isEqualTo("{}");
    }

    @Test
    void onePriceHoweverItIsWrittenIsOneChange() {
        String vin = World.freshVin();
        int second = 0;
        for (String price : List.of("15000", "\"15000\"", "15000.0", "\"15,000.00\"", "\"$15.000,00\"", "1.5e4")) {
            accepted(flat(vin, second++, "\"price\":" + price));
            acted();
        }

        assertThat(changes(vin, "own.price", "to")).containsExactly(15000);
    }

    @Test
    void aPriceThatIsNoneIsToldInTheAnswerAndTheHistoryAndGoesWithTheNext() {
        String vin = World.freshVin();
        HttpResponse<String> answer = posted("text/csv", csv(vin, 1, "Call").getBytes(UTF_8));

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(JsonPath.<String>read(answer.body(), "$.results[0].warnings[0].message"))
                .isEqualTo("The field price is no amount: Call");
        acted();
        assertThat(JsonPath.<String>read(own(vin), "$.priceText")).isEqualTo("Call");
        String history = NODE.get("/vehicles/" + vin + "/history").body();
        assertThat(JsonPath.<List<String>>read(history, "$.items[*].fields[?(@.name=='warnings')].to[0]"))
                .containsExactly("The field price is no amount: Call");

        posted("text/csv", csv(vin, 3, "9,999").getBytes(UTF_8));
        posted("text/csv", csv(vin, 2, "N/A").getBytes(UTF_8));

        acted();
        assertThat(JsonPath.<Map<String, Object>>read(own(vin), "$"))
                .containsEntry("price", 9999)
                .doesNotContainKey("priceText");
    }

    @Test
    void aKindSaysTheStatusWhereTheEventLeavesItEmpty() {
        String vin = World.freshVin();
        posted("text/csv", ("type,vin,status,mileage\nvehicle.sold," + vin + ",,N/A\n").getBytes(UTF_8));

        acted();
        assertThat(JsonPath.<String>read(own(vin), "$.status")).isEqualTo("sold");
    }

    @Test
    void aPackedBodyIsUnpackedAndAnotherCodingIsNotTakenForText() throws IOException {
        String event = flat(World.freshVin(), 1, "\"price\":1");

        assertThat(posted("application/json", gzip(event.getBytes(UTF_8)), "Content-Encoding", "gzip")
                        .body())
                .contains("\"accepted\":1");
        assertThat(posted("application/json", gzip(event.getBytes(UTF_8)), "Content-Encoding", "X-GZIP")
                        .body())
                .contains("\"duplicate\":1");
        assertThat(posted("application/json", event.getBytes(UTF_8), "Content-Encoding", "identity")
                        .body())
                .contains("\"duplicate\":1");
        for (String coding : List.of("br", "deflate", "zstd", "gzip, gzip")) {
            HttpResponse<String> refused =
                    posted("application/json", event.getBytes(UTF_8), "Content-Encoding", coding);
            assertThat(refused.statusCode()).isEqualTo(415);
            assertThat(refused.body()).contains("unsupported-media-type").contains(coding);
        }
    }

    @Test
    void whatIsNotPackedAsItSaysOrTooLargeUnpackedIsRefused() throws IOException {
        byte[] packed = gzip("[".repeat(1_000).getBytes(UTF_8));
        byte[] half = Arrays.copyOf(packed, packed.length - 6);
        byte[] bomb = gzip(new byte[50_000_000]);

        assertThat(posted("application/json", "{}".getBytes(UTF_8), "Content-Encoding", "gzip")
                        .statusCode())
                .isEqualTo(400);
        assertThat(posted("application/json", half, "Content-Encoding", "gzip").statusCode())
                .isEqualTo(400);
        assertThat(bomb).hasSizeLessThan(100_000);
        assertThat(posted("application/json", bomb, "Content-Encoding", "gzip").statusCode())
                .isEqualTo(413);
    }

    @ParameterizedTest
    @ValueSource(strings = {"windows-1252", "ISO-8859-1", "UTF-16", "utf-16le", "\"utf-8\""})
    void aDeclaredCharacterSetCountsAlsoAgainstAnXmlDeclaration(String charset) {
        Charset written = Charset.forName(charset.replace("\"", ""));
        String csv = World.freshVin();
        String xml = World.freshVin();
        String inventory =
                "<?xml version=\"1.0\" encoding=\"US-ASCII\"?><ProcessVehicleInventory><ApplicationArea><BODID>b</BODID></ApplicationArea>"
                        + "<ProcessVehicleInventoryDataArea><VehicleInventory><VehicleStockString>Métal</VehicleStockString><Vehicle><VehicleID>%s</VehicleID></Vehicle>"
                        + "</VehicleInventory></ProcessVehicleInventoryDataArea></ProcessVehicleInventory>";

        posted(
                "text/csv; charset=" + charset,
                ("type,vin,stock\nvehicle.updated," + csv + ",Métal\n").getBytes(written));
        posted("application/xml;Charset=" + charset, inventory.formatted(xml).getBytes(written));

        acted();
        assertThat(JsonPath.<String>read(own(csv), "$.stock")).isEqualTo("Métal");
        assertThat(JsonPath.<String>read(own(xml), "$.stock")).isEqualTo("Métal");
    }

    @Test
    void linesOfJsonInUtf16AreLinesAndAnUnknownCharacterSetIsSaid() {
        String lines = "\uFEFF" + flat(World.freshVin(), 1, "\"a\":\"é\"") + "\n" + flat(World.freshVin(), 1, "\"a\":1")
                + "\n";

        assertThat(posted("application/x-ndjson", lines.getBytes(Charset.forName("UTF-16LE")))
                        .body())
                .contains("\"accepted\":2");
        assertThat(posted("text/csv; charset=klingon", lines.getBytes(UTF_8)).statusCode())
                .isEqualTo(415);
        assertThat(posted("text/csv; charset=utf-8", new byte[] {'a', ',', (byte) 0xe9})
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void aCloudEventInBinaryModeIsThatInStructuredMode() {
        String vin = World.freshVin();
        byte[] data = "{\"VIN\":\"%s\",\"price\":\"15,000\"}".formatted(vin).getBytes(UTF_8);
        String[] attributes = {
            "ce-specversion",
            "1.0",
            "ce-id",
            vin,
            "CE-Source",
            "/dealer%20A/1",
            "ce-type",
            "vehicle.arrived",
            "ce-time",
            "2026-01-05T09:30:00+01:00"
        };

        assertThat(posted("application/json", data, attributes).body()).contains("\"accepted\":1");
        HttpResponse<String> structured = NODE.post(
                "/events",
                "{\"specversion\":\"1.0\",\"id\":\"%s\",\"source\":\"/dealer A/1\",\"type\":\"vehicle.arrived\",\"data\":{\"vin\":\"%s\"}}"
                        .formatted(vin, vin));
        assertThat(structured.body()).contains("\"duplicate\":1");
        acted();
        assertThat(JsonPath.<Integer>read(own(vin), "$.price")).isEqualTo(15000);
        assertThat(posted("text/plain", "hello".getBytes(UTF_8), attributes).statusCode())
                .isEqualTo(400);
    }

    @Test
    void entriesOfTheStreamAreTakenHoweverTheirFieldsAreCalled() {
        long before = count("stream.accepted");
        String event = flat(World.freshVin(), 1, "\"price\":1");
        String text = "\"" + flat(World.freshVin(), 1, "\"price\":1").replace("\"", "\\\"") + "\"";

        REDIS.xadd(SAMPLES.stream, Map.of("payload", event));
        REDIS.xadd(SAMPLES.stream, Map.of("event", text));
        REDIS.xadd(SAMPLES.stream, Map.of("type", "vehicle.updated", "vin", World.freshVin(), "price", "1"));

        await().until(() -> count("stream.accepted") == before + 3);
    }

    @Test
    void aVinThatIsForgivenIsToldAndOneThatMayBeMeantIsSuggested() {
        String vin = "1M8GDM9AXKP042788";
        HttpResponse<String> wrong = NODE.get("/vehicles/1M8GDM9AXKPO42788");

        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(JsonPath.<String>read(wrong.body(), "$.suggestedVin")).isEqualTo(vin);
        assertThat(posted(
                                "application/json",
                                flat("*I" + vin + "*", 1, "\"price\":1").getBytes(UTF_8))
                        .body())
                .contains("VinForgiven");
    }

    private static String flat(String vin, int second, String fields) {
        return "{\"type\":\"vehicle.price-changed\",\"vin\":\"%s\",\"timestamp\":\"2026-01-01T00:00:%02dZ\",%s}"
                .formatted(vin, second, fields);
    }

    private static String csv(String vin, int second, String price) {
        return "type,vin,timestamp,price\nvehicle.price-changed,%s,2026-01-01 00:00:%02d UTC,\"%s\"\n"
                .formatted(vin, second, price);
    }

    private static void accepted(String event) {
        assertThat(NODE.post("/events", event).body()).contains("\"accepted\":1");
    }

    private static HttpResponse<String> posted(String type, byte[] body, String... headers) {
        return NODE.send(NODE.request("/api/v1/events", headers)
                .header("Content-Type", type)
                .POST(BodyPublishers.ofByteArray(body)));
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }

    private static void acted() {
        await().until(() -> count("acting.waiting") == 0);
    }

    private static String own(String vin) {
        return NODE.bean(JdbcTemplate.class)
                .queryForObject("SELECT own FROM vehicles WHERE vin = ?", String.class, vin);
    }

    private static List<Object> changes(String vin, String field, String member) {
        String history = NODE.get("/vehicles/" + vin + "/history").body();
        return JsonPath.read(history, "$.items[*].fields[?(@.name=='%s')].%s".formatted(field, member));
    }

    private static long count(String what) {
        Number count = JsonPath.read(NODE.get("/events/summary").body(), "$." + what);
        return count.longValue();
    }
}
