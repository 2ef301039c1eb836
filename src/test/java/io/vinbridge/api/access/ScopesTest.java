package io.vinbridge.api.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.jayway.jsonpath.JsonPath;
import io.vinbridge.testing.Node;
import io.vinbridge.testing.World;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every operation of the contract, and every other path of both ports, with no key and with a key of each scope. */
class ScopesTest {

    private static final String ADMIN = "the-first-key";
    private static final World WORLD = World.create();
    private static final Node NODE = WORLD.node(
            "vinbridge.access.disabled=false",
            "vinbridge.admin-key=" + ADMIN,
            "vinbridge.access.wrong-keys-per-minute=1000000");
    private static final List<String> SCOPES = List.of("read", "write", "operate", "admin");
    private static final Map<String, String> KEYS =
            Map.of("read", key("read"), "write", key("write"), "operate", key("operate"), "admin", key("admin"));

    @AfterAll
    static void close() {
        WORLD.close();
    }

    private record Operation(String method, String path, String scope, boolean streamed) {}

    static List<Operation> operations() throws IOException {
        JsonNode paths = new YAMLMapper()
                .readTree(ScopesTest.class.getResourceAsStream("/openapi/vinbridge.yaml"))
                .get("paths");
        List<Operation> operations = new ArrayList<>();
        paths.properties().forEach(path -> path.getValue().properties().forEach(method -> {
            JsonNode operation = method.getValue();
            if (operation.has("operationId")) {
                operations.add(new Operation(
                        method.getKey().toUpperCase(Locale.ROOT),
                        path.getKey().replaceAll("\\{[a-z]*Id}", "7").replaceAll("\\{[a-zA-Z]+}", "nothing"),
                        operation.path("x-scope").asText("read"),
                        operation.has("x-streamed")));
            }
        }));
        return operations;
    }

    @Test
    void theContractHasManyOperations() throws IOException {
        assertThat(operations()).hasSizeGreaterThan(50);
        assertThat(operations()).extracting(Operation::scope).contains("read", "write", "operate", "admin");
    }

    @ParameterizedTest
    @MethodSource("operations")
    void isClosedWithoutAKey(Operation operation) {
        assertThat(send(operation, null).statusCode()).isEqualTo(401);
        assertThat(send(operation, "vb_another").statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @MethodSource("operations")
    void isOpenToAKeyOfItsScopeAndForbiddenToALesserOne(Operation operation) {
        for (String scope : SCOPES) {
            boolean may = SCOPES.indexOf(scope) >= SCOPES.indexOf(operation.scope());
            if (may && operation.streamed()) {
                continue;
            }
            int status = send(operation, KEYS.get(scope)).statusCode();
            if (may) {
                assertThat(status).as(scope).isNotIn(401, 403);
            } else {
                assertThat(status).as(scope).isEqualTo(403);
            }
        }
    }

    @Test
    void spendingACallNowNeedsMoreThanReading() {
        String vin = World.freshVin();

        assertThat(NODE.get("/vehicles/" + vin + "?refresh=true", "X-API-Key", KEYS.get("read"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(NODE.get("/vehicles/" + vin + "?refresh=false", "X-API-Key", KEYS.get("read"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(NODE.get("/vehicles/" + vin + "?refresh=true", "X-API-Key", KEYS.get("operate"))
                        .statusCode())
                .isEqualTo(200);
    }

    static Stream<String> managementPaths() {
        return Stream.of(
                "/actuator",
                "/actuator/metrics",
                "/actuator/metrics/jvm.memory.used",
                "/actuator/info",
                "/actuator/env",
                "/actuator/heapdump",
                "/actuator/loggers",
                "/actuator/health/db",
                "/actuator/hawtio",
                "/actuator/jolokia",
                "/actuator/prometheus/",
                "/actuator/health/../env",
                "/actuator/health;/x",
                "/nothing",
                "/");
    }

    @ParameterizedTest
    @MethodSource("managementPaths")
    void theManagementPortIsForOperators(String path) {
        assertThat(management(path, null)).isIn(400, 401);
        assertThat(management(path, KEYS.get("write"))).isIn(400, 403);
        assertThat(management(path, KEYS.get("operate"))).isNotIn(401, 403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/health/liveness", "/actuator/health/readiness", "/actuator/prometheus"})
    void aClusterNeedsNoKey(String path) {
        assertThat(management(path, null)).isEqualTo(200);
    }

    @Test
    void healthTellsTheReasonsToOperatorsOnly() {
        assertThat(managed("/actuator/health", KEYS.get("operate")).body()).contains("components");
        for (String key : Arrays.asList(null, KEYS.get("read"), KEYS.get("write"))) {
            assertThat(managed("/actuator/health", key).body())
                    .contains("status")
                    .doesNotContain("components");
        }
    }

    @Test
    void everyAnswerTellsBrowsersWhatTheyMayDoWithIt() {
        for (HttpResponse<String> answer : List.of(
                NODE.send(NODE.request("/gallery/")),
                NODE.get("/vehicles"),
                NODE.get("/vehicles", "X-API-Key", ADMIN))) {
            assertThat(answer.headers().firstValue("Content-Security-Policy"))
                    .hasValueSatisfying(policy -> assertThat(policy)
                            .contains("default-src 'self'", "frame-ancestors 'none'")
                            .doesNotContain("script-src", "unsafe-eval"));
            assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
            assertThat(answer.headers().firstValue("Referrer-Policy")).contains("no-referrer");
            assertThat(answer.headers().map().keySet()).doesNotContain("access-control-allow-origin");
        }
    }

    @Test
    void onlySitesThatAreNamedMayCallFromABrowser() {
        Node open = WORLD.node(
                "vinbridge.access.disabled=false",
                "vinbridge.admin-key=" + ADMIN,
                "vinbridge.access.origins[0]=https://inventory.example.com");
        for (Map.Entry<String, Boolean> site : Map.of(
                        "https://inventory.example.com", true, "https://evil.example.com", false)
                .entrySet()) {
            HttpResponse<String> asked = open.send(open.request(
                            "/api/v1/vehicles",
                            "Origin",
                            site.getKey(),
                            "Access-Control-Request-Method",
                            "GET",
                            "Access-Control-Request-Headers",
                            "x-api-key")
                    .method("OPTIONS", BodyPublishers.noBody()));
            assertThat(asked.statusCode()).isEqualTo(site.getValue() ? 200 : 403);
            assertThat(asked.headers().firstValue("Access-Control-Allow-Origin").isPresent())
                    .isEqualTo(site.getValue());
        }
    }

    private static HttpResponse<String> send(Operation operation, String key) {
        HttpRequest.Builder request = NODE.request("/api/v1" + operation.path());
        if (key != null) {
            request.header("X-API-Key", key);
        }
        boolean bodiless = Set.of("GET", "DELETE").contains(operation.method());
        return NODE.send(request.header("Content-Type", "application/json")
                .method(operation.method(), bodiless ? BodyPublishers.noBody() : BodyPublishers.ofString("{}")));
    }

    private static int management(String path, String key) {
        return managed(path, key).statusCode();
    }

    private static HttpResponse<String> managed(String path, String key) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + NODE.managementPort() + path));
        return NODE.send(key == null ? request : request.header("X-API-Key", key));
    }

    private static String key(String scope) {
        return JsonPath.read(
                NODE.post("/keys", "{\"name\":\"a " + scope + "er\",\"scope\":\"" + scope + "\"}", "X-API-Key", ADMIN)
                        .body(),
                "$.key");
    }
}
