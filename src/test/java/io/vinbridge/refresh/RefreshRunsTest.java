package io.vinbridge.refresh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.vinbridge.sandbox.catalog.Country;
import io.vinbridge.sandbox.http.Reply;
import io.vinbridge.sandbox.trouble.Dial;
import io.vinbridge.testing.Node;
import io.vinbridge.testing.World;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** Many vehicles are looked at anew, each key once, and whoever began that sees how far it has come. */
class RefreshRunsTest {

    private static final String NOT_CARRIED =
            "<S:Envelope xmlns:S=\"http://schemas.xmlsoap.org/soap/envelope/\"><S:Body>"
                    + "<VehicleDescription xmlns=\"urn:description7c.services.chrome.com\"><responseStatus responseCode=\"Unsuccessful\">"
                    + "<status code=\"VinNotCarriedByChrome\">No</status></responseStatus></VehicleDescription></S:Body></S:Envelope>";

    private static final World WORLD = World.create();
    private static final List<Node> NODES = List.of(node(), node());
    private static final Node NODE = NODES.get(0);
    private static int pattern = 500;

    private final int first = pattern += 40;

    private static Node node() {
        return WORLD.node(
                "vinbridge.refresh.carry-on=50",
                "vinbridge.refresh.guard.answers=10",
                "vinbridge.work.hopeless-attempts=1",
                "vinbridge.chromedata.breaker.minimum-calls=1000");
    }

    @AfterEach
    void turnEverythingBack() {
        WORLD.sandbox().reset();
        NODE.bean(CamelContext.class)
                .getRegistry()
                .findByType(CircuitBreaker.class)
                .forEach(CircuitBreaker::reset);
    }

    @AfterAll
    static void close() {
        WORLD.close();
    }

    @Test
    void findsNothingChangedAndWritesNoDocumentNoHistoryAndNoChange() {
        List<String> vins = vins(6, 2);
        lookUp(vins);
        List<Long> before = written();
        long calls = callsFor(vins);

        String run = finished(begin(body(vins)));

        assertThat(counts(run)).containsExactly(12, 12, 0, 12, 0);
        assertThat(JsonPath.<Integer>read(run, "$.calls")).isEqualTo(6);
        assertThat(JsonPath.<Integer>read(run, "$.avoided")).isEqualTo(6);
        assertThat(callsFor(vins) - calls).isEqualTo(6);
        assertThat(written()).isEqualTo(before);
    }

    @Test
    void tellsWhatItWouldCostAndDoesNothing() {
        List<String> vins = vins(5, 3);
        lookUp(vins);
        int runs = countOf("SELECT count(*) FROM refresh_runs");

        String cost = NODE.post("/refreshes", "{\"dryRun\":true," + body(vins).substring(1))
                .body();
        String all = NODE.post("/refreshes", "{\"all\":true,\"dryRun\":true}").body();

        assertThat(JsonPath.<Integer>read(cost, "$.total")).isEqualTo(15);
        assertThat(JsonPath.<Integer>read(cost, "$.calls")).isEqualTo(5);
        assertThat(JsonPath.<Integer>read(cost, "$.avoided")).isEqualTo(10);
        assertThat(JsonPath.<Integer>read(cost, "$.galleryCalls")).isBetween(0, 5);
        assertThat(JsonPath.<Object>read(cost, "$.budgetLeft")).isNull();
        assertThat(JsonPath.<String>read(cost, "$.until"))
                .isEqualTo(LocalDate.now(ZoneOffset.UTC).toString());
        assertThat(JsonPath.<Integer>read(all, "$.total")).isEqualTo(countOf("SELECT count(*) FROM vehicles"));
        assertThat(JsonPath.<Integer>read(all, "$.calls"))
                .isEqualTo(countOf("SELECT count(DISTINCT request_key) FROM vehicles"));
        assertThat(countOf("SELECT count(*) FROM refresh_runs")).isEqualTo(runs);
    }

