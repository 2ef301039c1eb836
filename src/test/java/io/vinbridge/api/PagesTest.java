package io.vinbridge.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import io.vinbridge.testing.Browser;
import io.vinbridge.testing.Node;
import io.vinbridge.testing.Tab;
import io.vinbridge.testing.World;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** The pages in a browser: what stands there once their scripts have run. */
@EnabledIf("io.vinbridge.testing.Browser#isThere")
class PagesTest {

    private static final World WORLD = World.create();
    private static final Node NODE = WORLD.node("vinbridge.gallery.mirror.enabled=true");

    /** One of which there are pictures in colors. */
    private static final String PICTURED = "1HGCV1F33LAA12345";

    @AfterAll
    static void close() {
        WORLD.close();
    }

    @Test
    void theShowroomShowsAVehicleWithItsPictures() {
        String vin = World.freshVin();
        NODE.get("/vehicles/" + vin);
        await().until(() -> {
            List<Map<String, Object>> toCopy = JsonPath.<List<Map<String, Object>>>read(
                            NODE.get("/vehicles/" + vin + "/media?limit=200").body(), "$.items")
                    .stream()
                    .filter(item -> Boolean.TRUE.equals(item.get("toCopy")))
                    .toList();
            return !toCopy.isEmpty() && toCopy.stream().allMatch(item -> item.get("url") != null);
        });

        String page = open("/gallery/?vin=" + vin);

        assertThat(page)
                .contains("<h1>2023 Honda", vin, "ADS 7c", "fresh</dd>", "How we know", "Specifications (", "Options (")
                .contains("<img", "/api/v1/media/", "data-shot=\"01\"")
                .doesNotContain("is open to who has a key");
    }

    /** Of what a long list of VINs brought, nobody has looked for pictures yet. */
    @Test
    void theShowroomOpensWithVehiclesThatHavePictures() {
        String without = World.freshVin();
        NODE.get("/vehicles/" + without);
        NODE.get("/vehicles/" + PICTURED + "/media");

        assertThat(open("/gallery/")).contains("With pictures", "?vin=" + PICTURED);
        assertThat(open("/gallery/?sort=-changed")).contains("?vin=" + without).doesNotContain("With pictures");
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
                .contains("Side by side", "?vin=" + one, "?vin=" + other, "<th scope=\"row\">Price");
    }

    @Test
    void theShowroomSetsTheStylesOfOneVehicleSideBySide() {
        String vin = "1HGCY2F67PAA12345";
        List<Integer> styles = JsonPath.read(NODE.get("/vehicles/" + vin).body(), "$.styles[*].id");
        String keys = vin + "." + styles.get(0) + "," + vin + "." + styles.get(1);

        assertThat(open("/gallery/?vin=" + vin)).contains("?compare=" + keys);
        assertThat(open("/gallery/?compare=" + keys))
                .contains("styleId=" + styles.get(0), "styleId=" + styles.get(1), "<th scope=\"row\">Trim");
    }

    @Test
    void theShowroomsPicturesAreLookedThroughByKeyboard() {
        try (Tab tab = Browser.tab()) {
            openWithPictures(tab);
            tab.value("document.querySelector('.pictures > button').focus()");

            tab.key("Enter");
            String first = tab.text("#large [role=status]");
            tab.key("ArrowRight");
            String second = tab.text("#large [role=status]");
            tab.key("ArrowLeft");

            assertThat(first).startsWith("Front, from the left, 1 of ");
            assertThat(second).contains(", 2 of ");
            assertThat(tab.text("#large [role=status]")).isEqualTo(first);
            for (int i = 0; i < 6; i++) {
                tab.key("Tab");
                assertThat(tab.value("document.activeElement === document.body || "
                                        + "document.getElementById('large').contains(document.activeElement)")
                                .asBoolean())
                        .isTrue();
            }
            tab.key("Escape");
            assertThat(tab.value("document.getElementById('large').open").asBoolean())
                    .isFalse();
            assertThat(tab.value("document.activeElement.matches('.pictures > button')")
                            .asBoolean())
                    .isTrue();
        }
    }

    /** What was open and where the keyboard was stays so; the address can be shared. */
    @Test
    void theShowroomShowsAColorInPlace() {
        try (Tab tab = Browser.tab()) {
            openWithPictures(tab);
            tab.value("document.querySelector('.details details').open = true");

            tab.press(".chips li:last-child button");
            String color = tab.value("document.activeElement.ariaLabel").asText();

            await().atMost(Duration.ofSeconds(30))
                    .until(() -> tab.text(".pictures > p").equals("In " + color));
            assertThat(tab.value("new URLSearchParams(location.search).get('color')")
                            .asText())
                    .isEqualTo(color);
            assertThat(tab.value("document.activeElement.ariaPressed").asText()).isEqualTo("true");
            assertThat(tab.value("document.querySelector('.details details').open")
                            .asBoolean())
                    .isTrue();
        }
    }

    /** The canvas is a picture's placeholder: here, of one that never comes. */
    @Test
    void theShowroomPaintsAPlaceholderUntilThePictureHasCome() {
        try (Tab tab = Browser.tab()) {
            openWithPictures(tab);

            tab.value("""
                    Promise.all([import('/gallery/dom.js'), fetch('/api/v1/vehicles/%s?view=card').then((one) => one.json())])
                      .then(([{ picture }, card]) => document.body.prepend(
                        picture('/api/v1/media/none', '', { eager: true, class: 'lost', placeholder: card.pictures.hero.placeholder })))
                    """.formatted(PICTURED));

            assertThat(tab.value("""
                            [...document.querySelector('.lost canvas').getContext('2d').getImageData(1, 1, 1, 1).data]
                            """).toString())
                    .as("the corner of a picture on white")
                    .matches("\\[(2[3-5][0-9],){3}255]");
        }
    }

    private static void openWithPictures(Tab tab) {
        NODE.get("/vehicles/" + PICTURED);
        tab.open("http://127.0.0.1:" + NODE.port() + "/gallery/?vin=" + PICTURED, 1280, false);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> tab.value("document.querySelectorAll('.shots li[data-shot]').length > 1"
                                + " && !document.querySelector('.shots .waiting, .hero.waiting, .hero canvas')")
                        .asBoolean());
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
