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
    void theGalleryShowsAVehicleWithItsPictures() {
        String vin = World.freshVin();
        NODE.get("/vehicles/" + vin);
        await().atMost(Duration.ofSeconds(60)).until(() -> {
            List<Object> copied = JsonPath.read(
                    NODE.get("/vehicles/" + vin + "/media?limit=200").body(), "$.items[?(@.url)]");
            return !copied.isEmpty();
        });

        String page = open("/gallery/?vin=" + vin);

        assertThat(page)
                .contains("2023 Honda", vin, "ADS 7c", "fresh</dd>")
                .contains("<img", "/api/v1/media/")
                .doesNotContain("This needs a key.");
    }

    @Test
    void theGalleryListsStoredVehicles() {
        String vin = World.freshVin();
        NODE.get("/vehicles/" + vin);

        assertThat(open("/gallery/?make=Honda&year=2023")).contains(vin);
    }

    @Test
    void theGallerySaysWhatIsWrong() {
        assertThat(open("/gallery/?vin=NONE")).contains("17");
    }

    /** What somebody else wrote into an address is a text, and no part of the page. */
    @Test
    void noTextBecomesPartOfAPage() {
        String hostile = "<img src=x onerror=document.title='taken'>";

        String page = open("/gallery/?make=" + URLEncoder.encode(hostile, StandardCharsets.UTF_8));

        assertThat(page).contains("<title>Vinbridge: the gallery</title>").doesNotContain("<img src=\"x\"");
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
