package io.vinbridge.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import io.vinbridge.testing.Browser;
import io.vinbridge.testing.Node;
import io.vinbridge.testing.World;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** The pages in a browser: what stands there once their scripts have run. */
@EnabledIf("io.vinbridge.testing.Browser#isThere")
class PagesTest {

    private static final World WORLD = World.create();
    private static final Node NODE = WORLD.node("vinbridge.gallery.mirror.enabled=true");

    @AfterAll
    static void close() {
        WORLD.close();
    }

    @Test
    void theShowroomShowsAVehicleWithItsPictures() {
        String vin = World.freshVin();
        NODE.get("/vehicles/" + vin);
        await().atMost(Duration.ofSeconds(60)).until(() -> {
            List<Object> copied = JsonPath.read(
                    NODE.get("/vehicles/" + vin + "/media?limit=200").body(), "$.items[?(@.url)]");
            return !copied.isEmpty();
        });

        String page = open("/gallery/?vin=" + vin);

        assertThat(page)
                .contains("<h1>2023 Honda", vin, "ADS 7c", "fresh</dd>", "How we know", "Specifications (", "Options (")
                .contains("<img", "/api/v1/media/", "data-shot=\"01\"")
                .doesNotContain("is open to who has a key");
    }

    @Test
    void theShowroomListsVehiclesAndWhatTheyCanBeNarrowedBy() {
        String vin = World.freshVin();
        NODE.get("/vehicles/" + vin);

        assertThat(open("/gallery/?make=Honda&year=2023&q=" + vin))
                .contains("?vin=" + vin, "One vehicle", "<legend>Make</legend>", "<legend>Model</legend>");
        assertThat(open("/gallery/?make=None")).contains("No stored vehicle fits.");
    }

    @Test
    void theShowroomSetsVehiclesSideBySide() {
        String one = World.freshVin();
        String other = World.freshVin();

        assertThat(open("/gallery/?compare=" + one + "," + other))
                .contains("Side by side", "?vin=" + one, "?vin=" + other, "<th scope=\"row\">Price</th>");
    }

    /** Invoice, and what a dealer keeps to himself, are for nobody who looks at a page. */
    @Test
    void theShowroomShowsNoInvoice() {
        assertThat(open("/gallery/?vin=" + World.freshVin())).doesNotContainIgnoringCase("invoice");
    }

    @Test
    void theShowroomSaysWhatIsWrong() {
        assertThat(open("/gallery/?vin=NONE")).contains("no VIN has");
        assertThat(open("/gallery/?sort=nothing")).contains("sort must be");
    }

    /** What somebody else wrote into an address is a text, and no part of the page. */
    @Test
    void noTextBecomesPartOfAPage() {
        String hostile = URLEncoder.encode("<img src=x onerror=document.title='taken'>", StandardCharsets.UTF_8);

        for (String parameter : List.of("make", "q", "vin", "compare")) {
            assertThat(open("/gallery/?" + parameter + "=" + hostile)).doesNotContain("<img src=\"x\"", "<title>taken");
        }
    }

    @Test
    void theContractIsShown() {
        assertThat(open("/docs/")).contains("Looks up many vehicles at once");
    }

    @Test
    void aPageAsksForAKeyWhereOneIsNeeded() {
        Node closed = WORLD.node("vinbridge.access.disabled=false", "vinbridge.admin-key=a-key");

        for (String path : List.of("/gallery/?make=Honda", "/docs/")) {
            String page = Browser.open("http://127.0.0.1:" + closed.port() + path);
            assertThat(page).contains("<form id=\"key\">").doesNotContain("<form id=\"key\" hidden");
        }
    }

    private static String open(String path) {
        return Browser.open("http://127.0.0.1:" + NODE.port() + path);
    }
}