    @Test
    void tellsWhatPicturesCostAndUntilWhenTheBudgetReaches() {
        try (World world = World.create()) {
            Node node = world.node("vinbridge.chromedata.calls-per-day=10", "vinbridge.chromedata.kept-for-people=0.1");
            JdbcTemplate jdbc = node.bean(JdbcTemplate.class);
            node.get("/vehicles/" + World.freshVin());
            await().until(() -> jdbc.queryForObject("SELECT count(*) FROM descriptions", Integer.class) == 1);
            jdbc.update("UPDATE descriptions SET style_id = 4711");
            jdbc.update("DELETE FROM galleries");
            jdbc.update("UPDATE budget SET spent = 8");

            String all =
                    node.post("/refreshes", "{\"all\":true,\"dryRun\":true}").body();

            assertThat(JsonPath.<Integer>read(all, "$.calls")).isEqualTo(1);
            assertThat(JsonPath.<Integer>read(all, "$.galleryCalls")).isEqualTo(1);
            assertThat(JsonPath.<Integer>read(all, "$.budgetLeft")).isEqualTo(1);
            assertThat(JsonPath.<String>read(all, "$.until"))
                    .isEqualTo(LocalDate.now(ZoneOffset.UTC).plusDays(1).toString());
        }
    }

    @Test
    void describesVehiclesThatNobodyAskedForBefore() {
        List<String> vins = vins(4, 2);

        String run = finished(begin(body(vins)));

        assertThat(counts(run)).containsExactly(8, 8, 8, 0, 0);
        assertThat(JsonPath.<Integer>read(run, "$.calls")).isEqualTo(4);
        assertThat(NODE.get("/vehicles/" + vins.get(5)).statusCode()).isEqualTo(200);
    }

    @Test
    void listsWhatFailed() {
        List<String> vins = vins(2, 1);
        String notCarried = "1HD1KB4117YA12345";
        WORLD.sandbox().ads().turn(Dial.HTML, 1);
        String id = begin(body(List.of(vins.get(0))));
        String broken = finished(id);
        WORLD.sandbox().reset();
        String declined = finished(begin(body(List.of(vins.get(1), notCarried))));

        assertThat(counts(broken)).containsExactly(1, 1, 0, 0, 1);
        assertThat(failures(broken)).containsExactly(vins.get(0) + " upstream-malformed");
        assertThat(counts(finished(begin(body(List.of(vins.get(0))))))).containsExactly(1, 1, 1, 0, 0);
        assertThat(counts(declined)).containsExactly(2, 2, 1, 0, 1);
        assertThat(failures(declined)).containsExactly(notCarried + " not-carried");
    }

    @Test
    void isTheSameRunForTheSameIdempotencyKey() {
        String body = body(vins(2, 1));
        String key = UUID.randomUUID().toString();

        String once = NODE.post("/refreshes", body, "Idempotency-Key", key).body();
        HttpResponse<String> again = NODES.get(1).post("/refreshes", body, "Idempotency-Key", key);
        int other = NODE.post("/refreshes", body(vins(3, 1)), "Idempotency-Key", key)
                .statusCode();

        assertThat(again.statusCode()).isEqualTo(202);
        assertThat(id(again.body())).isEqualTo(id(once));
        assertThat(other).isEqualTo(409);
    }

    @Test
    void isTheSameRunForTheSameListAndTheSameIdempotencyKeyOnly() {
        String key = UUID.randomUUID().toString();
        String list = String.join("\n", vins(1, 2));

        String once = imported("text/csv", list, "Idempotency-Key", key).body();
        HttpResponse<String> again = imported("text/csv", list, "Idempotency-Key", key);
        HttpResponse<String> other = imported("text/csv", World.freshVin(), "Idempotency-Key", key);

        assertThat(id(again.body())).isEqualTo(id(once));
        assertThat(other.statusCode()).isEqualTo(409);
    }

