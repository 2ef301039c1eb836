package io.vinbridge.ops.routes;

import static io.vinbridge.ops.routes.RouteTexts.route;
import static io.vinbridge.ops.routes.RouteTexts.schedule;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import io.vinbridge.testing.Node;
import io.vinbridge.testing.NodeTriggers;
import io.vinbridge.testing.World;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.spring.SpringCamelContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.JdbcTemplate;

/** Routes are edited while they run, on one node for all, and no edit takes anything down. */
class RouteEditsTest {

    private static final Duration ON_ALL_NODES = Duration.ofSeconds(5);
    private static final World WORLD = World.create();
    private static final Node ONE = WORLD.node("vinbridge.events.redis.enabled=false");
    private static final Node TWO = WORLD.node("vinbridge.events.redis.enabled=false", "vinbridge.routes.retry=1s");
    private static final JdbcTemplate JDBC = ONE.bean(JdbcTemplate.class);

    @AfterAll
    static void close() {
        WORLD.close();
    }

    @Test
    void aGoodEditRunsOnAllNodesAndIsKnownByItsRevision() {
        String first = route("said", "setBody: {constant: first}");
        String second = route("said", "setBody: {constant: second}");

        HttpResponse<String> put = put("said.camel.yaml?note=because", first);
        assertThat(put.statusCode()).as(put.body()).isEqualTo(200);
        assertThat(said(ONE)).isEqualTo("first");
        await().atMost(ON_ALL_NODES).untilAsserted(() -> assertThat(said(TWO)).isEqualTo("first"));
        assertThat(put("said.camel.yaml", second).statusCode()).isEqualTo(200);
        assertThat(said(ONE)).isEqualTo("second");
        await().atMost(ON_ALL_NODES).untilAsserted(() -> assertThat(said(TWO)).isEqualTo("second"));

        String revisions = TWO.get("/routes/said.camel.yaml/revisions").body();
        assertThat(JsonPath.<List<String>>read(revisions, "$.items[*].outcome")).containsExactly("applied", "applied");
        assertThat(JsonPath.<List<String>>read(revisions, "$.items[*].note")).containsExactly(null, "because");
        assertThat(JsonPath.<List<String>>read(revisions, "$.items[*].author")).containsExactly("admin", "admin");
        assertThat(JsonPath.<String>read(revisions, "$.items[0].diff"))
                .contains("-          - setBody: {constant: first}", "+          - setBody: {constant: second}");
        assertThat(JsonPath.<String>read(TWO.get("/routes/said.camel.yaml").body(), "$.text"))
                .isEqualTo(second);

        int revision = JsonPath.read(revisions, "$.items[1].number");
        HttpResponse<String> back =
                ONE.post("/routes/said.camel.yaml/rollback", "{\"revision\":" + revision + ",\"note\":\"too loud\"}");
        assertThat(back.statusCode()).as(back.body()).isEqualTo(200);
        assertThat(said(ONE)).isEqualTo("first");
        assertThat(JsonPath.<String>read(back.body(), "$.origin")).isEqualTo("rollback");
        assertThat(ONE.post("/routes/said.camel.yaml/rollback", "{\"revision\":1}")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void aBadEditRunsOnNoneAndLeavesWhatRanAsItWas() {
        String good = route("kept", "setBody: {constant: good}");
        put("kept.camel.yaml", good);
        int revision = JsonPath.read(ONE.get("/routes/kept.camel.yaml").body(), "$.revision");

        HttpResponse<String> refused = put("kept.camel.yaml", route("kept", "to: exec:ls"));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(JsonPath.<String>read(refused.body(), "$.type")).isEqualTo("urn:vinbridge:problem:invalid-route");
        assertThat(JsonPath.<String>read(refused.body(), "$.detail")).contains("kept.camel.yaml", "exec");
        assertThat(body(ONE, "direct:kept")).isEqualTo("good");
        assertThat(JsonPath.<Integer>read(ONE.get("/routes/kept.camel.yaml").body(), "$.revision"))
                .isEqualTo(revision);
        String revisions = TWO.get("/routes/kept.camel.yaml/revisions").body();
        assertThat(JsonPath.<String>read(revisions, "$.items[0].outcome")).isEqualTo("refused");
        assertThat(JsonPath.<String>read(revisions, "$.items[0].refusal")).contains("exec");
        assertThat(JsonPath.<String>read(revisions, "$.items[0].diff")).contains("+          - to: exec:ls");
        await().during(Duration.ofSeconds(2)).untilAsserted(() -> assertThat(
                        TWO.bean(CamelContext.class).getRoute("kept"))
                .satisfiesAnyOf(route -> assertThat(route).isNull(), route -> assertThat(body(TWO, "direct:kept"))
                        .isEqualTo("good")));
    }

    @Test
    void aSecretIsRefusedAndNotKept() {
        HttpResponse<String> refused =
                put("secret.camel.yaml", route("secret", "setBody: {constant: \"password=hunter2hunter2\"}"));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).doesNotContain("hunter2");
        assertThat(ONE.get("/routes/secret.camel.yaml/revisions").body())
                .contains("refused")
                .doesNotContain("hunter2");
        assertThat(JDBC.queryForObject(
                        "SELECT count(*) FROM route_revisions WHERE content LIKE '%hunter2%'", Integer.class))
                .isZero();
    }

    @Test
    void aDryRunChangesNothing() {
        assertThat(put("tried.camel.yaml?dryRun=true", route("tried", "stop: {}"))
                        .statusCode())
                .isEqualTo(204);
        assertThat(put("tried.camel.yaml?dryRun=true", "nonsense").statusCode()).isEqualTo(422);
        assertThat(ONE.get("/routes/tried.camel.yaml").statusCode()).isEqualTo(404);
        assertThat(ONE.get("/routes/tried.camel.yaml/revisions").body()).contains("\"items\":[]");
    }

    @Test
    void whoLookedAtAnOlderRevisionIsTold() {
        put("both.camel.yaml", route("both", "setBody: {constant: 1}"));
        int revision = JsonPath.read(ONE.get("/routes/both.camel.yaml").body(), "$.revision");

        assertThat(put("both.camel.yaml?replaces=" + revision, route("both", "setBody: {constant: 2}"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(put("both.camel.yaml?replaces=" + revision, route("both", "setBody: {constant: 3}"))
                        .statusCode())
                .isEqualTo(409);
    }

    @RepeatedTest(5)
    void ofTwoWhoLookedAtTheSameRevisionOneIsTold(RepetitionInfo round) {
        String file = "raced-" + round.getCurrentRepetition() + ".camel.yaml";
        String id = "raced-" + round.getCurrentRepetition();
        put(file, route(id, "setBody: {constant: 0}"));
        int revision = JsonPath.read(ONE.get("/routes/" + file).body(), "$.revision");

        List<Integer> answers = IntStream.of(1, 2)
                .parallel()
                .mapToObj(edit -> put(file + "?replaces=" + revision, route(id, "setBody: {constant: " + edit + "}"))
                        .statusCode())
                .toList();

        assertThat(answers).containsExactlyInAnyOrder(200, 409);
    }

    @Test
    void whatANodeCannotStartIsTriedAgain() {
        offerLate(ONE);
        String text = route(
                "late",
                "to: {uri: \"spring-redis:redis:6379\", parameters: {command: PUBLISH, redisTemplate: \"#late\"}}");
        HttpResponse<String> put = put("late.camel.yaml", text);
        assertThat(put.statusCode()).as(put.body()).isEqualTo(200);
        await().atMost(ON_ALL_NODES)
                .untilAsserted(() -> assertThat(troubles(TWO)).contains("late.camel.yaml"));

        offerLate(TWO);

        await().untilAsserted(() -> assertThat(troubles(TWO)).doesNotContain("late.camel.yaml"));
        assertThat(TWO.bean(CamelContext.class).getRoute("late")).isNotNull();
    }

    @Test
    void aScheduleHasOneTriggerOnEachNodeHoweverOftenItsCronIsEditedAndNoneWhenItIsGone() {
        for (int minute = 1; minute <= 10; minute++) {
            String text = schedule("edited", "0 " + minute + " 1 1 1 ?");
            Node node = minute % 2 == 0 ? ONE : TWO;
            assertThat(put(node, "edited.camel.yaml", text).statusCode()).isEqualTo(200);
            assertThat(NodeTriggers.of(node)).containsEntry("edited", "0 " + minute + " 1 1 1 ?");
        }
        await().atMost(ON_ALL_NODES)
                .until(() -> ONE.get("/schedules").body().contains("0 10 1 1 1 ?")
                        && TWO.get("/schedules").body().contains("0 10 1 1 1 ?"));
        assertThat(NodeTriggers.of(ONE)).containsEntry("edited", "0 10 1 1 1 ?");
        assertThat(NodeTriggers.of(TWO)).containsEntry("edited", "0 10 1 1 1 ?");

        assertThat(send(ONE, "edited.camel.yaml", "DELETE", "").statusCode()).isEqualTo(204);

        await().atMost(ON_ALL_NODES).until(() -> TWO.bean(CamelContext.class).getRoute("edited") == null);
        assertThat(ONE.bean(CamelContext.class).getRoute("edited")).isNull();
        assertThat(NodeTriggers.of(ONE)).doesNotContainKey("edited");
        assertThat(NodeTriggers.of(TWO)).doesNotContainKey("edited");
    }

    @Test
    void anEditedCronMakesUpNoFire() {
        put("calm.camel.yaml", schedule("calm", "0 0 0 1 1 ?"));
        JDBC.update("INSERT INTO schedules (name, fired_for) VALUES ('calm', date_trunc('year', now()))");

        put("calm.camel.yaml", schedule("calm", "0 0 0 * * ?"));

        assertThat(JDBC.queryForMap("SELECT fires, fired_for = date_trunc('day', now()) AS passed FROM schedules"
                        + " WHERE name = 'calm'"))
                .isEqualTo(Map.of("fires", 0L, "passed", true));
    }

    @Test
    void aNodeThatWasDownJoinsWithWhatWasEditedMeanwhile() {
        put("joined.camel.yaml", route("joined", "setBody: {constant: edited}"));
        String sync = ONE.get("/routes/sync-catalog.camel.yaml").body();
        String edited = JsonPath.<String>read(sync, "$.text").replace("0 20 3", "0 21 3");
        assertThat(put("sync-catalog.camel.yaml", edited).statusCode()).isEqualTo(200);

        Node three = WORLD.node("vinbridge.events.redis.enabled=false");

        assertThat(body(three, "direct:joined")).isEqualTo("edited");
        assertThat(three.get("/schedules").body()).contains("0 21 3 * * ?");
        assertThat(ONE.get("/schedules").body()).contains("0 21 3 * * ?");
    }

    @Test
    void theStepsThatRoutesMayCallAreListed() {
        String routes = ONE.get("/routes").body();

        assertThat(JsonPath.<List<String>>read(routes, "$.steps[*].uri"))
                .contains("direct:refresh.poll-version", "direct:events.accept", "direct:events.keep-fields")
                .noneMatch(uri -> uri.contains("chromedata"));
        assertThat(JsonPath.<List<String>>read(routes, "$.items[?(@.file=='act-on-event.camel.yaml')].state"))
                .containsExactly("running");
    }

    private static void offerLate(Node node) {
        ((GenericApplicationContext) node.bean(SpringCamelContext.class).getApplicationContext())
                .getBeanFactory()
                .registerSingleton("late", node.bean(StringRedisTemplate.class));
    }

    private static String troubles(Node node) {
        return node.health("/actuator/health");
    }

    private static HttpResponse<String> put(String file, String text) {
        return put(ONE, file, text);
    }

    private static HttpResponse<String> put(Node node, String file, String text) {
        return send(node, file, "PUT", text);
    }

    private static HttpResponse<String> send(Node node, String file, String method, String text) {
        return node.send(node.request("/api/v1/routes/" + file, "Content-Type", "application/yaml")
                .method(method, BodyPublishers.ofString(text)));
    }

    private static String said(Node node) {
        return body(node, "direct:said");
    }

    private static String body(Node node, String uri) {
        return node.bean(ProducerTemplate.class).requestBody(uri, null, String.class);
    }
}
