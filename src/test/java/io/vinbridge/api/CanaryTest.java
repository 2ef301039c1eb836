package io.vinbridge.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.jayway.jsonpath.JsonPath;
import io.vinbridge.testing.Node;
import io.vinbridge.testing.SteeringNames;
import io.vinbridge.testing.World;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Nothing of the environment leaves, whatever callers write into headers, queries, names and values. */
class CanaryTest {

    /** In the environment of every process: its value must be seen nowhere. */
    private static final String CANARY = System.getenv("PATH");

    private static final World WORLD = World.create();
    private static final Node NODE = WORLD.node();
    private static final ObjectMapper JSON = new ObjectMapper();

    @AfterAll
    static void close() {
        WORLD.close();
    }

    private static final List<String> EXPRESSIONS = List.of(
            "{{env:PATH}}",
            "{{sys:user.dir}}",
            "${env.PATH}",
            "${sysenv.PATH}",
            "${sys.user.dir}",
            "#{systemEnvironment}");

    @ParameterizedTest
    @MethodSource("io.vinbridge.testing.SteeringNames#all")
    void noHeaderBringsItOut(String name) {
        for (String expression : EXPRESSIONS) {
            HttpResponse<String> answer = NODE.get("/vehicles?make=Honda", name, expression);
            assertKeepsSilent(answer);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertKeepsSilent(NODE.post("/lookups", "{\"vins\":[]}", name, expression));
        }
    }

    @ParameterizedTest
    @MethodSource("io.vinbridge.testing.SteeringNames#all")
    void noQueryBringsItOut(String name) {
        for (String expression : EXPRESSIONS) {
            String value = URLEncoder.encode(expression, StandardCharsets.UTF_8);
            assertKeepsSilent(NODE.get("/vehicles?" + name + "=" + value));
            assertKeepsSilent(NODE.get("/vehicles?make=" + value));
            assertKeepsSilent(NODE.get("/vehicles/" + value));
        }
    }

    @ParameterizedTest
    @MethodSource("io.vinbridge.testing.SteeringNames#all")
    void noMemberOfABodyBringsItOut(String name) throws Exception {
        for (String expression : EXPRESSIONS) {
            assertKeepsSilent(NODE.post("/lookups", JSON.writeValueAsString(Map.of(name, expression))));
            assertKeepsSilent(NODE.post("/lookups", JSON.writeValueAsString(Map.of(expression, name))));
            assertKeepsSilent(NODE.post(
                    "/webhooks",
                    JSON.writeValueAsString(Map.of("url", "https://example.com/" + expression, name, "x"))));
        }
    }

    @Test
    void noEventBringsItOut() throws Exception {
        String vin = World.freshVin();
        for (String expression : EXPRESSIONS) {
            Map<String, Object> event = new java.util.LinkedHashMap<>(
                    Map.of("type", "vehicle.arrived", "vin", vin, "stock", expression, expression, expression));
            SteeringNames.all().forEach(name -> event.put(name, expression));
            assertKeepsSilent(NODE.post("/events", JSON.writeValueAsString(event)));
        }
        await().until(() -> JsonPath.<Object>read(NODE.get("/events/summary").body(), "$") != null
                && NODE.bean(JdbcTemplate.class)
                        .queryForObject("SELECT count(*) = 0 FROM inbox WHERE due_at <= now()", Boolean.class));

        assertKeepsSilent(NODE.get("/vehicles/" + vin));
        assertKeepsSilent(NODE.get("/vehicles/" + vin + "/history"));
        assertKeepsSilent(NODE.get("/dead-letters"));
        assertThat(NODE.bean(JdbcTemplate.class)
                        .queryForObject(
                                "SELECT count(*) FROM vehicles v WHERE position(? IN v::text) > 0",
                                Integer.class,
                                CANARY))
                .isZero();
    }

    private static void assertKeepsSilent(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isNotEqualTo(500);
        assertThat(answer.body()).doesNotContain(CANARY).doesNotContain(System.getProperty("user.dir"));
        assertThat(answer.headers().map().toString()).doesNotContain(CANARY);
        assertThat(WORLD.sandbox().ledger().recent())
                .noneMatch(call -> (call.body() + call.target() + call.headers()).contains(CANARY));
    }
}
