package io.vinbridge.api;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import io.vinbridge.testing.Node;
import io.vinbridge.testing.World;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Lists of vehicles as dealer systems export them. */
class ImportsTest {

    private static final World WORLD = World.create();
    private static final Node NODE = WORLD.node();

    @AfterAll
    static void end() {
        WORLD.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|"})
    void anySeparatorAndNameOfTheColumnIsFound(String separator) {
        for (String name : List.of(
                "VIN Number",
                "vehicle_vin",
                "Vehicle Identification Number",
                "\uFEFFVin #",
                "VIN (17)",
                "Chassis no. [VIN]")) {
            String csv =
                    "Stock,%s,Price\nS0,%s,15000\nS1,%s,15000\n".formatted(name, World.freshVin(), World.freshVin());

            assertTakesAll(2, "text/csv", csv.replace(",", separator).getBytes(UTF_8));
        }
        assertTakesAll(
                1,
                "text/csv",
                ("sep=" + separator + "\nStock" + separator + "VIN\nS1" + separator + World.freshVin())
                        .getBytes(UTF_8));
    }

    @Test
    void vinsInAColumnThatNobodyNamesAreFound() {
        assertTakesAll(
                2,
                "text/csv",
                "S1;%s\nS2;%s\n".formatted(World.freshVin(), World.freshVin()).getBytes(UTF_8));
    }

    @Test
    void aColumnOfVinsIsFoundUnderAnyName() {
        String vin = World.freshVin();

        assertTakesAll(
                2,
                "text/csv",
                "Bestand;Fahrgestell-Nr.\nS1;%s\nS2;%s\n"
                        .formatted(vin, World.freshVin())
                        .getBytes(UTF_8));

        assertThat(own(vin)).isEqualTo("{\"bestand\":\"S1\"}");
        assertTakesAll(1, "text/csv", "Unit\n%s\n".formatted(World.freshVin()).getBytes(UTF_8));
    }

    @Test
    void aVinThatIsForgivenIsToldByTheRun() {
        String quoted = "1HGCM82633A004352";
        String begun = imported(
                        "text/csv", ("VIN,Stock\n" + World.freshVin() + ",S1\n'" + quoted + ",S2\n").getBytes(UTF_8))
                .body();
        String run = NODE.get("/refreshes/" + JsonPath.read(begun, "$.id")).body();

        assertThat(JsonPath.<Integer>read(run, "$.warned")).isEqualTo(1);
        assertThat(JsonPath.<List<Map<String, Object>>>read(run, "$.warnings"))
                .containsExactly(Map.of(
                        "line",
                        3,
                        "subject",
                        quoted,
                        "detail",
                        "Read as " + quoted + ", which is what remains of '" + quoted));
        assertThat(JsonPath.<Integer>read(run, "$.failed")).isZero();
    }

    @Test
    void anyCharacterSetThatIsMarkedOrDeclaredIsRead() {
        for (Charset charset : List.of(UTF_8, UTF_16LE, Charset.forName("UTF-16BE"))) {
            String csv = "\uFEFFVIN,Stock\n%s,Métal\n".formatted(World.freshVin());
            String json = "\uFEFF{\"vin\":\"%s\",\"stock\":\"Métal\"}\n".formatted(World.freshVin());

            assertTakesAll(1, "text/csv", csv.getBytes(charset));
            assertTakesAll(1, "application/x-ndjson", json.getBytes(charset));
        }
        String vin = World.freshVin();
        String other = World.freshVin();
        assertTakesAll(
                1,
                "text/csv; charset=windows-1252",
                ("VIN,Stock\n" + vin + ",Métal").getBytes(Charset.forName("windows-1252")));
        assertTakesAll(1, "text/csv", ("VIN,Stock\n" + other + ",Métal").getBytes(Charset.forName("windows-1252")));
        assertThat(JsonPath.<String>read(own(vin), "$.stock")).isEqualTo("Métal");
        assertThat(JsonPath.<String>read(own(other), "$.stock")).isEqualTo("Métal");
        assertThat(imported("text/csv; charset=klingon", "vin".getBytes(UTF_8)).statusCode())
                .isEqualTo(415);
        assertThat(imported("text/csv; charset=utf-8", new byte[] {'v', 'i', 'n', '\n', (byte) 0xe9})
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void theOtherColumnsAreKeptAsAnEventsFieldsAre() {
        String vin = World.freshVin();
        String csv =
                "VIN,Stock #,Selling Price,Odometer,Color\n%s,S1,\"$15,000.00\",\"12,345 mi\",red\n".formatted(vin);
        String without = "VIN,Selling Price,Color\n%s,Call,\n".formatted(vin);

        assertTakesAll(1, "text/csv", csv.getBytes(UTF_8));
        assertThat(own(vin)).isEqualTo("{\"color\":\"red\",\"mileage\":12345,\"price\":15000,\"stock\":\"S1\"}");

        assertTakesAll(1, "text/csv", without.getBytes(UTF_8));
        assertThat(own(vin)).isEqualTo("{\"mileage\":12345,\"priceText\":\"Call\",\"stock\":\"S1\"}");
        assertThat(NODE.get("/vehicles/" + vin + "/history").body()).contains("The field price is no amount: Call");

        assertTakesAll(
                1,
                "application/x-ndjson",
                "{\"Vin\":\"%s\",\"price\":\"9.999\",\"photos\":[\"a.jpg\"]}"
                        .formatted(vin)
                        .getBytes(UTF_8));
        assertThat(own(vin)).isEqualTo("{\"mileage\":12345,\"photos\":[\"a.jpg\"],\"price\":9999,\"stock\":\"S1\"}");
    }

    @Test
    void anEmptyDealerIsNoneAndBlanksAroundOneAreNone() {
        String vin = World.freshVin();
        assertTakesAll(1, "text/csv", "vin,price\n%s,20000\n".formatted(vin).getBytes(UTF_8));

        assertTakesAll(
                1, "text/csv", "vin,price,dealer\n%s,19000,\n".formatted(vin).getBytes(UTF_8));
        assertThat(dealers(vin)).containsExactly((String) null);
        assertThat(JsonPath.<Integer>read(own(vin), "$.price")).isEqualTo(19000);

        for (String dealer : List.of("null", "\"D1\"", "\" D1 \"", "\"\"")) {
            String line = "{\"vin\":\"%s\",\"price\":1,\"dealer\":%s}".formatted(vin, dealer);
            assertTakesAll(1, "application/x-ndjson", line.getBytes(UTF_8));
        }
        assertThat(dealers(vin)).as("D1 takes over what nobody's name stood at").containsExactly("D1");
    }

    @Test
    void fieldsThatCannotBeKeptAreToldByTheRunAndCostNoOtherLine() {
        String well = World.freshVin();
        String list = "{\"vin\":\"%s\",\"dealer\":\"%s\"}\n".formatted(World.freshVin(), "D".repeat(201))
                + "{\"vin\":\"%s\",\"price\":1e400}\n".formatted(World.freshVin())
                + "{\"vin\":\"%s\",\"text\":\"%s\"}\n".formatted(World.freshVin(), "x".repeat(40_000))
                + "{\"vin\":\"%s\",\"stock\":\"S4\"}\n".formatted(well);

        String run = finished(imported("application/x-ndjson", list.getBytes(UTF_8)));

        assertThat(own(well)).isEqualTo("{\"stock\":\"S4\"}");
        assertThat(JsonPath.<Integer>read(run, "$.total")).isEqualTo(4);
        assertThat(JsonPath.<Integer>read(run, "$.failed")).isZero();
        assertThat(JsonPath.<List<Integer>>read(run, "$.warnings[*].line"))
                .as(run)
                .containsExactly(1);
        assertThat(JsonPath.<List<String>>read(run, "$.warnings[*].detail"))
                .contains("Its fields are not kept: The name of its dealer has more than 200 characters");
    }

    @Test
    void aRepeatWithTheSameKeyBringsNoDeletedVehicleBack() {
        String vin = World.freshVin();
        byte[] list = "vin,price\n%s,123\n".formatted(vin).getBytes(UTF_8);
        String first = finished(imported("text/csv", list, "Idempotency-Key", "import-" + vin));
        assertThat(NODE.send(NODE.request("/api/v1/vehicles/" + vin).DELETE()).statusCode())
                .isEqualTo(204);

        HttpResponse<String> repeat = imported("text/csv", list, "Idempotency-Key", "import-" + vin);

        assertThat(JsonPath.<String>read(repeat.body(), "$.id")).isEqualTo(JsonPath.read(first, "$.id"));
        assertThat(NODE.bean(JdbcTemplate.class)
                        .queryForObject("SELECT count(*) FROM vehicles WHERE vin = ?", Integer.class, vin))
                .isZero();
    }

    @Test
    void ofTwoLinesAboutOneVehicleTheLaterCounts() {
        String vin = World.freshVin();

        finished(imported(
                "text/csv", "vin,price\n%s,1\n%s,2\n".formatted(vin, vin).getBytes(UTF_8)));

        assertThat(own(vin)).isEqualTo("{\"price\":2}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "VIN,Comments,Stock\n%s,ok,S1\n%s,\"20 inch wheels,S2\n%s,ok,S3\n",
                "VIN,Comments,Stock\n%s,ok,S1\n%s,\"20 inch,S1\n%s,18\" wheels,S3\n",
                "VIN,Comments,Stock\n%s,ok,S1\n%s,\"19\" alloys\",S2\n%s,ok,S3\n",
            })
    void aListWhoseQuotesBreakOffIsRefusedWholeWithTheLine(String csv) {
        String first = World.freshVin();
        HttpResponse<String> refused = imported(
                "text/csv",
                csv.formatted(first, World.freshVin(), World.freshVin()).getBytes(UTF_8));

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(JsonPath.<String>read(refused.body(), "$.detail"))
                .startsWith("The list cannot be read beyond line 3: ");
        assertThat(NODE.bean(JdbcTemplate.class)
                        .queryForObject("SELECT count(*) FROM vehicles WHERE vin = ?", Integer.class, first))
                .isZero();
    }

    @Test
    void anInchWithinAFieldIsAnInchAndAVinWithinAFieldOfSeveralLinesIsTold() {
        String swallowed = World.freshVin();
        assertTakesAll(
                2,
                "text/csv",
                "VIN,Comments\n%s,18\" wheels\n%s,\"20\"\" wheels\"\n"
                        .formatted(World.freshVin(), World.freshVin())
                        .getBytes(UTF_8));

        String run = finished(imported(
                "text/csv",
                "VIN,Comments,Stock\n%s,\"20 inch,S1\n%s,ok,18\",S3\n"
                        .formatted(World.freshVin(), swallowed)
                        .getBytes(UTF_8)));

        assertThat(JsonPath.<Integer>read(run, "$.failed")).isEqualTo(1);
        String failures = NODE.get("/refreshes/" + JsonPath.<String>read(run, "$.id") + "/failures")
                .body();
        assertThat(JsonPath.<String>read(failures, "$.items[0].subject")).isEqualTo(swallowed);
        assertThat(JsonPath.<String>read(failures, "$.items[0].detail")).contains("a quote in the wrong place?");
    }

    @Test
    void whatHasNoVinInAnyLineIsRefusedWithWhatItLooksLike() {
        assertRefused(
                "text/csv",
                "Stock;Price\nS1;1\nS2;2\n",
                "\";\" separates, no column is named vin, and the first line is Stock, Price");
        assertRefused("text/csv", "VIN;Price\n;1\nshort;2\n", "\";\" separates, and the columns are VIN, Price");
        assertRefused(
                "text/csv",
                "<!doctype html><html><body>Session expired, please log in, thanks</body></html>",
                "HTML page");
        assertRefused("text/csv", "  <html>", "HTML page");
        assertRefused("text/plain", "%PDF-1.7 ...", "PDF");
        assertRefused("text/csv", "PK\u0003\u0004...", "Excel workbook");
        assertRefused("text/csv", "nonsense", "No line of the list has a VIN");
        assertRefused("application/x-ndjson", "{\"id\":1,\"name\":\"x\"}\n", "its lines have id, name");
        assertRefused("application/x-ndjson", "hello\n", "its lines are no JSON");
    }

    @ParameterizedTest
    @ValueSource(strings = {"'%s", "*%s*", "\"=\"\"%s\"\"\"", "%s\u00A0", "I%s", "1M8-GDM9AXKP-042788"})
    void aVinIsReadAsSpreadsheetsAndScannersWriteIt(String written) {
        String vin = "1M8GDM9AXKP042788";

        String run = finished(imported("text/csv", ("VIN,Stock\n" + written.formatted(vin) + ",S1\n").getBytes(UTF_8)));

        assertThat(JsonPath.<Integer>read(run, "$.total")).isEqualTo(1);
        assertThat(JsonPath.<String>read(own(vin), "$.stock")).isEqualTo("S1");
    }

    @Test
    void aVinThatIsForgivenIsToldInTheAnswer() {
        String vin = "1HGCY2F67PAA12345";
        assertThat(NODE.get("/vehicles/" + vin).statusCode()).isEqualTo(200);

        for (String written : List.of("I" + vin, "%2A" + vin + "%2A", "1HGCY2F67-PAA12345")) {
            String answer = NODE.get("/vehicles/" + written).body();
            assertThat(JsonPath.<List<String>>read(answer, "$.warnings[*].code"))
                    .contains("VinForgiven");
            assertThat(JsonPath.<String>read(answer, "$.vin")).isEqualTo(vin);
        }
        assertThat(NODE.get("/vehicles/%C2%A0" + vin + "%E2%80%8B").body()).doesNotContain("VinForgiven");
        assertThat(NODE.post("/lookups", "{\"vins\":[\"'%s\",\"%s\\u200b\"]}".formatted(vin, vin))
                        .body())
                .containsOnlyOnce("VinForgiven")
                .doesNotContain("problem");
    }

    @Test
    void aPackedListIsUnpackedAndAPackedOneThatDoesNotSayItIsNot() throws IOException {
        byte[] packed = gzip("VIN\n" + World.freshVin() + "\n");

        HttpResponse<String> taken = imported("text/csv", packed, "Content-Encoding", "gzip");

        assertThat(JsonPath.<Integer>read(finished(taken), "$.total")).isEqualTo(1);
        assertThat(imported("text/csv", packed).body()).contains("Content-Encoding: gzip");
        assertThat(imported("text/csv", packed, "Content-Encoding", "br").statusCode())
                .isEqualTo(415);
    }

    @Test
    void aTimeWhosePlusBecameABlankSaysHowToWriteIt() {
        String refused =
                NODE.get("/vehicles?changedSince=2026-01-05T09:30:00+01:00").body();

        assertThat(JsonPath.<String>read(refused, "$.detail")).contains("%2B");
        assertThat(NODE.get("/vehicles?changedSince=soon").body()).doesNotContain("%2B");
        assertThat(NODE.get("/vehicles?changedSince=2026-01-05T09:30:00%2B01:00")
                        .statusCode())
                .isEqualTo(200);
    }

    private static void assertTakesAll(int vehicles, String type, byte[] list) {
        String run = finished(imported(type, list));
        assertThat(JsonPath.<Map<String, Object>>read(run, "$"))
                .as(run)
                .containsEntry("total", vehicles)
                .containsEntry("failed", 0);
    }

    private static void assertRefused(String type, String list, String why) {
        HttpResponse<String> refused = imported(type, list.getBytes(UTF_8));
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(400);
        assertThat(JsonPath.<String>read(refused.body(), "$.detail")).contains(why);
    }

    private static String finished(HttpResponse<String> begun) {
        assertThat(begun.statusCode()).as(begun.body()).isEqualTo(202);
        String id = JsonPath.read(begun.body(), "$.id");
        await().until(() -> NODE.get("/refreshes/" + id).body().contains("COMPLETED"));
        return NODE.get("/refreshes/" + id).body();
    }

    private static HttpResponse<String> imported(String type, byte[] list, String... headers) {
        return NODE.send(NODE.request("/api/v1/vehicles/import", headers)
                .header("Content-Type", type)
                .POST(BodyPublishers.ofByteArray(list)));
    }

    private static List<String> dealers(String vin) {
        return JsonPath.read(NODE.get("/vehicles/" + vin).body(), "$.offers[*].dealer");
    }

    private static String own(String vin) {
        return NODE.bean(JdbcTemplate.class)
                .queryForObject("SELECT own FROM vehicles WHERE vin = ?", String.class, vin);
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(text.getBytes(UTF_8));
        }
        return packed.toByteArray();
    }
}
