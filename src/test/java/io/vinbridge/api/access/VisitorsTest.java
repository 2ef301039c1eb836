package io.vinbridge.api.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import io.vinbridge.testing.Browser;
import io.vinbridge.testing.Node;
import io.vinbridge.testing.Tab;
import io.vinbridge.testing.World;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Who looks around in an open showroom without a key sees what is stored and meant for customers, and costs nothing.
 */
class VisitorsTest {

    private static final String KEY = "a-key-of-this-test";
    private static final World WORLD = World.create();
    private static final Node NODE = WORLD.node(
            "vinbridge.gallery.mirror.enabled=true",
            "vinbridge.access.disabled=false",
            "vinbridge.admin-key=" + KEY,
            "vinbridge.views.invoice-scope=read",
            "vinbridge.gallery.public=true");
    private static final String VIN = World.freshVin();

    private static String picture;

    @BeforeAll
    static void offer() {
        NODE.get("/vehicles/" + VIN, "X-API-Key", KEY);
        NODE.post("/events", """
                {"type":"vehicle.arrived","vin":"%s","dealer":"D7","stock":"S1","price":21500,"cost":18250,"buyer":"Smith"}
                """.formatted(VIN), "X-API-Key", KEY);
        await().atMost(Duration.ofSeconds(60)).until(() -> {
            NODE.get("/vehicles/" + VIN + "/media", "X-API-Key", KEY);
            picture = JsonPath.read(card(), "$.pictures.hero.url");
            return picture != null && JsonPath.<Object>read(card(), "$.own.price") != null;
        });
    }

    @AfterAll
    static void close() {
        WORLD.close();
    }

    @Test
    void seeVehiclesAndTheirPictures() {
        assertThat(JsonPath.<Integer>read(card(), "$.own.price")).isEqualTo(21500);
        assertThat(NODE.get("/vehicles?view=card&facets=make&q=" + VIN).body()).contains(VIN);
        assertThat(NODE.get("/vehicles/" + VIN + "?view=style").statusCode()).isBetween(200, 409);
        assertThat(NODE.get("/vehicles/" + VIN + "/media").body()).contains(picture);
        assertThat(NODE.send(NODE.request(picture + "?width=320")).statusCode()).isEqualTo(200);
    }

    @Test
    void seeNeitherWhatTheDealerPaidNorTheInvoice() {
        for (String path : new String[] {"/vehicles/" + VIN + "?view=card", "/vehicles?view=card&q=" + VIN}) {
            String seen = NODE.get(path).body();
            assertThat(seen).contains("21500").doesNotContain("18250", "Smith", "buyer");
            assertThat(JsonPath.<List<Object>>read(seen, "$..price.invoice")).containsOnlyNulls();
        }
        assertThat(NODE.get("/vehicles/" + VIN + "?view=card", "X-API-Key", KEY).body())
                .contains("18250", "Smith");
    }

    @Test
    void causeNoCall() {
        String unknown = World.freshVin();
        long before = WORLD.sandbox().ledger().calls("describeVehicle");

        HttpResponse<String> none = NODE.get("/vehicles/" + unknown + "?view=card");
        HttpResponse<String> media = NODE.get("/vehicles/" + unknown + "/media");
        HttpResponse<String> renewed = NODE.get("/vehicles/" + VIN + "?view=card&refresh=true");

        assertThat(none.statusCode()).isEqualTo(404);
        assertThat(media.statusCode()).isEqualTo(404);
        assertThat(renewed.statusCode()).isEqualTo(403);
        assertThat(NODE.get("/vehicles?view=card&q=" + unknown).body()).doesNotContain("\"vin\":\"" + unknown);
        assertThat(WORLD.sandbox().ledger().calls("describeVehicle")).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/vehicles/VIN", "/vehicles/VIN?view=full", "/vehicles", "/vehicles?view=summary"})
    void haveTheViewsOfTheShowroomOnly(String path) {
        assertThat(NODE.get(path.replace("VIN", VIN)).statusCode()).isEqualTo(403);
        assertThat(NODE.get("/vehicles?view=card", "Accept", "text/csv").statusCode())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/vehicles/VIN/history",
                "/styles/1",
                "/usage",
                "/dealers",
                "/feeds",
                "/changes",
                "/openapi.yaml",
                "/media/coverage",
                "/vins/VIN",
                "/catalog/years"
            })
    void areLetInNowhereElse(String path) {
        assertThat(NODE.get(path.replace("VIN", VIN)).statusCode()).isEqualTo(401);
        assertThat(NODE.post("/vehicles/" + VIN, "{}").statusCode()).isEqualTo(401);
    }

    @Test
    @EnabledIf("io.vinbridge.testing.Browser#isThere")
    void areAskedForNoKeyByAVehiclesPage() {
        try (Tab tab = Browser.tab()) {
            tab.open("http://127.0.0.1:" + NODE.port() + "/gallery/?vin=" + VIN, 1280, false);

            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(tab.text("#main")).contains("2023 Honda", "$21,500"));
            assertThat(tab.value("document.getElementById('key').checkVisibility()")
                            .asBoolean())
                    .isFalse();
            assertThat(tab.value("document.querySelector('.offers')").isNull()).isTrue();
        }
    }

    private static String card() {
        return NODE.get("/vehicles/" + VIN + "?view=card").body();
    }
}
