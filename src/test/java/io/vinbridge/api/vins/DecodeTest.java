package io.vinbridge.api.vins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import io.vinbridge.testing.Node;
import io.vinbridge.testing.World;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The main job: from a VIN to a stored, served vehicle. */
class DecodeTest {

    private static final String SEVERAL_STYLES = "5FNYF8H98MBA12345";

    private final World world = World.shared();
    private final Node node = world.node();

    @Test
    void describesAnUnknownVinWithOneCallAndServesItFromTheStoreAfterThat() {
        String vin = World.freshVin();

        HttpResponse<String> first = node.get("/vehicles/" + vin);
        HttpResponse<String> second = node.get("/vehicles/" + vin);

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(world.sandbox().ledger().callsForVin(vin)).isEqualTo(1);
    }

    @Test
    void servesWhatTheContractPromises() {
        String body = node.get("/vehicles/" + World.freshVin()).body();

        assertThat(JsonPath.<Integer>read(body, "$.modelYear")).isEqualTo(2023);
        assertThat(JsonPath.<String>read(body, "$.make")).isEqualTo("Honda");
        assertThat(JsonPath.<String>read(body, "$.source.service")).isEqualTo("ADS 7c");
        assertThat(JsonPath.<String>read(body, "$.source.dataSource")).isEqualTo("Catalog");
        assertThat(JsonPath.<Boolean>read(body, "$.stale")).isFalse();
        assertThat(JsonPath.<List<Integer>>read(body, "$.styles[*].id")).isNotEmpty();
        assertThat(JsonPath.<List<Number>>read(body, "$.styles[*].price.msrp")).isNotEmpty();
        for (String list :
                List.of("exteriorColors", "interiorColors", "options", "equipment", "specifications", "engines")) {
            assertThat(JsonPath.<List<?>>read(body, "$." + list)).as(list).isNotEmpty();
        }
    }

    @Test
    void tellsTheDataBuildFromTheStartOn() {
        try (World fresh = World.create()) {
            Node first = fresh.node();
            await().until(() -> fresh.sandbox().ledger().calls("getVersionInfo") == 1);

            await().untilAsserted(() -> assertThat(JsonPath.<String>read(
                            first.get("/vehicles/" + World.freshVin()).body(), "$.source.build"))
                    .isNotBlank());
        }
    }

    @Test
    void describesAnotherVinOfAKnownPatternWithoutACall() {
        String vin = World.freshVin();
        String sibling = vin.substring(0, 11) + "654321";

        String first = node.get("/vehicles/" + vin).body();
        String second = node.get("/vehicles/" + sibling).body();

        assertThat(JsonPath.<Object>read(second, "$.styles")).isEqualTo(JsonPath.<Object>read(first, "$.styles"));
        assertThat(JsonPath.<String>read(second, "$.vin")).isEqualTo(sibling);
        assertThat(world.sandbox().ledger().callsForVin(vin)).isEqualTo(1);
    }

    @Test
    void forgivesLowerCaseAndSurroundingSpace() {
        String vin = World.freshVin();

        HttpResponse<String> found = node.get("/vehicles/%20" + vin.toLowerCase(Locale.ROOT) + "%20");

        assertThat(JsonPath.<String>read(found.body(), "$.vin")).isEqualTo(vin);
    }

    @Test
    void namesThePositionOfAWrongCharacterAndAsksNobody() {
        long before = world.sandbox().ledger().calls("describeVehicle");

        HttpResponse<String> refused = node.get("/vehicles/1HGCV1F33LIA12345");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(JsonPath.<String>read(refused.body(), "$.type")).isEqualTo("urn:vinbridge:problem:invalid-vin");
        assertThat(JsonPath.<String>read(refused.body(), "$.detail"))
                .contains("Position 11")
                .contains("'I'");
        assertThat(world.sandbox().ledger().calls("describeVehicle")).isEqualTo(before);
    }

    @Test
    void decodesAWrongCheckDigitWithAWarning() {
        String wrong = "1HGCV1F39LAA12345";
        String right = "1HGCV1F33LAA12345";

        String body = node.get("/vehicles/" + wrong).body();

        assertThat(JsonPath.<List<String>>read(body, "$.warnings[*].code")).containsExactly("InvalidVinCheckDigit");
        assertThat(JsonPath.<List<?>>read(body, "$.styles")).isNotEmpty();
        assertThat(JsonPath.<List<?>>read(node.get("/vehicles/" + right).body(), "$.warnings"))
                .isEmpty();
    }

    @Test
    void remembersThatChromeDataDoesNotCarryAVin() {
        String vin = "WVWZZZ1K0AWA12345";

        HttpResponse<String> first = node.get("/vehicles/" + vin);
        HttpResponse<String> second = node.get("/vehicles/" + vin);

        assertThat(first.statusCode()).isEqualTo(404);
        assertThat(second.statusCode()).isEqualTo(404);
        assertThat(JsonPath.<String>read(second.body(), "$.type")).isEqualTo("urn:vinbridge:problem:not-carried");
        assertThat(world.sandbox().ledger().callsForVin(vin)).isEqualTo(1);
    }

