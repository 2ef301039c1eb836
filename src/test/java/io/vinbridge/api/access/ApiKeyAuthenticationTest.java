package io.vinbridge.api.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import io.vinbridge.testing.Node;
import io.vinbridge.testing.World;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.JdbcTemplate;

/** Keys are made, changed and ended, on all nodes; and whoever tries keys has to wait. */
@ExtendWith(OutputCaptureExtension.class)
class ApiKeyAuthenticationTest {

    private static final String ADMIN = "the-first-key";
    private static final Duration EVERYWHERE = Duration.ofSeconds(5);
    private static final World WORLD = World.create();
    private static final Node ONE = WORLD.node("vinbridge.access.disabled=false", "vinbridge.admin-key=" + ADMIN);
    private static final Node TWO = WORLD.node(
            "vinbridge.access.disabled=false", "vinbridge.admin-key=" + ADMIN, "vinbridge.access.overlap=5s");
    private static final JdbcTemplate JDBC = ONE.bean(JdbcTemplate.class);

    @AfterAll
    static void close() {
        WORLD.close();
    }

    @Test
    void aKeyIsShownOnceAndKeptNowhere() {
        String made = make("{\"name\":\"the site\",\"scope\":\"read\"}");
        String key = JsonPath.read(made, "$.key");

        assertThat(key).startsWith("vb_").hasSize(46);
        assertThat(status(TWO, key)).isEqualTo(200);
        assertThat(asAdmin("/keys")).contains("\"name\":\"the site\"").doesNotContain(key);
        assertThat(JDBC.queryForObject(
                        "SELECT count(*) FROM api_keys k WHERE k::text LIKE '%' || ? || '%'", Integer.class, key))
                .isZero();
        String id = JsonPath.read(made, "$.id");
        assertThat(JDBC.queryForObject("SELECT last_used_at FROM api_keys WHERE id = ?", java.sql.Timestamp.class, id))
                .isNotNull();
        assertThat(JsonPath.<List<String>>read(asAdmin("/keys"), "$.items[?(@.id=='" + id + "')].madeBy"))
                .containsExactly("admin");
    }

    @Test
    void aRevokedKeyLetsInOnNoNodeAfterFiveSeconds() {
        String made = make("{\"name\":\"gone\",\"scope\":\"read\"}");
        String key = JsonPath.read(made, "$.key");
        assertThat(List.of(status(ONE, key), status(TWO, key))).containsOnly(200);
        // It is answered whole, which a stream is not until it ends.
        CompletableFuture<Integer> streaming = CompletableFuture.supplyAsync(
                () -> ONE.get("/changes/stream", "X-API-Key", key).statusCode(), task -> new Thread(task).start());

        assertThat(ONE.send(ONE.request("/api/v1/keys/" + JsonPath.read(made, "$.id"), "X-API-Key", ADMIN)
                                .DELETE())
                        .statusCode())
                .isEqualTo(204);

        await().pollDelay(EVERYWHERE).until(() -> true);
        assertThat(List.of(status(ONE, key), status(TWO, key))).containsOnly(401);
        await().atMost(EVERYWHERE)
                .untilAsserted(() ->
                        assertThat(streaming).as("a stream that it opened").isCompletedWithValue(200));
    }

    @Test
    void aWrongKeyIsToldThatItIsWrongAlsoWhereNoneIsNeeded() {
        assertThat(ONE.get("/keys", "X-API-Key", "vb_wrong").body())
                .contains("The key or token that was sent is wrong");
        assertThat(ONE.get("/keys").body()).contains("Send it as X-API-Key").doesNotContain("wrong");
        assertThat(health("vb_wrong")).contains("The key or token that was sent is wrong");
        assertThat(health(ADMIN)).contains("\"components\"");
        assertThat(ONE.health("/actuator/health")).contains("\"status\"").doesNotContain("\"components\"");
    }

    private static String health(String key) {
        return ONE.send(java.net.http.HttpRequest.newBuilder(
                                java.net.URI.create("http://127.0.0.1:" + ONE.managementPort() + "/actuator/health"))
                        .header("X-API-Key", key))
                .body();
    }

