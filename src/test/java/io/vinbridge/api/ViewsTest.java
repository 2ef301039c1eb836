package io.vinbridge.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.jayway.jsonpath.JsonPath;
import io.vinbridge.testing.Node;
import io.vinbridge.testing.World;
import io.vinbridge.testing.contract.ContractCheck;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a vehicle and a style look like in each view. */
class ViewsTest {

    private static final String SEDAN = "1HGCV1F33LAA12345";
    private static final String SEVERAL_STYLES = "5FNYF8H98MBA12345";

    private final World world = World.shared();
    private final Node node = world.node();
    private final ObjectMapper mapper = new ObjectMapper();

    @Test
    void showsAVehicleAsACard() {
        String card = node.get("/vehicles/" + SEDAN + "?view=card").body();

        assertThat(JsonPath.<Integer>read(card, "$.year")).isEqualTo(2020);
        assertThat(JsonPath.<String>read(card, "$.make")).isEqualTo("Honda");
        assertThat(JsonPath.<String>read(card, "$.styleName")).isEqualTo("4dr Sdn FWD EX");
        assertThat(JsonPath.<String>read(card, "$.body")).isEqualTo("sedan");
        assertThat(JsonPath.<String>read(card, "$.bodyText")).isEqualTo("4dr Car");
        assertThat(JsonPath.<String>read(card, "$.drivetrain")).isEqualTo("fwd");
        assertThat(JsonPath.<String>read(card, "$.transmission.kind")).isEqualTo("automatic");
        assertThat(JsonPath.<Integer>read(card, "$.transmission.speeds")).isEqualTo(10);
        assertThat(JsonPath.<String>read(card, "$.electrification")).isEqualTo("hybrid");
        assertThat(JsonPath.<Number>read(card, "$.engine.litres").doubleValue()).isEqualTo(2.0);
        assertThat(JsonPath.<Integer>read(card, "$.power.value")).isEqualTo(195);
        assertThat(JsonPath.<Integer>read(card, "$.price.msrp")).isEqualTo(29940);
        assertThat(JsonPath.<String>read(card, "$.price.currency")).isEqualTo("USD");
        assertThat(JsonPath.<List<?>>read(card, "$.candidates")).isEmpty();
        assertThat(JsonPath.<Boolean>read(card, "$.freshness.stale")).isFalse();
        assertThat(card.length()).isBetween(1_000, 3_000);
    }

    @Test
    void tellsTheCandidatesOfAnAmbiguousVehicle() {
        String card = node.get("/vehicles/" + SEVERAL_STYLES + "?view=card").body();

        assertThat(JsonPath.<Boolean>read(card, "$.ambiguous")).isTrue();
        assertThat(JsonPath.<List<?>>read(card, "$.candidates")).hasSize(4);
        assertThat(JsonPath.<String>read(card, "$.model")).isEqualTo("Passport");
        assertThat(JsonPath.<Object>read(card, "$.drivetrain")).isNull();
    }

    @Test
    void showsOneStyleAlone() {
        int styleId = JsonPath.read(
                node.get("/vehicles/" + SEVERAL_STYLES + "?view=card").body(), "$.candidates[1].styleId");

        HttpResponse<String> ambiguous = node.get("/vehicles/" + SEVERAL_STYLES + "?view=style");
        String style = node.get("/vehicles/" + SEVERAL_STYLES + "?view=style&styleId=" + styleId)
                .body();

        assertThat(ambiguous.statusCode()).isEqualTo(409);
        assertThat(ambiguous.body()).contains(Integer.toString(styleId));
        assertThat(JsonPath.<Integer>read(style, "$.styleId")).isEqualTo(styleId);
        assertThat(JsonPath.<String>read(style, "$.drivetrain")).isNotNull();
        assertThat(JsonPath.<List<String>>read(style, "$.equipment[*].presence"))
                .isNotEmpty()
                .isSubsetOf("standard", "installed");
        assertThat(JsonPath.<List<String>>read(style, "$.options[*].presence"))
                .contains("optional")
                .isSubsetOf("standard", "installed", "optional");
        assertThat(JsonPath.<List<Object>>read(style, "$.specifications[?(@.title=='Length, Overall')].value"))
                .singleElement()
                .isInstanceOf(Number.class);
    }

    @Test
    void showsAStyleInTheSameViews() {
        int styleId =
                JsonPath.read(node.get("/vehicles/" + SEDAN + "?view=card").body(), "$.styleId");

        String card = node.get("/styles/" + styleId + "?view=card").body();
        String style = node.get("/styles/" + styleId + "?view=style").body();

        assertThat(JsonPath.<Integer>read(card, "$.styleId")).isEqualTo(styleId);
        assertThat(JsonPath.<String>read(card, "$.body")).isEqualTo("sedan");
        assertThat(JsonPath.<List<?>>read(style, "$.exteriorColors")).isNotEmpty();
    }

