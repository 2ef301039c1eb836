package io.vinbridge.chromedata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import io.vinbridge.sandbox.http.Reply;
import io.vinbridge.testing.Node;
import io.vinbridge.testing.World;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Answers are held against what was asked, before anything of them is served or stored. */
class HeldAnswersTest {

    private static final World WORLD = World.create();
    private static final String[] QUICK = {
        "vinbridge.failures.first-pause=5",
        "vinbridge.chromedata.breaker.window=1000",
        "vinbridge.chromedata.breaker.minimum-calls=1000",
        "vinbridge.work.person-pause=0s",
        "vinbridge.work.first-pause=1h"
    };
    private static final Node NODE = WORLD.node(QUICK);
    private static final Node OLD = WORLD.node("7a", QUICK);

    @AfterEach
    void turnEverythingBack() {
        WORLD.sandbox().reset();
    }

    @AfterAll
    static void close() {
        WORLD.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2HGCV1F33PA000009", "1HGAV1F30PA000002", "1HGAV1F30PA00000"})
    void takesNoAnswerAboutAnotherVin(String other) {
        String vin = World.freshVin();
        answer(vin, described("vin=\"" + other + "\" source=\"Catalog\"", "<style id=\"77\"/>"));

        HttpResponse<String> answer = NODE.get("/vehicles/" + vin);

        assertThat(answer.statusCode()).isEqualTo(502);
        assertThat(answer.body())
                .contains("urn:vinbridge:problem:upstream-malformed")
                .contains("another VIN");
        assertThat(stored(vin)).isZero();
    }

    @Test
    void takesTheVinInWhateverCaseItIsRepeated() {
        String vin = World.freshVin();
        answer(vin, described("vin=\"" + vin.toLowerCase(Locale.ROOT) + "\" source=\"Catalog\"", "<style id=\"77\"/>"));

        assertThat(NODE.get("/vehicles/" + vin).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"<style id='700951'/>", "<style id='700950'/><style id='700951'/>", "<vinDescription source='Catalog'/>"
    })
    void takesNoAnswerAboutAnotherStyle(String parts) {
        answer("700950", described(null, parts));

        HttpResponse<String> answer = NODE.get("/styles/700950");

        assertThat(answer.statusCode()).isEqualTo(502);
        assertThat(answer.body()).contains("urn:vinbridge:problem:upstream-malformed");
    }

    @ParameterizedTest
    @CsvSource({
        "built=\"2023-03-01T00:00:00-08:00\", ",
        "modelYear=\"2023\", <factoryOption oemCode='413'><installed cause='OptionCodeBuild'/></factoryOption>",
        "modelYear=\"2023\", <exteriorColor colorCode='N'><installed cause='ExteriorColorBuild'/></exteriorColor>",
        "modelYear=\"2023\", <interiorColor colorCode='N'><installed cause='InteriorColorEngineered'/></interiorColor>"
    })
    void sharesNoBuildDataWhereTheServiceDoesNotSayWhereItsAnswersComeFrom(String attributes, String parts) {
        String built = World.freshVin();
        String sibling = built.substring(0, 11) + "654321";
        answer(built, old("vin=\"" + built + "\" " + attributes, "<style id=\"77\"/>" + (parts == null ? "" : parts)));
        answer(sibling, old("vin=\"" + sibling + "\"", "<style id=\"77\"/>"));

        String first = OLD.get("/vehicles/" + built).body();
        String second = OLD.get("/vehicles/" + sibling).body();

        assertThat(WORLD.sandbox().ledger().callsForVin(sibling)).isEqualTo(2);
        assertThat(first).containsAnyOf("Build\"", "Engineered\"", "2023-03-01");
        assertThat(second).doesNotContain("Build\"", "Engineered\"", "2023-03-01");
        assertThat(JsonPath.<Object>read(second, "$.source.dataSource")).isNull();
        assertThat(OLD.get("/vehicles/" + built).body()).isEqualTo(first);
    }

    @Test
    void tellsEveryReasonForWhichAVinIsNotCarried() {
        String vin = World.freshVin();
        answer(vin, declined("InvalidVinCheckDigit", "VinNotCarriedByChrome"));

        HttpResponse<String> answer = NODE.get("/vehicles/" + vin);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(JsonPath.<String>read(answer.body(), "$.detail"))
                .isEqualTo("ChromeData does not carry " + vin
                        + ". It says: InvalidVinCheckDigit (Text), VinNotCarriedByChrome (Text)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"InvalidVinCheckDigit", "InvalidVinCharacter", "InvalidVinSomethingNew"})
    void declinesNoVinForTheTypingErrorOfAnotherOfItsPattern(String code) {
        String wrong = World.freshVin();
        String right = wrong.substring(0, 11) + "654321";
        answer(wrong, declined(code));

        assertThat(NODE.get("/vehicles/" + wrong).body()).contains(code);
        assertThat(NODE.get("/vehicles/" + right).statusCode()).isEqualTo(200);
        assertThat(NODE.get("/vehicles/" + wrong).statusCode()).isEqualTo(404);
        assertThat(WORLD.sandbox().ledger().callsForVin(wrong)).isEqualTo(2);
    }

    @Test
    void describesTheOthersOfABatchInWhichOneIsWrong() {
        String wrong = World.freshVin();
        String right = wrong.substring(0, 11) + "654321";
        answer(wrong, declined("InvalidVinCheckDigit"));

        String body = NODE.post("/lookups", "{\"vins\": [\"" + wrong + "\", \"" + right + "\"]}")
                .body();

        assertThat(JsonPath.<String>read(body, "$.results[1].vehicle.vin")).isEqualTo(right);
    }

    @Test
    void declinesAPatternThatIsNotCarried() {
        String vin = World.freshVin();
        answer(vin, declined("VinNotCarriedByChrome"));

        NODE.get("/vehicles/" + vin);

        assertThat(NODE.get("/vehicles/" + vin.substring(0, 11) + "654321").statusCode())
                .isEqualTo(404);
    }

    @Test
    void takesTheSameStyleForOneHoweverOftenItIsTold() {
        String vin = World.freshVin();
        answer(
                vin,
                described("vin=\"" + vin + "\" source=\"Catalog\"", "<style id=\"5\"/><style id=\"5\" trim=\"EX\"/>"));

        String body = NODE.get("/vehicles/" + vin).body();

        assertThat(JsonPath.<Boolean>read(body, "$.ambiguous")).isFalse();
        assertThat(JsonPath.<List<Integer>>read(body, "$.styles[*].id")).containsExactly(5);
        assertThat(JsonPath.<Integer>read(body, "$.styleId")).isEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"40001", "-3", "99999999999", "0"})
    void leavesAYearOutThatIsNone(String year) {
        String vin = World.freshVin();
        answer(
                vin,
                described(
                        "vin=\"" + vin + "\" modelYear=\"" + year + "\" source=\"Catalog\"",
                        "<style id=\"5\" modelYear=\"" + year + "\"/>"));

        HttpResponse<String> answer = NODE.get("/vehicles/" + vin);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(JsonPath.<Object>read(answer.body(), "$.modelYear")).isNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {250, 3_000, 60_000})
    void storesAVehicleOfWhateverLongName(int length) {
        String vin = World.freshVin();
        answer(
                vin,
                described(
                        "vin=\"" + vin + "\" source=\"Catalog\" modelName=\"" + unlike(length) + "\"",
                        "<style id=\"5\"/>"));

        assertThat(NODE.get("/vehicles/" + vin).statusCode()).isEqualTo(200);
        assertThat(WORLD.sandbox().ledger().callsForVin(vin)).isEqualTo(1);
    }

    /** Without repetitions, which an index would compress. */
    private static String unlike(int length) {
        StringBuilder text = new StringBuilder();
        Random random = new Random(length);
        while (text.length() < length) {
            text.append((char) ('!' + 14 + random.nextInt(70)));
        }
        return text.toString()
                .replace('<', 'x')
                .replace('>', 'y')
                .replace('&', 'z')
                .replace('"', 'w');
    }

    @ParameterizedTest
    @CsvSource({"CA, en, false", "US, fr, false", "CA, fr, true"})
    void tellsOfWhichLocaleTheDataIs(String country, String language, boolean told) {
        String vin = World.freshVin();
        String status = told ? "<status code='UsingAlternateLocale'>Said by the service</status>" : "";
        answer(
                vin,
                "<VehicleDescription xmlns=\"urn:description7c.services.chrome.com\" country=\"" + country
                        + "\" language=\"" + language + "\"><responseStatus responseCode=\"ConditionallySuccessful\">"
                        + status
                        + "</responseStatus><vinDescription vin=\"" + vin
                        + "\" source=\"Catalog\"/><style id=\"5\"/></VehicleDescription>");

        String body = NODE.get("/vehicles/" + vin).body();

        assertThat(JsonPath.<String>read(body, "$.common.country")).isEqualTo(country);
        assertThat(JsonPath.<String>read(body, "$.common.language")).isEqualTo(language);
        assertThat(JsonPath.<List<String>>read(body, "$.warnings[?(@.code=='UsingAlternateLocale')].message"))
                .containsExactly(
                        told ? "Said by the service" : "The data is of " + country + "/" + language + ", not of US/en");
    }

    @Test
    void readsTheCharsetThatTheHeaderNames() {
        String vin = World.freshVin();
        String xml = envelope(described("vin=\"" + vin + "\" source=\"Catalog\"", "<style id=\"5\" trim=\"Évasion\"/>"))
                .replace("UTF-8", "ISO-8859-1");
        WORLD.sandbox().ads().script().always(vin, Reply.of(200, "text/xml;charset=utf-8", xml));

        assertThat(JsonPath.<String>read(NODE.get("/vehicles/" + vin).body(), "$.trim"))
                .isEqualTo("Évasion");
    }

    @Test
    void holdsCallsBackOnceWhatIsAskedIsComplainedOfAndSaysSo() {
        try (World world = World.create()) {
            Node node = world.node("vinbridge.chromedata.breaker.refused-for=2s", "vinbridge.work.first-pause=100ms");
            world.sandbox()
                    .ads()
                    .script()
                    .always(
                            "describeVehicle",
                            reply(
                                    500,
                                    "<S:Fault><faultcode>S:Client</faultcode><faultstring>cvc-complex-type.4: Attribute"
                                            + " 'number' must appear on element 'ns1:accountInfo'.</faultstring></S:Fault>"));
            StringBuilder vins = new StringBuilder();
            for (int i = 0; i < 40; i++) {
                vins.append(i == 0 ? "" : ",")
                        .append('"')
                        .append(World.freshVin())
                        .append('"');
            }

            node.post("/lookups", "{\"vins\": [" + vins + "]}");

            assertThat(world.sandbox().ledger().calls("describeVehicle")).isBetween(3L, 16L);
            assertThat(node.health("/actuator/health"))
                    .contains("request-not-understood")
                    .contains("cvc-complex-type.4")
                    .doesNotContain("refused");
            world.sandbox().reset();
            await().untilAsserted(() -> assertThat(node.bean(JdbcTemplate.class)
                            .queryForObject("SELECT count(*) FROM vehicles WHERE document IS NOT NULL", Integer.class))
                    .isEqualTo(40));
            assertThat(node.bean(JdbcTemplate.class).queryForObject("SELECT count(*) FROM dead_letters", Integer.class))
                    .isZero();
            await().untilAsserted(
                            () -> assertThat(node.health("/actuator/health")).doesNotContain("request-not"));
        }
    }

    private static long stored(String vin) {
        return NODE.bean(JdbcTemplate.class)
                .queryForObject(
                        "SELECT count(*) FROM vehicles WHERE vin = ? AND document IS NOT NULL", Long.class, vin);
    }

    private static void answer(String subject, String content) {
        WORLD.sandbox().ads().script().always(subject, reply(200, content));
    }

    private static Reply reply(int status, String content) {
        return Reply.of(status, "text/xml;charset=utf-8", envelope(content));
    }

    private static String envelope(String content) {
        return "<?xml version='1.0' encoding='UTF-8'?>"
                + "<S:Envelope xmlns:S=\"http://schemas.xmlsoap.org/soap/envelope/\"><S:Body>"
                + content + "</S:Body></S:Envelope>";
    }

    private static String described(String vinDescription, String parts) {
        return description("7c", vinDescription, parts);
    }

    private static String old(String vinDescription, String parts) {
        return description("7a", vinDescription, parts);
    }

    private static String description(String version, String vinDescription, String parts) {
        return "<VehicleDescription xmlns=\"urn:description" + version
                + ".services.chrome.com\" country=\"US\" language=\"en\">"
                + "<responseStatus responseCode=\"Successful\"/>"
                + (vinDescription == null ? "" : "<vinDescription " + vinDescription + "/>") + parts
                + "</VehicleDescription>";
    }

    private static String declined(String... codes) {
        StringBuilder statuses = new StringBuilder();
        for (String code : codes) {
            statuses.append("<status code=\"").append(code).append("\">Text</status>");
        }
        return "<VehicleDescription xmlns=\"urn:description7c.services.chrome.com\"><responseStatus responseCode=\"Unsuccessful\">"
                + statuses + "</responseStatus></VehicleDescription>";
    }
}
