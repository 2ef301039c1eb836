package io.vinbridge.api.vins;

import static com.jayway.jsonpath.JsonPath.read;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.vinbridge.testing.Node;
import io.vinbridge.testing.World;
import io.vinbridge.vpic.SmallDump;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** VINs are decoded by NHTSA's data, which is imported into the database, without a call of anybody. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FreeDecodeTest {

    private static final World WORLD = World.create();

    /**
     * A dump of one manufacturer and one model: tables and columns in an order of their own, some that nobody knows,
     * some missing.
     */
    private static final String DUMP = """
            SET transaction_timeout = 0;
            CREATE FUNCTION vpic.f() RETURNS void AS $$
            COPY vpic.pattern (id) FROM stdin;
            $$;
            COPY vpic.pattern (keys, id, colour, vinschemaid, elementid, attributeid, createdon, updatedon) FROM stdin;
            AB\t1\tred\t7\t28\t5\t2020-01-01 00:00:00\t\\N
            AB\t2\tred\t7\t31\tM\\303\\274nchen\\tWest\t2020-01-01 00:00:00\t\\N
            *****|*[1-3]\t3\t\\N\t7\t5\t9\t2020-01-01 00:00:00\t\\N
            \\.
            COPY vpic.wmi (wmi, id, manufacturerid, vehicletypeid, publicavailabilitydate) FROM stdin;
            1ZZ\t1\t1\t2\t2015-01-01 00:00:00
            \\.
            COPY vpic.wmi_vinschema (id, wmiid, vinschemaid, yearfrom, yearto) FROM stdin;
            1\t1\t7\t2015\t\\N
            \\.
            COPY vpic.vinschema (id, tobeqced) FROM stdin;
            7\tf
            \\.
            COPY vpic.element (id, name, lookuptable, isprivate, decode, weight) FROM stdin;
            5\tBody Class\tBodyStyle\tf\tPattern\t99
            26\tMake\tMake\tf\tPattern\t99
            27\tManufacturer Name\tManufacturer\tf\tWMI\t\\N
            28\tModel\tModel\tf\tPattern\t99
            29\tModel Year\t\\N\tf\tWMI\t99
            31\tPlant City\t\\N\tf\tPattern\t98
            39\tVehicle Type\tVehicleType\tf\tWMI\t99
            \\.
            COPY vpic.unheard_of (id, name) FROM stdin;
            1\tanything
            \\.
            COPY vpic.vehicletype (id, name) FROM stdin;
            2\tPassenger Car
            \\.
            COPY vpic.bodystyle (name, id) FROM stdin;
            Sedan\t9
            \\.
            COPY vpic.model (id, name) FROM stdin;
            5\tNova
            \\.
            COPY vpic.make (id, name) FROM stdin;
            3\tZenith
            \\.
            COPY vpic.make_model (id, makeid, modelid) FROM stdin;
            1\t3\t5
            \\.
            COPY vpic.manufacturer (id, name) FROM stdin;
            1\tZenith Motors
            \\.
            COPY vpic.errorcode (id, name, additionalerrortext, weight) FROM stdin;
            0\t0 - clean\t\\N\t0
            1\t1 - check digit\t\\N\t-5
            14\t14 - not explained\t\\N\t-30
            \\.
            """;

    private final Node node = WORLD.node();

    @AfterAll
    static void close() {
        WORLD.close();
    }

    @Test
    @Order(1)
    void saysHowToGetDataWhereThereIsNone() {
        assertThat(node.get("/vpic").body()).isEqualTo("{\"edition\":null,\"chromeData\":\"sandbox\"}");

        HttpResponse<String> answer = node.get("/vins/1ZZAB00G9GA000001");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("--import-vpic FILE");
    }

    @Test
    @Order(2)
    void importsADumpInWhateverFormAndOrder() throws IOException {
        for (byte[] file : List.of(DUMP.getBytes(UTF_8), gzipped(DUMP), zipped(DUMP, "vPICList_lite_2031_08.sql"))) {
            assertThat(load(file).statusCode()).isEqualTo(200);
        }

        String edition = node.get("/vpic").body();
        assertThat(edition)
                .contains("\"edition\":\"2031_08\"")
                .contains("\"patterns\":3,\"schemas\":1,\"manufacturerCodes\":1");
        String vin = node.get("/vins/1zzab00g9ga200001").body();
        assertThat(vin)
                .contains("\"make\":\"ZENITH\"")
                .contains("\"model\":\"Nova\"")
                .contains("\"modelYear\":2016")
                .contains("\"plantCity\":\"M\u00fcnchen West\"")
                .contains("\"forgiven\":[\"lower-case\"]")
                .contains("\"model\":{\"from\":\"pattern\",\"pattern\":1,\"schema\":7,\"key\":\"AB\"}");
    }

    @Test
    @Order(3)
    void aFileThatIsNotWholeChangesNothing() throws IOException {
        String before = node.get("/vpic").body();
        byte[] zip = zipped(DUMP, "vPICList_lite_2031_09.sql");
        List<byte[]> broken = List.of(
                DUMP.substring(0, DUMP.length() / 2).getBytes(UTF_8),
                DUMP.substring(0, DUMP.indexOf("COPY vpic.wmi_vinschema")).getBytes(UTF_8),
                DUMP.replace("2020-01-01", "2020-13-01").getBytes(UTF_8),
                Arrays.copyOf(zip, zip.length / 2),
                "<html>Not found</html>".getBytes(UTF_8));
        for (byte[] file : broken) {
            HttpResponse<String> refused = load(file);

            assertThat(refused.statusCode()).as(refused.body()).isEqualTo(400);
            assertThat(refused.body()).contains("The file was not put in use");
        }
        assertThat(node.get("/vpic").body()).isEqualTo(before);
    }

    /** Each VIN would lose its make, its model or its body in silence. */
    @ParameterizedTest
    @ValueSource(strings = {"make", "make_model", "model", "manufacturer", "vehicletype", "bodystyle", "errorcode"})
    @Order(3)
    void aDumpWithoutATableThatOthersReferToChangesNothing(String table) {
        String before = node.get("/vpic").body();

        HttpResponse<String> refused = load(DUMP.replaceFirst("(?s)COPY vpic\\." + table + " .*?\n\\\\\\.\n", "")
                .getBytes(UTF_8));

        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(400);
        assertThat(refused.body()).contains("The file was not put in use").contains(table);
        assertThat(node.get("/vpic").body()).isEqualTo(before);
    }

    @Test
    @Order(4)
    void anotherEditionTakesItsPlaceAndTheOneBeforeCanComeBack() throws IOException {
        assertThat(load(shipped()).statusCode()).isEqualTo(200);
        assertThat((String) read(node.get("/vpic").body(), "$.previous.edition"))
                .isEqualTo("2031_08");
        assertThat(node.get("/vins/SC6GM1CA4PF202071").body())
                .contains("\"make\":\"INEOS\"")
                .contains("\"confidence\":\"high\"");

        assertThat((String) read(node.post("/vpic/rollback", "").body(), "$.edition"))
                .isEqualTo("2031_08");
        assertThat((String) read(node.post("/vpic/rollback", "").body(), "$.edition"))
                .isEqualTo("changes until 2026-02-17");
    }

    @Test
    @Order(5)
    void answersManyInTheOrderAskedAndWhatIsNoVinWithItsReason() {
        String answer = node.post("/vins", """
                        {"vins": ["SC6GM1CA4PF202071", "", "SC6GM1CA4PF2020711", "a b", "124378N123456", "5UXWX7C5*BA"]}""").body();

        List<Boolean> valid = read(answer, "$.results[*].valid");
        assertThat(valid).containsExactly(true, false, false, false, false, false);
        List<String> reasons = read(answer, "$.results[*].reason");
        assertThat(reasons.get(0)).isEqualTo("A VIN has 17 characters, this has 0");
        assertThat(reasons.get(1)).isEqualTo("A VIN has 17 characters, this has 18");
        assertThat(reasons.get(2)).contains("Position 2");
        assertThat((String) read(answer, "$.results[4].form")).isEqualTo("before-1981");
        assertThat((String) read(answer, "$.results[5].make")).isEqualTo("BMW");
        assertThat((String) read(answer, "$.results[5].form")).isEqualTo("partial");
        assertThat(WORLD.sandbox().ledger().calls("describeVehicle")).isZero();
    }

    @Test
    @Order(6)
    void answersLinesAsTheyComeIn() {
        HttpResponse<String> answer = node.send(node.request("/api/v1/vins?modelYear=2023")
                .header("Content-Type", "application/x-ndjson")
                .POST(BodyPublishers.ofString("\"SC6GM1CA4PF202071\"\n\n{\"vin\":\"sc6gm1ca4pf202071\"}\nnone\n")));

        assertThat(answer.headers().firstValue("Content-Type")).contains("application/x-ndjson");
        assertThat(answer.body().lines()).hasSize(3).allMatch(line -> line.startsWith("{\"vin\":"));
    }

    @Test
    @Order(7)
    void answersTenThousandAtOnceAndRefusesMore() {
        String vins = Collections.nCopies(9_999, "\"1\"").stream()
                .collect(Collectors.joining(",", "{\"vins\":[\"SC6GM1CA4PF202071\",", "]}"));
        HttpResponse<String> whole = node.post("/vins", vins);
        assertThat(whole.statusCode()).isEqualTo(200);
        assertThat((Integer) read(whole.body(), "$.results.length()")).isEqualTo(10_000);

        String lines = "{\"vin\":\"SC6GM1CA4PF202071\",\"stock\":\"S1\",\"price\":15000}\n".repeat(10_000);
        HttpResponse<String> streamed = lines(lines);
        assertThat(streamed.statusCode()).isEqualTo(200);
        assertThat(streamed.body().lines()).hasSize(10_000).allMatch(line -> line.contains("\"make\":\"INEOS\""));

        assertThat(lines(lines + "\"1\"\n").statusCode()).isEqualTo(413);
        assertThat(node.post("/vins", vins.replace("[", "[\"1\",")).statusCode())
                .isEqualTo(413);
        assertThat(node.post("/vins", "{\"vins\":[]}").statusCode()).isEqualTo(400);
    }

    private HttpResponse<String> lines(String lines) {
        return node.send(node.request("/api/v1/vins")
                .header("Content-Type", "application/x-ndjson")
                .POST(BodyPublishers.ofString(lines)));
    }

    @Test
    @Order(8)
    void suggestsWhatWasMeant() {
        String answer = node.get("/vins/5C6GM1CA4PF202071").body();

        assertThat((Boolean) read(answer, "$.valid")).isFalse();
        assertThat((String) read(answer, "$.candidates[0].vin")).isEqualTo("SC6GM1CA4PF202071");
        assertThat((String) read(answer, "$.candidates[0].error")).isEqualTo("look-alike");
        assertThat((Double) read(answer, "$.candidates[0].likelihood")).isLessThan(1.0);
    }

    @Test
    @Order(9)
    void whatNoPatternSaysIsFilledFromTheSheetThatHoldsAndWasChangedLast() {
        SmallDump.ofHondas()
                .withSheet("5=9", "15=2", "2020-01-01")
                .withSheet("5=9", "15=4", "2021-01-01")
                .withSheet("5=8", "15=2", "2022-01-01")
                .withSheet("26=3", "5=8", "2022-01-01")
                .load(node, "?smaller=true");

        String of2003 = node.get("/vins/1HGCM82633A004352").body();
        assertThat((String) read(of2003, "$.driveType")).isEqualTo("RWD/Rear-Wheel Drive");
        assertThat((String) read(of2003, "$.bodyClass")).isEqualTo("Sedan/Saloon");
        assertThat(of2003).contains("\"driveType\":{\"from\":\"specification-sheet\",\"pattern\":2,\"schema\":40}");
        assertThat(node.get("/vins/1HGCM82634A004352").body()).doesNotContain("driveType");
    }

    private HttpResponse<String> load(byte[] file) {
        return node.send(node.request("/api/v1/vpic/imports")
                .header("Content-Type", "application/octet-stream")
                .POST(BodyPublishers.ofByteArray(file)));
    }

    private static byte[] shipped() throws IOException {
        try (InputStream in = FreeDecodeTest.class.getResourceAsStream("/vpic/shipped-edition.gz")) {
            return in.readAllBytes();
        }
    }

    private static byte[] gzipped(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }

    private static byte[] zipped(String text, String name) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            out.putNextEntry(new ZipEntry(name));
            out.write(text.getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }
}