    @Test
    void refusesSelectionsThatCannotBe() {
        assertThat(List.of(
                        "{}",
                        "{\"vins\":[]}",
                        "{\"styles\":[]}",
                        "{\"all\":true,\"make\":\"Honda\"}",
                        "{\"staleSince\":\"2999-01-01T00:00:00Z\"}",
                        "{\"staleSince\":\"0000-01-01T00:00:00Z\"}",
                        "{\"make\":\"\\u0000\"}",
                        "{\"vins\":[\"nonsense\"]}"))
                .allSatisfy(body ->
                        assertThat(NODE.post("/refreshes", body).statusCode()).isEqualTo(400));
        assertThat(NODE.get("/vehicles?make=%00").statusCode()).isEqualTo(400);
        assertThat(NODE.get("/refreshes/" + UUID.randomUUID()).statusCode()).isEqualTo(404);
        assertThat(NODE.get("/refreshes/none").statusCode()).isEqualTo(404);
    }

    @Test
    void waitsWhilePausedAndIsOverOnceCancelled() {
        WORLD.sandbox().ads().turn(Dial.LATENCY, 1_000);
        String id = begin(body(vins(39, 1)));
        assertThat(post(id, "pause")).isEqualTo(200);
        assertThat(post(id, "pause")).isEqualTo(200);
        WORLD.sandbox().reset();
        await().until(() -> WORLD.sandbox().ledger().underWay() == 0);

        assertThat(state(id)).isEqualTo("PAUSED");
        assertThat(post(id, "resume")).isEqualTo(200);
        assertThat(counts(finished(id))).containsExactly(39, 39, 39, 0, 0);
        assertThat(post(id, "cancel")).isEqualTo(409);

        WORLD.sandbox().ads().turn(Dial.LATENCY, 1_000);
        String another = begin(body(vins(39, 1)));
        assertThat(post(another, "cancel")).isEqualTo(200);
        assertThat(state(another)).isEqualTo("CANCELLED");
        assertThat(post(another, "resume")).isEqualTo(409);
    }

    @Test
    void countsItsOwnVehiclesThoughAnotherRunWantsTheSame() {
        List<String> vins = vins(20, 1);
        WORLD.sandbox().ads().turn(Dial.LATENCY, 100);

        String one = begin(body(vins));
        String other = begin(body(vins));

        assertThat(counts(finished(one)).subList(0, 2)).containsExactly(20, 20);
        assertThat(counts(finished(other)).subList(0, 2)).containsExactly(20, 20);
        assertThat(vins).allSatisfy(vin -> assertThat(WORLD.sandbox().ledger().callsForVin(vin))
                .isBetween(1L, 2L));
    }

    @Test
    void looksAtWhatANewDataBuildMayHaveChanged() {
        List<String> vins = vins(5, 2);
        lookUp(vins);
        int build = WORLD.sandbox().newBuild(Country.US, 0).number();

        NODE.bean(ProducerTemplate.class).sendBody("direct:refresh.poll-version", null);

        await().untilAsserted(() -> {
            String run = JsonPath.parse(NODE.get("/refreshes").body())
                    .read("$.items[0]")
                    .toString();
            assertThat(run).contains("cause=build").contains("state=COMPLETED");
            assertThat(JsonPath.<String>read(
                            NODE.get("/vehicles/" + vins.get(0)).body(), "$.source.build"))
                    .isEqualTo(Integer.toString(build));
        });
    }