    @Test
    void picksMembersOfAnyView() throws IOException {
        JsonNode card = mapper.readTree(node.get("/vehicles/" + SEDAN + "?view=card&fields=vin,price,%20make")
                .body());
        JsonNode full = mapper.readTree(
                node.get("/vehicles/" + SEDAN + "?fields=styles").body());
        JsonNode style = mapper.readTree(
                node.get("/vehicles/" + SEDAN + "?view=style&fields=options").body());

        assertThat(card.fieldNames()).toIterable().containsExactlyInAnyOrder("vin", "price", "make");
        assertThat(full.fieldNames()).toIterable().containsExactly("styles");
        assertThat(style.fieldNames()).toIterable().containsExactly("options");
    }

    @Test
    void namesTheViewsAndFieldsThereAreToWhoeverAsksForAnother() {
        HttpResponse<String> view = node.get("/vehicles/" + SEDAN + "?view=poster");
        HttpResponse<String> field = node.get("/vehicles/" + SEDAN + "?view=card&fields=vin,colour");

        assertThat(view.statusCode()).isEqualTo(400);
        assertThat(view.body()).contains("card, full, style");
        assertThat(field.statusCode()).isEqualTo(400);
        assertThat(JsonPath.<String>read(field.body(), "$.detail"))
                .contains("colour")
                .contains("exteriorColor, interiorColor")
                .contains("freshness");
    }

    @Test
    void coversViewAndFieldsByTheEntityTag() {
        String full = tag("");
        String card = tag("?view=card");
        String picked = tag("?view=card&fields=vin");

        assertThat(List.of(full, card, picked, tag("?view=style"))).doesNotHaveDuplicates();
        assertThat(node.get("/vehicles/" + SEDAN + "?view=card", "If-None-Match", card)
                        .statusCode())
                .isEqualTo(304);
        assertThat(node.get("/vehicles/" + SEDAN + "?view=card", "If-None-Match", full)
                        .statusCode())
                .isEqualTo(200);
        assertThat(node.get("/vehicles/" + SEDAN + "?view=card").headers().allValues("Vary"))
                .anyMatch(vary -> vary.contains("Accept"));
    }

    private String tag(String query) {
        return node.get("/vehicles/" + SEDAN + query)
                .headers()
                .firstValue("ETag")
                .orElseThrow();
    }

    @Test
    void showsWhatTheDealerSaysAndTheColourThatHisWordsMean() {
        String vin = World.freshVin();
        String code = JsonPath.read(
                node.get("/vehicles/" + vin + "?fields=exteriorColors").body(), "$.exteriorColors[0].code");
        node.post(
                "/events",
                "{\"type\":\"vehicle.arrived\",\"vin\":\"%s\",\"timestamp\":\"2026-01-05T09:30:00Z\",\"price\":15000,\"color\":\"%s\"}"
                        .formatted(vin, code));

        org.awaitility.Awaitility.await().untilAsserted(() -> {
            String card = node.get("/vehicles/" + vin + "?view=card").body();
            assertThat(JsonPath.<Integer>read(card, "$.own.price")).isEqualTo(15000);
            assertThat(JsonPath.<String>read(card, "$.exteriorColor.code")).isEqualTo(code);
            assertThat(JsonPath.<String>read(card, "$.exteriorColor.basis")).isEqualTo("stated");
            assertThat(JsonPath.<String>read(card, "$.exteriorColor.hex")).matches("#[0-9A-F]{6}");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                SEDAN,
                SEVERAL_STYLES,
                "3GCUYHEL4MGA12345",
                "5YJ3E1EB3MFA12345",
                "1FTBW2CM2HKA12345",
                "1G1FP22P6S2A12345",
                "SA9AAAAA0PAC00042"
            })
    void servesNothingThatTheContractDoesNotHave(String vin) throws IOException {
        ContractCheck contract =
                new ContractCheck(mapper.readTree(node.get("/openapi.json").body()));
        JsonNode card =
                mapper.readTree(node.get("/vehicles/" + vin + "?view=card").body());
        int styleId = card.path("styleId").isNull()
                ? card.at("/candidates/0/styleId").asInt()
                : card.path("styleId").asInt();
        JsonNode style = mapper.readTree(
                node.get("/vehicles/" + vin + "?view=style&styleId=" + styleId).body());
        JsonNode full = mapper.readTree(node.get("/vehicles/" + vin).body());

        assertThat(contract.faults(card, "VehicleCard")).isEmpty();
        assertThat(contract.faults(style, "VehicleStyle")).isEmpty();
        assertThat(contract.faults(full, "Vehicle")).isEmpty();
    }
}
