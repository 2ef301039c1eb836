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

    @Test
    void servesBuildDataAsTheContractHasIt() throws IOException {
        ContractCheck contract = new ContractCheck(read("/openapi.json"));
        String vin = World.vin(90_020, 1);
        WORLD.sandbox().cvd().script().next(vin, Reply.of(200, "application/json", """
                {"error": false, "result": {"vinSubmitted": "%s", "vinProcessed": "%s", "validVin": true, "source": "B", "year": 2023,
                 "make": "Honda", "model": "Accord", "buildMSRP": 31450.0, "buildDate": "2023-03-01", "buildSource": "OEM",
                 "optionCodes": ["HT"], "additionalBuildData": [
                   {"label": "Paint", "description": "Platinum White", "value": "NH883P", "msrp": 395, "invoice": 360.5}],
                 "vehicles": [{"styleId": 349411, "styleDescription": "4dr Sdn LX", "trim": "LX", "baseMSRP": 27895.0,
                   "driveType": "FWD", "bodyType": "Sedan", "doors": 4, "country": "US"}],
                 "exteriorColors": [{"colorCode": "NH883P", "description": "Platinum White", "genericDesc": "White", "styles": [349411],
                   "rgbValue": "235,225,203", "type": 1, "primary": true, "installCause": "B"}]}}""".formatted(vin, vin)));

        JsonNode full = read("/vehicles/" + vin);

        assertThat(full.at("/build/items/0/invoice").decimalValue()).isEqualByComparingTo("360.5");
        assertThat(full.at("/build").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrderElementsOf(contract.members("BuildRecord"));
        assertThat(contract.faults(full, "Vehicle")).isEmpty();
        assertThat(contract.faults(read("/vehicles/" + vin + "?view=card"), "VehicleCard"))
                .isEmpty();
        assertThat(contract.faults(read("/vehicles/" + vin + "?view=style"), "VehicleStyle"))
                .isEmpty();
        assertThat(read("/vehicles/" + vin + "?fields=build").at("/build")).isEqualTo(full.at("/build"));
        assertThat(contract.faultsOfAnswer(read("/vehicles/" + vin + "/history"), "/vehicles/{vin}/history"))
                .isEmpty();
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