    @Test
    void beginsARunForABuildThatWasWithdrawnAndIsPublishedAgainWhateverCallersCallTheirRuns() {
        NODE.post("/refreshes", body(vins(1, 1)), "Idempotency-Key", "build:1");
        NODE.bean(JdbcTemplate.class).update("UPDATE data_builds SET build = 'withdrawn'");
        int before = countOf("SELECT count(*) FROM refresh_runs WHERE cause = 'build'");

        for (int time = 1; time <= 2; time++) {
            NODE.bean(ProducerTemplate.class).sendBody("direct:refresh.poll-version", null);
            int runs = before + time;
            await().until(() -> countOf("SELECT count(*) FROM refresh_runs WHERE cause = 'build'") == runs);
            await().until(() -> countOf("SELECT count(*) FROM work WHERE request_key = 'version'") == 0);
            NODE.bean(JdbcTemplate.class).update("UPDATE data_builds SET build = 'withdrawn'");
        }
        await().until(() -> countOf("SELECT count(*) FROM refresh_runs WHERE state = 'RUNNING'") == 0);
    }

    @Test
    void makesAllOfItDueWhatIsNotCarriedAndWhatWasAskedForByNumberOrByWordsToo() {
        String vin = vins(1, 1).get(0);
        String declined = World.freshVin();
        WORLD.sandbox().ads().script().next(declined, Reply.of(200, "text/xml", NOT_CARRIED));
        lookUp(List.of(vin));
        assertThat(NODE.get("/vehicles/" + declined).statusCode()).isEqualTo(404);
        int style = JsonPath.<Integer>read(NODE.get("/vehicles/" + vin).body(), "$.styles[0].id");
        NODE.get("/styles/" + style);
        String words = "/catalog/describe?year=2019&make=Acura&model=RDX";
        assertThat(NODE.get(words).statusCode()).isEqualTo(200);
        assertThat(countOf("SELECT count(*) FROM descriptions WHERE build IS NULL AND outcome = 'not-carried'"))
                .isZero();
        int build = WORLD.sandbox().newBuild(Country.US, 0).number();

        NODE.bean(ProducerTemplate.class).sendBody("direct:refresh.poll-version", null);

        await().untilAsserted(() -> {
            assertThat(JsonPath.<String>read(NODE.get("/styles/" + style).body(), "$.source.build"))
                    .isEqualTo(Integer.toString(build));
            assertThat(JsonPath.<String>read(NODE.get(words).body(), "$.source.build"))
                    .isEqualTo(Integer.toString(build));
            assertThat(NODE.get("/vehicles/" + declined).statusCode()).isEqualTo(200);
        });
        await().until(() -> countOf("SELECT count(*) FROM refresh_runs WHERE state = 'RUNNING'") == 0);
    }

    @Test
    void countsNoCallsOfOthersThatShareItsCorrelation() {
        List<String> vins = vins(2, 1);
        String[] mine = {"X-Correlation-Id", "shared-" + UUID.randomUUID()};
        for (String vin : vins) {
            NODE.get("/vehicles/" + vin, mine);
        }

        String run = finished(id(NODE.post("/refreshes", body(vins), mine).body()));

        assertThat(JsonPath.<Integer>read(run, "$.calls")).isEqualTo(2);
    }

    @Test
    void pausesItselfWhereMostOfItsFirstAnswersAreNone() {
        List<String> vins = vins(30, 1);
        lookUp(vins);
        WORLD.sandbox().ads().turn(Dial.HTML, 0.9);

        String id = begin(body(vins));

        await().until(() -> state(id).equals("PAUSED"));
        assertThat(JsonPath.<String>read(NODE.get("/refreshes/" + id).body(), "$.reason"))
                .contains("were none");
        post(id, "cancel");
    }

