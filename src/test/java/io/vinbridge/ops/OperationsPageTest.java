package io.vinbridge.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import io.vinbridge.sandbox.trouble.Dial;
import io.vinbridge.testing.Browser;
import io.vinbridge.testing.Node;
import io.vinbridge.testing.Tab;
import io.vinbridge.testing.World;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The operations page in a browser, used as operators use it, with a key of the scope {@code operate}. */
@EnabledIf("io.vinbridge.testing.Browser#isThere")
class OperationsPageTest {

    private static final String ADMIN = "the-first-key";
    private static final String HOSTILE =
            "<img src=x onerror=\"document.title='taken'\"><script>document.title='taken'</script>";
    private static final World WORLD = World.create();
    private static final Node NODE = WORLD.node(
            "vinbridge.access.disabled=false",
            "vinbridge.admin-key=" + ADMIN,
            "vinbridge.monitoring.sample=200",
            "vinbridge.monitoring.step=1s",
            "vinbridge.monitoring.dead-letters=0",
            "vinbridge.refresh.window=1",
            "vinbridge.webhooks.plain-http=true",
            "vinbridge.webhooks.private-addresses=true",
            "vinbridge.chromedata.calls-per-day=1000");
    private static final Tab TAB = Browser.tab();

    @AfterAll
    static void close() {
        TAB.close();
        WORLD.close();
    }

    @BeforeEach
    void open() {
        open(1400, false);
    }

    @AfterEach
    void mend() {
        TAB.offline(false);
        WORLD.sandbox().reset();
        post("/dead-letters/discard", "{}");
    }

    private static void open(int width, boolean dark) {
        TAB.value("location.hash = ''");
        TAB.open("http://127.0.0.1:" + NODE.port() + "/operations", width, dark);
        soon(() -> assertThat(TAB.value("document.readyState").asText()).isEqualTo("complete"));
        soon(() -> assertThat(
                        TAB.value("document.getElementById('main').hidden && document.getElementById('key').hidden")
                                .asBoolean())
                .isFalse());
        if (TAB.value("document.getElementById('main').hidden").asBoolean()) {
            TAB.value("document.getElementById('key-value').value = '" + key("operate") + "'");
            TAB.press("#key button");
        }
        soon(() -> assertThat(TAB.text("#updated")).startsWith("as of"));
    }

    @Test
    void showsWhatIsStored() {
        NODE.get("/vehicles/" + World.freshVin(), "X-API-Key", ADMIN);
        post("/events", "{\"type\":\"vehicle.arrived\",\"vin\":\"" + World.freshVin() + "\"}");

        soon(() -> {
            String usage = NODE.get("/usage", "X-API-Key", ADMIN).body();
            int spent = JsonPath.read(usage, "$.items[0].spent");
            assertThat(TAB.text("#tiles")).contains("Calls today\n" + spent, "of 1,000", "Stock files held\n0");
            assertThat(TAB.text("#budget")).contains(spent + " of 1,000 calls spent");
            assertThat(TAB.text("#cause-rows")).contains("First look-up");
            assertThat(TAB.text("#flow-rows [data-key=events] [data-part=day]")).isNotIn("", "0");
            assertThat(TAB.text("#flow-rows [data-key=requests] [data-part=rate]"))
                    .isNotIn("", "0");
        });
        assertThat(TAB.text("#schedules")).contains("forget-old", "0 40 4 * * ?", "Run now");
        assertThat(TAB.text("#routes")).contains("act-on-event.camel.yaml", "running");
        assertThat(TAB.value("document.querySelectorAll('#plots svg path.line').length")
                        .asInt())
                .isGreaterThan(10);
        assertThat(TAB.value("document.querySelector('#plots .canvas').getAttribute('aria-label')")
                        .asText())
                .startsWith("Requests, a minute, over the last day: answered");
    }

    @Test
    void tellsWhatIsAmissWithItsRunbook() {
        post("/events", "{\"type\":\"vehicle.arrived\",\"timestamp\":\"yesterday\"}");

        soon(() -> assertThat(TAB.text("#states")).contains("Degraded", "dead-letters-many", "dead letters wait"));
        TAB.press("#states summary");

        soon(() -> assertThat(TAB.text("#states"))
                .contains("More dead letters wait than vinbridge.monitoring.dead-letters", "Do: mend it"));
        assertThat(TAB.text("#overall")).isEqualTo("Degraded");
        assertThat(TAB.text("#well")).contains("database");
    }

