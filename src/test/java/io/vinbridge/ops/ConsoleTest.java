package io.vinbridge.ops;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import io.vinbridge.testing.Node;
import io.vinbridge.testing.World;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Hawtio shows the running routes to whoever has the key, and changes nothing. */
class ConsoleTest {

    private static final World WORLD = World.create();
    private static final Node NODE =
            WORLD.node("vinbridge.open=false", "vinbridge.admin-key=the-key", "camel.main.jmx-enabled=true");
    private static final String CONTEXT = "org.apache.camel:context=vinbridge,name=\\\"vinbridge\\\",type=context";

    @AfterAll
    static void close() {
        WORLD.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/actuator/hawtio",
                "/actuator/hawtio/",
                "/actuator/hawtio/index.html",
                "/actuator/hawtio/auth/login",
                "/actuator/jolokia",
                "/actuator/jolokia/list",
                "/actuator/jolokia/read/java.lang:type=Memory"
            })
    void isClosedToAnyoneElse(String path) {
        HttpResponse<String> nobody = get(path, null);
        assertThat(nobody.statusCode()).isEqualTo(401);
        assertThat(nobody.headers().firstValue("WWW-Authenticate"))
                .hasValueSatisfying(how -> assertThat(how).startsWith("Basic"));
        assertThat(get(path, "another-key").statusCode()).isEqualTo(401);
    }

    @Test
    void showsTheRoutesAndTheirCountsToWhoeverSignsIn() {
        assertThat(get("/actuator/hawtio/index.html", "the-key").body()).contains("<html");

        String read = jolokia("{\"type\":\"read\",\"mbean\":\"" + CONTEXT + "\",\"attribute\":\"ExchangesTotal\"}");
        assertThat(JsonPath.<Integer>read(read, "$.status")).as(read).isEqualTo(200);
        String routes =
                jolokia("{\"type\":\"exec\",\"mbean\":\"" + CONTEXT + "\",\"operation\":\"dumpRoutesAsXml()\"}");
        assertThat(JsonPath.<String>read(routes, "$.value")).contains("act-on-event", "poll-data-version");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"exec\",\"mbean\":\"CONTEXT\",\"operation\":\"stop()\"}",
                "{\"type\":\"exec\",\"mbean\":\"CONTEXT\",\"operation\":\"sendBody\",\"arguments\":[\"direct:x\",\"y\"]}",
                "{\"type\":\"write\",\"mbean\":\"CONTEXT\",\"attribute\":\"Tracing\",\"value\":true}",
                "{\"type\":\"read\",\"mbean\":\"java.lang:type=Runtime\",\"attribute\":\"SystemProperties\"}",
                "{\"type\":\"exec\",\"mbean\":\"java.lang:type=Memory\",\"operation\":\"gc\"}"
            })
    void changesNothingAndShowsNoSetting(String request) {
        String answer = jolokia(request.replace("CONTEXT", CONTEXT));

        assertThat(JsonPath.<Integer>read(answer, "$.status")).as(answer).isEqualTo(403);
    }

    @Test
    void isNotOnTheApisPort() {
        assertThat(NODE.send(NODE.request("/actuator/hawtio", "X-API-Key", "the-key")
                                .GET())
                        .statusCode())
                .isEqualTo(404);
        assertThat(NODE.send(NODE.request("/auth/login", "X-API-Key", "the-key").GET())
                        .statusCode())
                .isEqualTo(404);
    }

    private static String jolokia(String json) {
        return NODE.send(signedIn(request("/actuator/jolokia"), "the-key")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(json)))
                .body();
    }

    private static HttpResponse<String> get(String path, String key) {
        return NODE.send(signedIn(request(path), key).GET());
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + NODE.managementPort() + path));
    }

    private static HttpRequest.Builder signedIn(HttpRequest.Builder request, String key) {
        return key == null
                ? request
                : request.header(
                        "Authorization",
                        "Basic "
                                + Base64.getEncoder()
                                        .encodeToString(("operator:" + key).getBytes(StandardCharsets.UTF_8)));
    }
}