    @Test
    void pausesItselfWhereItsFirstAnswersChangeTooMuchAndWaitsForAYes() {
        List<String> vins = vins(30, 1);
        lookUp(vins);
        WORLD.sandbox().newBuild(Country.US, 1);

        String id = begin(body(vins));

        await().until(() -> state(id).equals("PAUSED"));
        String paused = NODE.get("/refreshes/" + id).body();
        assertThat(JsonPath.<Integer>read(paused, "$.changed")).isBetween(10, 15);
        assertThat(JsonPath.<String>read(paused, "$.reason")).contains("changed what was stored");
        assertThat(NODE.health("/actuator/health")).contains("guard-waiting").contains(id);
        assertThat(JsonPath.<String>read(NODE.health("/actuator/health/readiness"), "$.status"))
                .isEqualTo("UP");
        assertThat(NODE.get("/vehicles/" + vins.get(29)).statusCode()).isEqualTo(200);

        assertThat(post(id, "resume")).isEqualTo(200);

        assertThat(counts(finished(id))).containsExactly(30, 30, 30, 0, 0);
        assertThat(NODE.health("/actuator/health")).doesNotContain("guard-waiting");
    }

    @Test
    void takesAListOfVehiclesAndNamesTheLinesThatAreNone() {
        List<String> vins = vins(3, 2);
        String csv = "stock,VIN\nS1," + vins.get(0) + "\nS2,nonsense\n\nS3," + vins.get(1) + "\nS4\nS5,"
                + String.join("\nS6,", vins.subList(2, 6)) + "\nS7," + vins.get(0) + "\n";

        String run = finished(id(imported("text/csv", csv).body()));

        assertThat(counts(run)).containsExactly(8, 8, 6, 0, 2);
        assertThat(JsonPath.<Integer>read(run, "$.calls")).isEqualTo(3);
        String failures = NODE.get("/refreshes/" + id(run) + "/failures").body();
        assertThat(JsonPath.<List<Integer>>read(failures, "$.items[*].line")).containsExactly(3, 6);
        assertThat(JsonPath.<List<String>>read(failures, "$.items[*].reason"))
                .containsExactly("invalid-vin", "invalid-request");
    }

    @Test
    void asksAgainForWhatWasNotCarriedLongAgoAndTakesWhatIsDescribed() {
        String notCarried = "1HD1KB4117YB12345";
        List<String> vins = vins(1, 1);
        lookUp(vins);
        assertThat(NODE.get("/vehicles/" + notCarried).statusCode()).isEqualTo(404);
        NODE.bean(JdbcTemplate.class).update("UPDATE descriptions SET looked_at = now() - interval '8 days'");

        String run = finished(id(imported("text/csv", "vin\n" + vins.get(0) + "\n" + notCarried + "\n")
                .body()));

        assertThat(counts(run)).containsExactly(2, 2, 0, 1, 1);
        assertThat(WORLD.sandbox().ledger().callsForVin(notCarried)).isEqualTo(2);
        assertThat(WORLD.sandbox().ledger().callsForVin(vins.get(0))).isEqualTo(1);
    }

    @Test
    void asksUnderTheSettingsAsTheyAreNow() {
        try (World world = World.create()) {
            String vin = World.freshVin();
            Node before = world.node();
            before.get("/vehicles/" + vin);
            before.close();
            Node after = world.node("vinbridge.chromedata.switches=ShowAvailableEquipment");

            String id = id(after.post("/refreshes", "{\"all\":true}").body());

            await().until(() -> after.get("/refreshes/" + id).body().contains("COMPLETED"));
            assertThat(JsonPath.<Boolean>read(after.get("/vehicles/" + vin).body(), "$.stale"))
                    .isFalse();
            assertThat(world.sandbox().ledger().callsForVin(vin)).isEqualTo(2);
        }
    }

    @Test
    void takesJsonLinesToo() {
        List<String> vins = vins(1, 2);
        String lines = "\"" + vins.get(0) + "\"\n{\"vin\":\"" + vins.get(1) + "\",\"stock\":7}\n{\"vim\":1}\n{broken\n";

        String run = finished(id(imported("application/x-ndjson", lines).body()));

        assertThat(counts(run)).containsExactly(4, 4, 2, 0, 2);
        String failures =
                NODE.get("/refreshes/" + id(run) + "/failures?limit=1").body();
        assertThat(JsonPath.<Integer>read(failures, "$.items[0].line")).isEqualTo(3);
        assertThat(NODE.get("/refreshes/" + id(run) + "/failures?cursor=" + JsonPath.read(failures, "$.next"))
                        .body())
                .contains("\"line\":4");
    }