    @Test
    void saysThatAVehicleIsAmbiguousAndChoosesNoStyle() {
        String body = node.get("/vehicles/" + SEVERAL_STYLES).body();

        assertThat(JsonPath.<List<?>>read(body, "$.styles")).hasSize(4);
        assertThat(JsonPath.<Boolean>read(body, "$.ambiguous")).isTrue();
        assertThat(JsonPath.<Object>read(body, "$.styleId")).isNull();
    }

    @Test
    void reportsAHintThatFitsNoStyle() {
        String body = node.get("/vehicles/" + SEVERAL_STYLES + "?trim=Zanzibar").body();

        assertThat(JsonPath.<List<String>>read(body, "$.unmatched")).containsExactly("trim");
        assertThat(JsonPath.<Boolean>read(body, "$.ambiguous")).isTrue();
    }

    @Test
    void answers304WhereTheCallerHasWhatItWouldGet() {
        String vin = World.freshVin();
        String tag = node.get("/vehicles/" + vin).headers().firstValue("ETag").orElseThrow();

        HttpResponse<String> same = node.get("/vehicles/" + vin, "If-None-Match", tag);
        HttpResponse<String> other = node.get("/vehicles/" + vin, "If-None-Match", "W/\"other\"");

        assertThat(same.statusCode()).isEqualTo(304);
        assertThat(same.body()).isEmpty();
        assertThat(same.headers().firstValue("ETag")).contains(tag);
        assertThat(other.statusCode()).isEqualTo(200);
    }

    @Test
    void compressesWhereTheCallerAsks() {
        HttpResponse<String> packed = node.get("/vehicles/" + World.freshVin(), "Accept-Encoding", "gzip");

        assertThat(packed.headers().firstValue("Content-Encoding")).contains("gzip");
    }

    @Test
    void listsThePicturesOfAVehicleWithoutAnyAddressOfChromeData() {
        HttpResponse<String> media = node.get("/vehicles/1HGCV1F33LAA12345/media");

        assertThat(JsonPath.<List<Object>>read(media.body(), "$.items[*].url"))
                .isNotEmpty()
                .containsOnlyNulls();
        assertThat(JsonPath.<List<String>>read(media.body(), "$.items[*].shot")).contains("01", "02", "03");
        assertThat(JsonPath.<Boolean>read(media.body(), "$.ambiguous")).isFalse();
        assertThat(media.body()).doesNotContain("http").doesNotContain("MediaGallery");
    }

    @Test
    void listsNoPicturesWhereThereAreNone() {
        HttpResponse<String> media = node.get("/vehicles/1G1FP22P6S2A12345/media");

        assertThat(media.statusCode()).isEqualTo(200);
        assertThat(JsonPath.<List<?>>read(media.body(), "$.items")).isEmpty();
    }

    @Test
    void servesAStyleOfItsOwn() {
        int styleId = JsonPath.read(node.get("/vehicles/" + World.freshVin()).body(), "$.styles[0].id");

        HttpResponse<String> style = node.get("/styles/" + styleId);

        assertThat(style.statusCode()).isEqualTo(200);
        assertThat(JsonPath.<List<Integer>>read(style.body(), "$.styles[*].id")).containsExactly(styleId);
        assertThat(JsonPath.<Integer>read(style.body(), "$.styleId")).isEqualTo(styleId);
        assertThat(node.get("/styles/" + styleId + "/media").statusCode()).isEqualTo(200);
        assertThat(world.sandbox().ledger().callsForStyle(styleId)).isGreaterThanOrEqualTo(1);
    }

    @Test
    void servesTheCatalogueFromYearsToStyles() {
        List<Integer> years = JsonPath.read(node.get("/catalog/years").body(), "$.items");
        int division = JsonPath.<List<Integer>>read(
                        node.get("/catalog/divisions?year=2023").body(), "$.items[?(@.name=='Honda')].id")
                .get(0);
        int model = JsonPath.read(
                node.get("/catalog/models?year=2023&division=" + division).body(), "$.items[0].id");
        List<Integer> styles =
                JsonPath.read(node.get("/catalog/styles?model=" + model).body(), "$.items[*].id");

        assertThat(years).contains(2023);
        assertThat(styles).isNotEmpty();
        assertThat(node.get("/styles/" + styles.get(0)).statusCode()).isEqualTo(200);
    }

    @Test
    void tellsTheCorrelationIdEverywhere() {
        String vin = World.freshVin();

        HttpResponse<String> found = node.get("/vehicles/" + vin, "X-Correlation-Id", "order-4711");

        assertThat(found.headers().firstValue("X-Correlation-Id")).contains("order-4711");
        assertThat(world.sandbox().ledger().recent())
                .filteredOn(call -> call.body().contains(vin))
                .extracting(call -> call.header("X-Correlation-Id").orElse(""))
                .containsExactly("order-4711");
        String history = node.get("/vehicles/" + vin + "/history").body();
        assertThat(JsonPath.<String>read(history, "$.items[0].correlationId")).isEqualTo("order-4711");
    }
}
