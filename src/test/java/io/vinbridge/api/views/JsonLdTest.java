package io.vinbridge.api.views;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.jayway.jsonpath.JsonPath;
import io.vinbridge.testing.Node;
import io.vinbridge.testing.World;
import io.vinbridge.testing.contract.ContractCheck;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A vehicle as JSON-LD, as search engines read it in a dealer's page. */
class JsonLdTest {

    private static final String SEDAN = "1HGCV1F33LAA12345";
    private static final String TYPE = "application/ld+json";
    private static final World WORLD = World.create();
    private static final Node NODE =
            WORLD.node("vinbridge.gallery.mirror.enabled=true", "vinbridge.public-url=https://cars.example.com");

    private static String car;

    @BeforeAll
    static void offer() {
        NODE.send(NODE.request("/api/v1/dealers/D7", "Content-Type", "application/json")
                .PUT(BodyPublishers.ofString("""
                {"name":"Seventh Motors","phone":"+1 555 0107","currency":"EUR","distanceUnit":"MI",
                 "linkTemplate":"https://seventh.example.com/cars/{vin}",
                 "address":{"street":"7 Main St","city":"Springfield","region":"IL","postalCode":"62701","country":"US"}}
                """)));
        NODE.get("/vehicles/" + SEDAN);
        NODE.post("/events", """
                {"type":"vehicle.arrived","vin":"%s","dealer":"D7","stock":"S1","price":21500,"mileage":32100,"condition":"Used",
                 "exteriorColor":"Platinum White Pearl","cost":18250,"invoice":19000,"status":"available"}""".formatted(SEDAN));
        await().atMost(Duration.ofSeconds(60)).until(() -> {
            NODE.get("/vehicles/" + SEDAN + "/media");
            car = NODE.get("/vehicles/" + SEDAN, "Accept", TYPE).body();
            return !JsonPath.<List<?>>read(car, "$.image").isEmpty()
                    && JsonPath.<Object>read(car, "$.offers.price") != null;
        });
    }

    @AfterAll
    static void close() {
        WORLD.close();
    }

    @Test
    void hasNoMemberThatTheContractDoesNotHave() throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        ContractCheck contract =
                new ContractCheck(mapper.readTree(NODE.get("/openapi.json").body()));

        assertThat(contract.faults(mapper.readTree(car), "Car")).isEmpty();
    }

    @Test
    void saysWhatTheCarIs() {
        assertThat(JsonPath.<String>read(car, "$.['@context']")).isEqualTo("https://schema.org");
        assertThat(JsonPath.<String>read(car, "$.['@type']")).isEqualTo("Car");
        assertThat(JsonPath.<String>read(car, "$.name")).isEqualTo("2020 Honda Accord EX");
        assertThat(JsonPath.<String>read(car, "$.vehicleIdentificationNumber")).isEqualTo(SEDAN);
        assertThat(JsonPath.<String>read(car, "$.brand.name")).isEqualTo("Honda");
        assertThat(JsonPath.<String>read(car, "$.vehicleModelDate")).isEqualTo("2020");
        assertThat(JsonPath.<String>read(car, "$.driveWheelConfiguration"))
                .isEqualTo("https://schema.org/FrontWheelDriveConfiguration");
        assertThat(JsonPath.<Number>read(car, "$.vehicleEngine.engineDisplacement.value")
                        .doubleValue())
                .isEqualTo(2.0);
        assertThat(JsonPath.<String>read(car, "$.vehicleEngine.engineDisplacement.unitCode"))
                .isEqualTo("LTR");
        assertThat(JsonPath.<Integer>read(car, "$.vehicleSeatingCapacity")).isEqualTo(5);
    }

    @Test
    void saysWhatItsDealerOffers() {
        assertThat(JsonPath.<Integer>read(car, "$.offers.price")).isEqualTo(21500);
        assertThat(JsonPath.<String>read(car, "$.offers.priceCurrency")).isEqualTo("EUR");
        assertThat(JsonPath.<String>read(car, "$.offers.availability")).isEqualTo("https://schema.org/InStock");
        assertThat(JsonPath.<String>read(car, "$.offers.seller.name")).isEqualTo("Seventh Motors");
        assertThat(JsonPath.<String>read(car, "$.offers.seller.address.postalCode"))
                .isEqualTo("62701");
        assertThat(JsonPath.<String>read(car, "$.url")).isEqualTo("https://seventh.example.com/cars/" + SEDAN);
        assertThat(JsonPath.<String>read(car, "$.itemCondition")).isEqualTo("https://schema.org/UsedCondition");
        assertThat(JsonPath.<Integer>read(car, "$.mileageFromOdometer.value")).isEqualTo(32100);
        assertThat(JsonPath.<String>read(car, "$.mileageFromOdometer.unitCode")).isEqualTo("SMI");
    }

    @Test
    void keepsWhatTheDealerKeepsToHimself() {
        assertThat(car).doesNotContain("18250", "19000", "cost", "invoice", "null");
    }

    @Test
    void showsPicturesByAddressesThatNeedNoKey() {
        List<String> images = JsonPath.read(car, "$.image");

        assertThat(images)
                .isNotEmpty()
                .allMatch(image -> image.startsWith("https://cars.example.com/api/v1/media/"))
                .allMatch(image -> image.contains("?until=") && !image.contains("width="));
    }

    @Test
    void isAnotherThingThanTheVehicleUnderTheSameAddress() {
        HttpResponse<String> vehicle = NODE.get("/vehicles/" + SEDAN);
        HttpResponse<String> linked = NODE.get("/vehicles/" + SEDAN, "Accept", TYPE);
        String tag = linked.headers().firstValue("ETag").orElseThrow();

        assertThat(linked.headers().firstValue("Content-Type")).contains(TYPE);
        assertThat(linked.headers().allValues("Vary")).anyMatch(vary -> vary.contains("Accept"));
        assertThat(vehicle.headers().firstValue("ETag")).isNotEqualTo(tag);
        assertThat(NODE.get("/vehicles/" + SEDAN, "Accept", TYPE, "If-None-Match", tag)
                        .statusCode())
                .isEqualTo(304);
        assertThat(NODE.get("/vehicles/" + SEDAN, "If-None-Match", tag).statusCode())
                .isEqualTo(200);
    }

    @Test
    void needsToKnowUnderWhichAddressItIsReached() {
        HttpResponse<String> refused = WORLD.node(new String[0]).get("/vehicles/" + SEDAN, "Accept", TYPE);

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("VINBRIDGE_PUBLICURL");
    }
}
