package io.vinbridge.refresh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.vinbridge.sandbox.http.Reply;
import io.vinbridge.sandbox.trouble.Dial;
import io.vinbridge.testing.Node;
import io.vinbridge.testing.World;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** What one service asks for, or refuses, holds that one back, and no other. */
class ServiceHoldTest {

    private static final World WORLD = World.create();
    private static final Node NODE = WORLD.nodeOfBoth(
            "ads",
            "vinbridge.failures.retries=0",
            "vinbridge.work.hopeless-attempts=1",
            "vinbridge.work.first-pause=1h",
            "vinbridge.monitoring.sample=500",
            "vinbridge.chromedata.breaker.minimum-calls=2");
    private static final AtomicInteger PATTERNS = new AtomicInteger(71_000);

    @AfterAll
    static void close() {
        WORLD.close();
    }

    @BeforeEach
    void reset() {
        WORLD.sandbox().reset();
        NODE.beans(CircuitBreaker.class).forEach(CircuitBreaker::reset);
        NODE.bean(JdbcTemplate.class).update("TRUNCATE call_holds");
    }

    @Test
    void leavesCvdAloneWhereItAsksForThatAndNotAds() {
        String asked = of("cvd");
        WORLD.sandbox().cvd().script().next(asked, Reply.empty(429).header("Retry-After", "3600"));

        HttpResponse<String> held = NODE.get("/vehicles/" + asked);

        assertThat(held.statusCode()).as(held.body()).isEqualTo(503);
        assertThat(NODE.get("/vehicles/" + of("ads")).statusCode()).isEqualTo(200);
        HttpResponse<String> still = NODE.get("/vehicles/" + of("cvd"));
        assertThat(still.statusCode()).isEqualTo(503);
        assertThat(still.body()).contains("asked us to wait");
        assertThat(Integer.parseInt(still.headers().firstValue("Retry-After").orElseThrow()))
                .isBetween(3000, 3600);
        assertThat(WORLD.sandbox().ledger().calls("vin")).isEqualTo(1);
        assertThat(NODE.get("/catalog/years").statusCode()).isEqualTo(200);
        await().untilAsserted(() -> assertThat(NODE.health("/actuator/health"))
                .contains("asked-to-wait")
                .containsPattern("CVD for 5[0-9] minutes"));
        assertThat(NODE.health("/actuator/prometheus"))
                .containsPattern("vinbridge_calls_held_seconds\\{[^}]*service=\"cvd\"[^}]*} 3")
                .containsPattern("vinbridge_calls_held_seconds\\{[^}]*service=\"ads\"[^}]*} 0.0");
    }

    @Test
    void leavesAdsAloneWhereItAsksForThatAndNotCvd() {
        WORLD.sandbox().ads().turn(Dial.TOO_MANY, 1);
        WORLD.sandbox().ads().turn(Dial.RETRY_AFTER, 600);
        assertThat(NODE.get("/vehicles/" + of("ads")).statusCode()).isEqualTo(503);
        long calls = WORLD.sandbox().ledger().calls("describeVehicle");

        assertThat(NODE.get("/vehicles/" + of("cvd")).statusCode()).isEqualTo(200);
        assertThat(NODE.get("/vehicles/" + of("ads")).body()).contains("asked us to wait");
        assertThat(WORLD.sandbox().ledger().calls("describeVehicle")).isEqualTo(calls);
    }

    @Test
    void tellsTheRouteThatAServiceIsDownWhileItIsHeld() {
        String asked = of("cvd");
        WORLD.sandbox().cvd().script().next(asked, Reply.empty(429).header("Retry-After", "600"));
        NODE.get("/vehicles/" + asked);
        choose("${variable.cvd}");

        assertThat(NODE.get("/vehicles/" + next()).statusCode()).isEqualTo(200);
        assertThat(NODE.health("/actuator/health")).contains("choice-not-made");
    }

    /** An account that may not list the catalogue may still describe. */
    @ParameterizedTest
    @ValueSource(ints = {403, 401, 429})
    void describesByCvdWhateverVssRefuses(int status) {
        String sparse = of("cvd");
        WORLD.sandbox().cvd().script().next(sparse, Reply.of(200, "application/json", """
                {"error": false, "result": {"vinSubmitted": "%s", "validVin": true, "source": "S", "year": 2023, "make": "Honda",
                 "model": "Accord"}}""".formatted(sparse)));
        WORLD.sandbox().vss().script().next("makes", Reply.empty(status));
        NODE.get("/vehicles/" + sparse);
        assertThat(WORLD.sandbox().ledger().calls("makes")).isEqualTo(1);

        assertThat(NODE.get("/vehicles/" + of("cvd")).statusCode()).isEqualTo(200);
    }

    @Test
    void describesByAdsThoughTheMediaGalleryRefusesTheSameAccount() {
        choose("ads");
        WORLD.sandbox().media().turn(Dial.REFUSE_ENTITLEMENT, 1);
        NODE.get("/vehicles/" + next() + "/media");
        await().untilAsserted(() -> assertThat(NODE.health("/actuator/health")).contains("entitlement-refused"));

        assertThat(NODE.get("/vehicles/" + next()).statusCode()).isEqualTo(200);
    }

    /** Else it would be asked for ever, for money. */
    @Test
    void givesUpWhatAdsRefusesThoughCvdIsInTrouble() {
        WORLD.sandbox().cvd().turn(Dial.RESET, 1);
        for (int call = 0; call < 3; call++) {
            NODE.get("/vehicles/" + of("cvd"));
        }
        assertThat(NODE.health("/actuator/health")).contains("cvd-not-answering");
        String refused = of("ads");
        WORLD.sandbox().ads().script().next(refused, Reply.of(500, "text/xml", """
                <S:Envelope xmlns:S="http://schemas.xmlsoap.org/soap/envelope/"><S:Body><S:Fault><faultcode>S:Client</faultcode>
                <faultstring>no such thing</faultstring></S:Fault></S:Body></S:Envelope>"""));

        NODE.get("/vehicles/" + refused);

        await().untilAsserted(() ->
                assertThat(NODE.get("/dead-letters?limit=100").body()).contains(refused.substring(0, 8)));
    }

    @Test
    void showsTheTroubleOfEachServiceAtOnce() {
        WORLD.sandbox().cvd().turn(Dial.RESET, 1);
        WORLD.sandbox().ads().turn(Dial.RESET, 1);
        for (int call = 0; call < 3; call++) {
            NODE.get("/vehicles/" + of("cvd"));
            NODE.get("/vehicles/" + of("ads"));
        }

        assertThat(NODE.health("/actuator/health"))
                .contains("\"state\":\"ads-not-answering\"")
                .contains("\"state\":\"cvd-not-answering\"");
    }

    /** A VIN that nobody asked for, which a service is chosen for. */
    private static String of(String service) {
        choose(service);
        return next();
    }

    private static String next() {
        return World.vin(PATTERNS.incrementAndGet(), 1);
    }

    private static void choose(String service) {
        HttpResponse<String> edited = NODE.send(NODE.request("/api/v1/routes/choose-service.camel.yaml")
                .header("Content-Type", "application/yaml")
                .PUT(HttpRequest.BodyPublishers.ofString("""
                        - route:
                            id: choose-service
                            group: choosing
                            description: Has all described by one service
                            from:
                              uri: direct:choose-service
                              steps:
                                - setVariable:
                                    name: service
                                    simple: "%s"
                        """.formatted(service))));
        assertThat(edited.statusCode()).as(edited.body()).isBetween(200, 202);
    }
}