    @Test
    void refusesListsThatHoldNothingOrThatItCannotRead() {
        assertThat(imported("text/csv", "vin\n").statusCode()).isEqualTo(400);
        assertThat(imported("application/pdf", "x").statusCode()).isEqualTo(400);
        assertThat(imported("text/csv", "").statusCode()).isEqualTo(400);
        HttpResponse<String> neverClosed = imported("text/csv", "vin\n\"" + "1HGCY2F67PAA12345\n".repeat(100_000));
        assertThat(neverClosed.statusCode()).isEqualTo(400);
        assertThat(neverClosed.body()).contains("The list cannot be read beyond line");
    }

    private List<String> vins(int patterns, int each) {
        return IntStream.range(0, patterns)
                .boxed()
                .flatMap(at -> IntStream.range(0, each).mapToObj(serial -> World.vin(first + at, serial)))
                .toList();
    }

    private static void lookUp(List<String> vins) {
        assertThat(NODE.post("/lookups", body(vins)).body()).doesNotContain("problem");
    }

    private static String body(List<String> vins) {
        return vins.stream().collect(Collectors.joining("\",\"", "{\"vins\":[\"", "\"]}"));
    }

    private static String begin(String body) {
        HttpResponse<String> begun = NODE.post("/refreshes", body);
        assertThat(begun.statusCode()).as(begun.body()).isEqualTo(202);
        return id(begun.body());
    }

    private static HttpResponse<String> imported(String type, String list, String... headers) {
        return NODE.send(NODE.request("/api/v1/vehicles/import", headers)
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(list)));
    }

    private static String finished(String id) {
        await().atMost(Duration.ofSeconds(30)).until(() -> state(id).equals("COMPLETED"));
        return NODES.get(1).get("/refreshes/" + id).body();
    }

    private static String state(String id) {
        return JsonPath.read(NODE.get("/refreshes/" + id).body(), "$.state");
    }

    private static int post(String id, String act) {
        return NODE.post("/refreshes/" + id + "/" + act, "").statusCode();
    }

    private static String id(String run) {
        return JsonPath.read(run, "$.id");
    }

    private static List<Integer> counts(String run) {
        return List.of(
                JsonPath.read(run, "$.total"),
                JsonPath.read(run, "$.done"),
                JsonPath.read(run, "$.changed"),
                JsonPath.read(run, "$.unchanged"),
                JsonPath.read(run, "$.failed"));
    }

    private static List<String> failures(String run) {
        String failures = NODE.get("/refreshes/" + id(run) + "/failures").body();
        List<String> subjects = JsonPath.read(failures, "$.items[*].subject");
        List<String> reasons = JsonPath.read(failures, "$.items[*].reason");
        return IntStream.range(0, subjects.size())
                .mapToObj(at -> subjects.get(at) + " " + reasons.get(at))
                .toList();
    }

    private static List<Long> written() {
        return List.of(
                (long) countOf("SELECT count(*) FROM documents"),
                (long) countOf("SELECT count(*) FROM changes"),
                NODE.bean(JdbcTemplate.class)
                        .queryForObject("SELECT coalesce(sum(version), 0)::bigint FROM vehicles", Long.class));
    }

    private static int countOf(String sql) {
        return NODE.bean(JdbcTemplate.class).queryForObject(sql, Integer.class);
    }

    /** How often their patterns were asked for. */
    private static long callsFor(List<String> vins) {
        return vins.stream()
                .collect(Collectors.toMap(vin -> vin.substring(0, 11), vin -> vin, (one, other) -> one))
                .values()
                .stream()
                .mapToLong(vin -> WORLD.sandbox().ledger().callsForVin(vin))
                .sum();
    }
}
