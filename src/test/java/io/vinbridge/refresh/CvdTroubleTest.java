package io.vinbridge.refresh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.vinbridge.sandbox.http.Reply;
import io.vinbridge.sandbox.trouble.Dial;
import io.vinbridge.testing.Node;
import io.vinbridge.testing.World;
import java.net.http.HttpResponse;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Wrong answers of CVD, each with its own outcome; nothing is stored of any. */
class CvdTroubleTest {

    private static final World WORLD = World.create();
    private static final Node NODE =
            WORLD.nodeOfCvd("vinbridge.failures.first-pause=10", "vinbridge.refresh.lookup-timeout=10s");
    private static final AtomicInteger PATTERNS = new AtomicInteger(70_000);

    private final String vin = World.vin(PATTERNS.incrementAndGet(), 1);

    @AfterAll
    static void close() {
        WORLD.close();
    }

    @BeforeEach
    void reset() {
        WORLD.sandbox().reset();
        NODE.beans(CircuitBreaker.class).forEach(CircuitBreaker::reset);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "403 | {\"error\":\"Requested endpoint is forbidden\"}       | entitlement-refused",
                "403 | {\"error\":\"The profile is not allowed\"}            | profile-refused",
                "403 | {\"error\":\"Quota exceeded\"}                        | quota-spent",
                "401 | {\"error\":\"Authorization field is not valid\"}      | credentials-refused",
                "440 | {\"error\":\"Login timeout\"}                         | credentials-refused",
                "400 | {\"error\":\"Authorization field missing, malformed\"}| credentials-refused",
                "200 | {\"error\":true,\"message\":\"Quota exceeded\"}       | quota-spent",
                "200 | {\"error\":false,\"message\":\"Quota exceeded\"}      | quota-spent",
            })
    void isRefusedOnceAndSaysOfWhat(int status, String body, String state) {
        WORLD.sandbox().cvd().script().next(vin, answer(status, body));

        HttpResponse<String> refused = NODE.get("/vehicles/" + vin);

        assertThat(refused.statusCode()).as(refused.body()).isIn(502, 503);
        assertThat(refused.body()).contains("upstream-refused");
        assertThat(calls()).isEqualTo(1);
        assertThat(NODE.health("/actuator/health"))
                .contains(state)
                .doesNotContain("sandbox-key")
                .doesNotContain("sandbox-secret");
    }

    @Test
    void isRefusedForTheClock() {
        WORLD.sandbox()
                .cvd()
                .script()
                .next(
                        vin,
                        answer(401, "{\"error\":\"Authorization field is not valid\"}")
                                .header("Date", "Thu, 15 May 2025 17:40:21 GMT"));

        assertThat(NODE.get("/vehicles/" + vin).body())
                .contains("the clock of this node is")
                .contains("ahead of");
        assertThat(NODE.health("/actuator/health")).contains("clock-refused");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "200 | <html><body>Welcome</body></html>",
                "404 | <html><body>Nothing here</body></html>",
                "200 | {\"result\": {\"make\":",
                "200 | {\"result\": {\"vinSubmitted\":\"1HGCM82633A004352\",\"make\":\"Honda\",\"model\":\"Fit\",\"validVin\":true}}",
                "302 | ''",
                "200 | {\"error\": false}",
                "200 | {\"error\": false, \"result\": {}}",
                "200 | {\"result\": {\"vinSubmitted\":\"1HGCM82633A004352\",\"validVin\":false}}",
                "200 | {\"result\": [{\"make\":\"Honda\",\"model\":\"Fit\"}, {\"make\":\"Kia\",\"model\":\"Rio\"}]}",
            })
    void isNoAnswer(int status, String body) {
        WORLD.sandbox().cvd().script().next(vin, answer(status, body));

        HttpResponse<String> wrong = NODE.get("/vehicles/" + vin);

        assertThat(wrong.statusCode()).as(wrong.body()).isEqualTo(502);
        assertThat(wrong.body()).contains("upstream-malformed");
        assertThat(calls()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "404 | {\"error\":\"VIN not found\"}",
                "404 | ''",
                "200 | {\"error\":true,\"message\":\"VIN not found\"}",
                "200 | {\"error\":false,\"result\":{\"validVin\":false}}",
            })
    void knowsNoSuchVin(int status, String body) {
        WORLD.sandbox().cvd().script().next(vin, answer(status, body));

        assertThat(NODE.get("/vehicles/" + vin).statusCode()).isEqualTo(404);
        assertThat(calls()).isEqualTo(1);
    }

    @Test
    void isTriedAgainWhereItMayPassAndSignedAnew() {
        WORLD.sandbox().cvd().script().next(vin, Reply.empty(503));

        assertThat(NODE.get("/vehicles/" + vin).statusCode()).isEqualTo(200);
        assertThat(calls()).isEqualTo(2);
        String usage = NODE.get("/usage").body();
        assertThat(JsonPath.<Integer>read(usage, "$.items[0].spent")).isPositive();
    }

    @Test
    void waitsWhenItIsAskedTo() {
        WORLD.sandbox().cvd().turn(Dial.TOO_MANY, 1);
        WORLD.sandbox().cvd().turn(Dial.RETRY_AFTER, 1);

        assertThat(NODE.get("/vehicles/" + vin).statusCode()).isEqualTo(503);
        WORLD.sandbox().reset();
        await().untilAsserted(() ->
                assertThat(NODE.get("/vehicles/" + vin).statusCode()).isEqualTo(200));
    }

    /** Of this test's own VIN: work of the tests before is tried again meanwhile. */
    private long calls() {
        return WORLD.sandbox().ledger().recent().stream()
                .filter(request -> request.target().contains(vin))
                .count();
    }

    private static Reply answer(int status, String body) {
        return Reply.of(status, body.startsWith("<") ? "text/html" : "application/json", body);
    }
}