    @Test
    void replaysADeadLetterByAClick() {
        String vin = World.freshVin();
        String id = badEvent(vin);
        soon(() -> assertThat(TAB.text("#letter-list")).contains("no. " + id + ","));
        NODE.send(NODE.request("/api/v1/dead-letters/" + id, "X-API-Key", ADMIN, "Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(
                        "{\"body\":\"{\\\"type\\\":\\\"vehicle.arrived\\\",\\\"vin\\\":\\\"" + vin + "\\\"}\"}")));

        TAB.press("[data-key='" + id + "'] .acts button");

        soon(() -> assertThat(WORLD.sandbox().ledger().callsForVin(vin)).isEqualTo(1));
        soon(() -> assertThat(TAB.text("#said")).contains("will be tried again"));
        soon(() -> assertThat(TAB.text("#letter-list")).contains("Nothing waits"));
    }

    @Test
    void mendsADeadLetterAndReplaysAllOfAReason() {
        String vin = World.freshVin();
        String id = badEvent(vin);
        soon(() -> assertThat(TAB.text("#letter-reasons"))
                .containsPattern("not-understood|invalid")
                .contains("1"));
        TAB.press("#letter-reasons .acts button");
        soon(() -> assertThat(TAB.value("document.getElementById('letter-source').value")
                        .asText())
                .isNotEmpty());

        TAB.press("[data-key='" + id + "'] summary");
        TAB.press("[data-key='" + id + "'] [data-part=mend] button");
        soon(() -> assertThat(TAB.value("document.querySelector('.mending textarea').value.length")
                        .asInt())
                .isPositive());
        TAB.value("document.querySelector('.mending textarea').value = '{\"type\":\"vehicle.arrived\",\"vin\":\"" + vin
                + "\"}'");
        TAB.press(".mending .acts button");
        soon(() -> assertThat(TAB.text("#said")).contains("is mended"));
        TAB.press("#letter-reasons .acts button:nth-child(2)");
        TAB.press("#sure-yes");

        soon(() -> assertThat(WORLD.sandbox().ledger().callsForVin(vin)).isEqualTo(1));
        soon(() -> assertThat(TAB.text("#letter-list")).contains("None is left"));
    }

    @Test
    void drawsAMonth() {
        TAB.value(
                "const period = document.getElementById('period'); period.value = 'month'; period.dispatchEvent(new Event('change'))");

        soon(() -> assertThat(TAB.value("document.querySelector('#plots .canvas').getAttribute('aria-label')")
                        .asText())
                .startsWith("Requests, a minute, over the last 30 days: answered"));
    }

    @Test
    void discardsOnlyWhatAPersonIsSureOf() {
        String id = badEvent(World.freshVin());

        TAB.press("[data-key='" + id + "'] .acts button:last-child");
        TAB.press("#sure button[value=no]");
        assertThat(letters()).contains(id);
        TAB.press("#discard-all");
        TAB.press("#sure-yes");

        soon(() -> assertThat(letters()).isEmpty());
        soon(() -> assertThat(TAB.text("#letter-list")).contains("Nothing waits"));
    }

    /**
     * What somebody else sent is a text, and no part of the page; what is open stays open, and what has the focus keeps
     * it.
     */
    @Test
    void showsHostileLettersAsTextAndKeepsThemOpen() {
        post("/events", HOSTILE);
        TAB.press("#letter-list summary");
        soon(() -> assertThat(TAB.text("#letter-list pre")).isEqualTo(HOSTILE));

        String shown = TAB.text("#updated");
        soon(() -> assertThat(TAB.text("#updated")).isNotEqualTo(shown));

        assertThat(TAB.text("#letter-list pre")).isEqualTo(HOSTILE);
        assertThat(TAB.value("document.activeElement.parentElement.open").asBoolean())
                .isTrue();
        assertThat(TAB.value("document.querySelectorAll('main img, main script').length")
                        .asInt())
                .isZero();
        assertThat(TAB.value("document.title").asText()).isEqualTo("Vinbridge: operations");
    }

    @Test
    void pausesResumesAndEndsARunByClicks() {
        WORLD.sandbox().ads().turn(Dial.LATENCY, 2_000);
        String run = JsonPath.read(
                NODE.post("/refreshes", vins(40), "X-API-Key", ADMIN).body(), "$.id");
        String row = "[data-key='" + run + "'] ";

        TAB.press(row + "[data-part=pause]");
        soon(() -> assertThat(state(run)).isEqualTo("PAUSED"));
        soon(() -> assertThat(TAB.text(row)).contains("paused", "of 40"));
        TAB.press(row + "[data-part=resume]");
        soon(() -> assertThat(state(run)).isEqualTo("RUNNING"));
        TAB.press(row + "[data-part=cancel]");
        TAB.press("#sure-yes");

        soon(() -> assertThat(state(run)).isEqualTo("CANCELLED"));
        soon(() -> assertThat(TAB.text(row)).contains("cancelled"));
        assertThat(TAB.value("document.querySelector(`" + row + "progress`).max")
                        .asInt())
                .isEqualTo(40);
    }

    @Test
    void showsWhatARevisionChanged() {
        String file = "forget-old.camel.yaml";
        String text =
                JsonPath.read(NODE.get("/routes/" + file, "X-API-Key", ADMIN).body(), "$.text");
        put(file, text.replaceFirst("(?m)^( *)description: .*$", "$1description: Forgets <b>at night</b>"));
        put(file, text + "\n- nonsense\n");

        TAB.press("[data-key='" + file + "'] summary");

        soon(() -> assertThat(TAB.text("[data-key='" + file + "'] .revisions"))
                .contains("refused", "applied", "by admin (api)", "Forgets <b>at night</b>"));
        assertThat(TAB.text(".diff .added")).startsWith("+");
        assertThat(TAB.value("document.querySelectorAll('.diff b').length").asInt())
                .isZero();
    }

    @Test
    void saysWhenItCannotReachTheService() {
        TAB.offline(true);
        soon(() -> assertThat(TAB.text("#trouble")).contains("The service cannot be reached", "it is tried again"));
        assertThat(TAB.text("#tiles")).contains("Calls today");

        TAB.offline(false);

        soon(() -> assertThat(TAB.text("#trouble")).isEmpty());
    }

    @Test
    void showsAllElseWhereOneThingCannotBeRead() {
        TAB.value("window.fetch = (whole => (path, more) => path.includes('/feeds') "
                + "? Promise.resolve(new Response('{\"detail\":\"The mapping feed-meta.jslt lacks its schema\"}', {status: 422})) "
                + ": whole(path, more))(window.fetch); document.getElementById('schedule-rows').replaceChildren(); 1");

        soon(() -> assertThat(TAB.text("#trouble"))
                .isEqualTo("What is shown of feeds is old: The mapping feed-meta.jslt lacks its schema"));
        soon(() -> assertThat(TAB.text("#schedules")).contains("forget-old"));
        assertThat(TAB.text("#updated")).startsWith("as of");
        assertThat(TAB.value("document.body.classList.contains('lost')").asBoolean())
                .isFalse();
    }

    @Test
    void asksForAKeyThatMayOperate() {
        TAB.forget();
        soon(() -> assertThat(TAB.value("document.getElementById('key').checkVisibility()")
                        .asBoolean())
                .isTrue());
        assertThat(TAB.value("document.getElementById('main').checkVisibility()")
                        .asBoolean())
                .isFalse();

        TAB.value("document.getElementById('key-value').value = '" + key("read") + "'");
        TAB.press("#key button");

        soon(() -> assertThat(TAB.text("#trouble")).contains("scope operate"));
        TAB.forget();
    }

    @ParameterizedTest
    @CsvSource({"390, true", "390, false", "768, false", "1400, true"})
    void fitsTheScreen(int width, boolean dark) {
        post("/events", "x".repeat(3000));
        open(width, dark);
        soon(() -> assertThat(TAB.text("#letter-list")).contains("no. "));
        TAB.press("#letter-list summary");

        assertThat(TAB.value("document.documentElement.scrollWidth").asInt()).isLessThanOrEqualTo(width);
        assertThat(TAB.value("getComputedStyle(document.querySelector('section')).backgroundColor")
                        .asText())
                .isEqualTo(dark ? "rgb(24, 28, 33)" : "rgb(255, 255, 255)");
    }

    @ParameterizedTest
    @CsvSource({
        "topology, ChromeData calls, act-on-event.camel.yaml",
        "bill, Until the end of the day, Download as CSV",
        "webhooks, Webhooks, Webhooks",
        "nodes, Last seen, none",
        "journey, VIN or correlation id, Show"
    })
    void opensItsOtherParts(String view, String one, String other) {
        TAB.value("location.hash = '#/" + view + "'");

        soon(() -> assertThat(TAB.text("#view")).contains(one, other));
        assertThat(TAB.value("document.getElementById('tiles').checkVisibility()")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void triesAnEditOfARouteAndShowsWhatItWouldChangeAndWhyItIsRefused() {
        open("#/route/forget-old.camel.yaml");
        String text = "document.querySelector('.editor textarea')";
        soon(() -> assertThat(TAB.value("Boolean(" + text + ")").asBoolean()).isTrue());

        TAB.value(text + ".value = " + text + ".value.replace(/description: .*/, 'description: Another')");
        TAB.press(".editor button[type=button]");
        // A key of the scope operate may look, and is told what it lacks.
        soon(() -> assertThat(TAB.text("#route-said")).contains("scope admin"));
        assertThat(TAB.text(".diff .added")).contains("description: Another");
    }

    /** Who uses no mouse does not begin at the top of the page again. */
    @Test
    void keepsTheFocusWhereAPersonIs() {
        post("/webhooks", "{\"url\":\"http://127.0.0.1:9/focus\"}");
        open("#/webhooks");
        soon(() -> assertThat(TAB.text("#view")).contains("http://127.0.0.1:9/focus"));

        TAB.press(".skip");
        assertThat(TAB.value("location.hash + document.activeElement.id").asText())
                .isEqualTo("#/webhooksview-title");
        TAB.value("document.querySelector('#view .acts button:nth-child(2)').focus()");
        TAB.press("#view .acts button:nth-child(2)");
        soon(() -> assertThat(TAB.value("document.activeElement.textContent").asText())
                .startsWith("Switch on"));
        TAB.press("header nav a[href='#schedules']");
        soon(() -> assertThat(TAB.value("document.activeElement.id").asText()).isEqualTo("schedules-title"));
    }

    private static void open(String view) {
        TAB.value("location.hash = '" + view + "'");
    }

    private static String state(String run) {
        return JsonPath.read(NODE.get("/refreshes/" + run, "X-API-Key", ADMIN).body(), "$.state");
    }

    private static void put(String file, String text) {
        NODE.send(NODE.request("/api/v1/routes/" + file, "X-API-Key", ADMIN, "Content-Type", "application/yaml")
                .PUT(BodyPublishers.ofString(text)));
    }

    private static String vins(int count) {
        return IntStream.range(0, count)
                .mapToObj(one -> "\"" + World.freshVin() + "\"")
                .collect(Collectors.joining(",", "{\"vins\":[", "]}"));
    }

    private static String badEvent(String vin) {
        post("/events", "{\"type\":\"vehicle.vanished\",\"vin\":\"" + vin + "\"}");
        return letters().get(0);
    }

    private static List<String> letters() {
        return JsonPath.read(NODE.get("/dead-letters", "X-API-Key", ADMIN).body(), "$.items[*].id");
    }

    private static void post(String path, String body) {
        NODE.post(path, body, "X-API-Key", ADMIN);
    }

    private static String key(String scope) {
        return JsonPath.read(
                NODE.post("/keys", "{\"name\":\"a page\",\"scope\":\"" + scope + "\"}", "X-API-Key", ADMIN)
                        .body(),
                "$.key");
    }

    private static void soon(ThrowingRunnable asserted) {
        await().atMost(Duration.ofSeconds(60)).untilAsserted(asserted);
    }
}
