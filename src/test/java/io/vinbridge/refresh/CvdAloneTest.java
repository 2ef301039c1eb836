package io.vinbridge.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.jayway.jsonpath.JsonPath;
import io.vinbridge.sandbox.http.Reply;
import io.vinbridge.testing.Node;
import io.vinbridge.testing.World;
import io.vinbridge.testing.contract.ContractCheck;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A node that has a key pair of CVD, and no account of ADS. */
class CvdAloneTest {

    private static final World WORLD = World.create();
    private static final Node NODE = WORLD.nodeOfCvd();

    @AfterAll
    static void close() {
        WORLD.close();
    }

    @BeforeEach
    void reset() {
        WORLD.sandbox().reset();
    }

    @Test
    void saysByWhatItIsDescribed() {
        String vehicle = NODE.get("/vehicles/" + World.vin(90_001, 1)).body();

        assertThat(JsonPath.<String>read(vehicle, "$.source.service")).isEqualTo("CVD CVDStandard");
        assertThat(JsonPath.<String>read(vehicle, "$.source.dataSource")).isEqualTo("Catalog");
        assertThat(JsonPath.<String>read(vehicle, "$.exteriorColors[0].type")).isEqualTo("body");
    }

    @Test
    void tellsAnUnknownVin() {
        HttpResponse<String> answer = NODE.get("/vehicles/1FTEX15N1LKA12345");

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(404);
    }

    @Test
    void servesNothingThatTheContractDoesNotHave() throws IOException {
        ContractCheck contract = new ContractCheck(read("/openapi.json"));
        for (int pattern = 90_010; pattern < 90_016; pattern++) {
            WORLD.sandbox().oddities().on(pattern % 2 == 0);
            String vehicle = "/vehicles/" + World.vin(pattern, 1);
            JsonNode full = read(vehicle);
            int style = full.at("/styles/0/id").asInt();

            assertThat(contract.faults(full, "Vehicle")).isEmpty();
            assertThat(contract.faults(read(vehicle + "?view=card"), "VehicleCard"))
                    .isEmpty();
            assertThat(contract.faults(read(vehicle + "?view=style&styleId=" + style), "VehicleStyle"))
                    .isEmpty();
            assertThat(contract.faults(read("/styles/" + style), "Description")).isEmpty();
        }
    }

    private static JsonNode read(String path) throws IOException {
        HttpResponse<String> answer = NODE.get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return new ObjectMapper().readTree(answer.body());
    }

    @Test
    void saysThatAdsAloneAnswersByWordsAndDefines() {
        for (String path : List.of(
                "/catalog/describe?year=2019&make=Acura&model=TLX",
                "/catalog/describe?year=2019&make=Acura&model=TLX&dryRun=true",
                "/catalog/subdivisions?year=2019",
                "/catalog/categories",
                "/catalog/specifications")) {
            HttpResponse<String> answer = NODE.get(path);

            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(404);
            assertThat(answer.body()).contains("CVD and VSS have no").contains("CHROMEDATA_SERVICE=ads");
        }
    }

    @Test
    void readsOddJsonAndTellsWhatItDoesNotKnow() {
        WORLD.sandbox().oddities().on(true);

        HttpResponse<String> odd = NODE.get("/vehicles/" + World.vin(90_002, 1));

        assertThat(odd.statusCode()).as(odd.body()).isEqualTo(200);
        assertThat(JsonPath.<List<Object>>read(odd.body(), "$.styles")).isNotEmpty();
        assertThat(JsonPath.<Number>read(odd.body(), "$.styles[0].price.msrp").intValue())
                .isPositive();
        assertThat(NODE.health("/actuator/health")).contains("unread: ").contains("unheardOf");
    }

    @Test
    void takesTheStylesOfVssWhereADecodeHasNone() {
        String vin = World.vin(90_006, 1);
        WORLD.sandbox().cvd().script().next(vin, Reply.of(200, "application/json", """
                {"error": false, "result": {"vinSubmitted": "%s", "validVin": true, "source": "S", "year": 2023, "make": "Honda",
                 "model": "Accord"}}""".formatted(vin)));

        HttpResponse<String> described = NODE.get("/vehicles/" + vin);

        assertThat(described.statusCode()).as(described.body()).isEqualTo(200);
        assertThat(JsonPath.<List<Object>>read(described.body(), "$.styles")).isNotEmpty();
        assertThat(JsonPath.<Boolean>read(described.body(), "$.ambiguous")).isTrue();
        assertThat(WORLD.sandbox().ledger().calls("styles")).isEqualTo(1);
    }
}
