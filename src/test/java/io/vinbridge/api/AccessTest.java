package io.vinbridge.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import io.vinbridge.testing.Node;
import io.vinbridge.testing.World;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Outside the embedded run nothing is open but what is meant to be. */
class AccessTest {

    private static final String KEY = "a-key-of-this-test";
    private static final World WORLD = World.create();
    private static final Node NODE = WORLD.node("vinbridge.access.disabled=false", "vinbridge.admin-key=" + KEY);

    @AfterAll
    static void close() {
        WORLD.close();
    }

    static Stream<String> everyPath() {
        return Stream.of(
                "/api/v1/vehicles",
                "/api/v1/vehicles/1HGCV1F33LAA12345",
                "/api/v1/vehicles/1HGCV1F33LAA12345/media",
                "/api/v1/vehicles/1HGCV1F33LAA12345/history",
                "/api/v1/styles/1",
                "/api/v1/styles/1/media",
                "/api/v1/catalog/years",
                "/api/v1/openapi.yaml",
                "/api/v1/openapi.json",
                "/api/v1/nothing",
                "/nothing",
                "/services",
                "/services/",
                "/docs/../api/v1/vehicles",
                "/docs/%2e%2e/api/v1/vehicles",
                "/docs/..;/api/v1/vehicles",
                "/webjars/swagger-ui/../../api/v1/vehicles",
                "//api/v1/vehicles");
    }

    @ParameterizedTest
    @MethodSource("everyPath")
    void isClosedWithoutAKey(String path) {
        assertThat(NODE.send(NODE.request(path)).statusCode())
                .isBetween(400, 404)
                .isNotEqualTo(200);
        assertThat(WORLD.sandbox().ledger().calls("describeVehicle")).isZero();
    }

    @Test
    void theRootLeadsToTheShowroom() {
        HttpResponse<String> root = NODE.send(NODE.request("/"));

        assertThat(root.statusCode()).isEqualTo(302);
        assertThat(root.headers().firstValue("Location").orElseThrow()).endsWith("/gallery/");
    }

    @Test
    void saysThatAKeyIsMissingAndWhereItGoes() {
        HttpResponse<String> refused = NODE.get("/vehicles");

        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(JsonPath.<String>read(refused.body(), "$.type")).isEqualTo("urn:vinbridge:problem:unauthorized");
        assertThat(JsonPath.<String>read(refused.body(), "$.detail")).contains("X-API-Key");
        assertThat(JsonPath.<String>read(refused.body(), "$.correlationId")).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "A-KEY-OF-THIS-TEST", "a-key-of-this-tes", "a-key-of-this-testt"})
    void refusesEveryOtherKey(String key) {
        assertThat(NODE.get("/vehicles", "X-API-Key", key).statusCode()).isEqualTo(401);
    }

    @Test
    void takesNoKeyFromTheAddress() {
        assertThat(NODE.get("/vehicles?X-API-Key=" + KEY).statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/services", "/services/", "/services/ads?wsdl"})
    void hasNoPlaceForSoapServicesOfItsOwn(String path) {
        HttpResponse<String> answer = NODE.send(NODE.request(path, "X-API-Key", KEY));

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(JsonPath.<String>read(answer.body(), "$.type")).isEqualTo("urn:vinbridge:problem:not-found");
    }

    @Test
    void letsTheKeyIn() {
        assertThat(NODE.get("/vehicles", "X-API-Key", KEY).statusCode()).isEqualTo(200);
    }

    @Test
    void showsThePageOfTheContractToEverybody() {
        HttpResponse<String> page = NODE.send(NODE.request("/docs/"));

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("X-Frame-Options")).contains("DENY");
        assertThat(page.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/health/liveness", "/actuator/health/readiness", "/actuator/prometheus"})
    void letsAClusterSeeHowItIs(String path) {
        assertThat(management(path).statusCode()).isEqualTo(200);
    }

    @Test
    void tellsDetailsOfItsHealthOnlyToWhoeverHasAKey() {
        assertThat(management("/actuator/health").body()).doesNotContain("components");
        assertThat(management("/actuator/health", "X-API-Key", KEY).body()).contains("\"chromedata\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/metrics", "/actuator/env", "/actuator", "/actuator/info", "/actuator/heapdump"})
    void closesTheRestOfTheManagementPort(String path) {
        assertThat(management(path).statusCode()).isEqualTo(401);
    }

    private static HttpResponse<String> management(String path, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + NODE.managementPort() + path));
        return NODE.send(headers.length == 0 ? request : request.headers(headers));
    }
}