    @Test
    void aKeyLetsInNoLongerThanItIsMeantTo() {
        String key = JsonPath.read(
                make("{\"name\":\"short\",\"scope\":\"read\",\"expiresAt\":\""
                        + java.time.Instant.now().plusSeconds(8) + "\"}"),
                "$.key");
        assertThat(status(ONE, key)).isEqualTo(200);

        await().atMost(EVERYWHERE.plusSeconds(8)).until(() -> status(ONE, key) == 401);
        assertThat(ONE.post(
                                "/keys",
                                "{\"name\":\"past\",\"scope\":\"read\",\"expiresAt\":\"2020-01-01T00:00:00Z\"}",
                                "X-API-Key",
                                ADMIN)
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void aRotatedKeyLetsInForAWhileBesideTheNewOne() {
        String made = make("{\"name\":\"rotated\",\"scope\":\"write\",\"requestsPerMinute\":600}");
        String old = JsonPath.read(made, "$.key");

        String rotated = TWO.post("/keys/" + JsonPath.read(made, "$.id") + "/rotate", "", "X-API-Key", ADMIN)
                .body();

        String fresh = JsonPath.read(rotated, "$.key");
        assertThat(JsonPath.<String>read(rotated, "$.scope")).isEqualTo("write");
        assertThat(JsonPath.<Integer>read(rotated, "$.requestsPerMinute")).isEqualTo(600);
        assertThat(List.of(status(ONE, old), status(ONE, fresh))).containsOnly(200);
        HttpResponse<String> twice =
                TWO.post("/keys/" + JsonPath.read(made, "$.id") + "/rotate", "", "X-API-Key", ADMIN);
        assertThat(twice.statusCode()).as("it would end with the old one").isEqualTo(409);
        assertThat(twice.body()).contains(JsonPath.<String>read(rotated, "$.id"));
        await().atMost(EVERYWHERE.plusSeconds(5)).until(() -> status(ONE, old) == 401);
        assertThat(status(ONE, fresh)).isEqualTo(200);
    }

    @Test
    void aPageSignsInForACookieThatIsGoodOnEveryNodeAndEndsWithItsKey() {
        String made = make("{\"name\":\"a person\",\"scope\":\"operate\"}");
        HttpResponse<String> signedIn = ONE.post("/session", "", "X-API-Key", JsonPath.read(made, "$.key"));
        String set = signedIn.headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(set).contains("HttpOnly", "SameSite=Strict", "Path=/").doesNotContain("Secure");
        String cookie = set.replaceFirst(";.*", "");

        assertThat(TWO.get("/vehicles", "Cookie", cookie).statusCode()).isEqualTo(200);
        assertThat(TWO.post("/vehicles/import", "{}", "Cookie", cookie).statusCode())
                .as("a page of another site can make a browser send this")
                .isEqualTo(403);
        assertThat(TWO.post("/vehicles/import", "{}", "Cookie", cookie, "X-Requested-With", "vinbridge")
                        .statusCode())
                .isNotIn(401, 403);

        ONE.send(ONE.request("/api/v1/keys/" + JsonPath.read(made, "$.id"), "X-API-Key", ADMIN)
                .DELETE());
        await().atMost(EVERYWHERE)
                .until(() -> TWO.get("/vehicles", "Cookie", cookie).statusCode() == 401);
    }

    @Test
    void whoeverSignsOutIsOut() {
        HttpResponse<String> signedIn = ONE.post("/session", "", "X-API-Key", ADMIN, "X-Forwarded-Proto", "https");
        String set = signedIn.headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(set).contains("Secure");
        String cookie = set.replaceFirst(";.*", "");

        HttpResponse<String> out =
                ONE.send(ONE.request("/api/v1/session", "Cookie", cookie, "X-Requested-With", "vinbridge")
                        .DELETE());

        assertThat(out.headers().firstValue("Set-Cookie").orElseThrow()).contains("Max-Age=0");
        assertThat(ONE.get("/vehicles", "Cookie", cookie).statusCode()).isEqualTo(401);
        await().atMost(EVERYWHERE)
                .until(() -> TWO.get("/vehicles", "Cookie", cookie).statusCode() == 401);
    }

    @Test
    void aSessionBeginsNoOther() {
        String cookie = ONE.post("/session", "", "X-API-Key", ADMIN)
                .headers()
                .firstValue("Set-Cookie")
                .orElseThrow()
                .split(";", 2)[0];

        HttpResponse<String> again = ONE.post("/session", "", "Cookie", cookie, "X-Requested-With", "vinbridge");

        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(again.body()).contains("A session begins with a key: send it in the header X-API-Key");
        assertThat(ONE.post("/session", "", "Cookie", cookie, "X-API-Key", ADMIN)
                        .statusCode())
                .as("who is signed in may sign in with another key")
                .isEqualTo(204);
    }

    @Test
    void aKeyThatSendsTooMuchIsToldWhenToComeBack() {
        String key = JsonPath.read(make("{\"name\":\"eager\",\"scope\":\"read\",\"requestsPerMinute\":5}"), "$.key");

        for (int left = 4; left >= 0; left--) {
            HttpResponse<String> answer = ONE.get("/vehicles", "X-API-Key", key);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("RateLimit-Policy")).contains("\"key\";q=5;w=60");
            assertThat(answer.headers().firstValue("RateLimit"))
                    .hasValueSatisfying(limit -> assertThat(limit).startsWith("\"key\";r="));
        }
        HttpResponse<String> refused = ONE.get("/vehicles", "X-API-Key", key);
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(JsonPath.<String>read(refused.body(), "$.type"))
                .isEqualTo("urn:vinbridge:problem:too-many-requests");
        assertThat(Integer.parseInt(refused.headers().firstValue("Retry-After").orElseThrow()))
                .isBetween(1, 60);
        assertThat(status(ONE, ADMIN)).isEqualTo(200);
    }

    @Test
    void everyChangeIsWrittenDownWithWhoMadeIt() {
        String key = JsonPath.read(make("{\"name\":\"the operator\",\"scope\":\"operate\"}"), "$.key");

        ONE.post("/schedules/refresh-aged/run", "", "X-API-Key", key, "X-Correlation-Id", "seen-in-the-audit");
        ONE.post("/keys", "{}", "X-API-Key", key);

        String audit = asAdmin("/audit?limit=200");
        String entry = "$.items[?(@.correlationId=='seen-in-the-audit')]";
        assertThat(JsonPath.<List<String>>read(audit, entry + ".callerName")).containsExactly("the operator");
        assertThat(JsonPath.<List<String>>read(audit, entry + ".operation")).containsExactly("runSchedule");
        assertThat(JsonPath.<List<String>>read(audit, entry + ".target"))
                .containsExactly("/schedules/refresh-aged/run");
        assertThat(JsonPath.<List<Integer>>read(audit, entry + ".status")).containsExactly(202);
        assertThat(audit).doesNotContain(key);
    }

    @Test
    void tenThousandWrongKeysAreThrottledAndTheLogHasNoneOfThem(CapturedOutput output) {
        String good = JsonPath.read(make("{\"name\":\"a neighbour\",\"scope\":\"read\"}"), "$.key");
        Node node = WORLD.node("vinbridge.access.disabled=false", "vinbridge.admin-key=" + ADMIN);
        assertThat(status(node, good)).isEqualTo(200);
        int before = output.getAll().length();
        int unauthorised = 0;
        int throttled = 0;
        for (int i = 0; i < 10_000; i++) {
            int status = status(node, "vb_wrong-key-" + i);
            unauthorised += status == 401 ? 1 : 0;
            throttled += status == 429 ? 1 : 0;
        }

        assertThat(unauthorised + throttled).isEqualTo(10_000);
        assertThat(unauthorised).isBetween(20, 100);
        String logged = output.getAll().substring(before);
        assertThat(logged).contains("wrong keys came from").doesNotContain("vb_wrong-key");
        assertThat(logged.lines().count()).isLessThan(200);
        assertThat(status(node, good)).as("a key that is known is not asked").isEqualTo(200);
        assertThat(status(node, ADMIN)).isEqualTo(200);

        String fresh = JsonPath.read(make("{\"name\":\"a new neighbour\",\"scope\":\"read\"}"), "$.key");
        await("a key that is wrong is throttled as before").until(() -> status(node, "vb_wrong-key") == 429);
        await().untilAsserted(() ->
                assertThat(status(node, fresh)).as("a key that nobody used yet").isEqualTo(200));
    }

    @Test
    void aKeySignsInOnlySoManyPages() {
        String key = JsonPath.read(make("{\"name\":\"pages\",\"scope\":\"read\"}"), "$.key");
        List<String> cookies = IntStream.range(0, 102)
                .mapToObj(i -> ONE.post("/session", "", "X-API-Key", key))
                .map(signedIn -> signedIn.headers()
                        .firstValue("Set-Cookie")
                        .orElseThrow()
                        .split(";", 2)[0])
                .toList();

        assertThat(ONE.get("/vehicles", "Cookie", cookies.get(0)).statusCode()).isEqualTo(401);
        assertThat(ONE.get("/vehicles", "Cookie", cookies.get(101)).statusCode())
                .isEqualTo(200);
    }

    private static int status(Node node, String key) {
        return node.get("/vehicles", "X-API-Key", key).statusCode();
    }

    private static String asAdmin(String path) {
        return ONE.get(path, "X-API-Key", ADMIN).body();
    }

    private static String make(String json) {
        HttpResponse<String> made = ONE.post("/keys", json, "X-API-Key", ADMIN);
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        return made.body();
    }
}
