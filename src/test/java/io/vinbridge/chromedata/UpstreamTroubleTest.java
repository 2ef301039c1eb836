package io.vinbridge.chromedata;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import io.vinbridge.sandbox.http.Reply;
import io.vinbridge.sandbox.trouble.Dial;
import io.vinbridge.testing.Node;
import io.vinbridge.testing.World;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** What callers get, and what is stored, when ChromeData fails on the wire. */
class UpstreamTroubleTest {

    private static final World WORLD = World.create();
    private static final Node NODE = WORLD.node(
            "vinbridge.failures.first-pause=5",
            "vinbridge.chromedata.answer-timeout=2s",
            "vinbridge.chromedata.longest-answer=3s",
            "vinbridge.chromedata.breaker.window=1000",
            "vinbridge.chromedata.breaker.minimum-calls=1000",
            "vinbridge.work.person-pause=0s",
            // What fails in one test is not tried again in another.
            "vinbridge.work.first-pause=1h");

    @AfterEach
    void turnEverythingBack() {
        WORLD.sandbox().reset();
        NODE.bean(JdbcTemplate.class).update("TRUNCATE call_holds");
    }

    @AfterAll
    static void close() {
        WORLD.close();
    }

    /** {@code calls}: three where a second attempt may help, one where it would bring the same. */
    @ParameterizedTest
    @CsvSource({
        "UNAVAILABLE,   503, upstream-unavailable, 3",
        "RESET,         503, upstream-unavailable, 3",
        "HANG,          503, upstream-unavailable, 3",
        "TRUNCATE,      503, upstream-unavailable, 3",
        "TOO_MANY,      503, upstream-unavailable, 1",
        "FAULT,         503, upstream-unavailable, 3",
        "BROKEN,        502, upstream-malformed,   1",
        "HTML,          502, upstream-malformed,   1",
        "EMPTY,         502, upstream-malformed,   1",
        "INVALID_UTF8,  502, upstream-malformed,   1"
    })
    void tellsWhatIsWrongAndKeepsNothing(Dial dial, int status, String problem, int calls) {
        WORLD.sandbox().ads().turn(dial, 1);
        String vin = World.freshVin();

        HttpResponse<String> answer = NODE.get("/vehicles/" + vin);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(JsonPath.<String>read(answer.body(), "$.type")).isEqualTo("urn:vinbridge:problem:" + problem);
        assertThat(JsonPath.<String>read(answer.body(), "$.correlationId")).isNotBlank();
        assertThat(answer.headers().firstValue("Retry-After").isPresent()).isEqualTo(status == 503);
        assertThat(WORLD.sandbox().ledger().callsForVin(vin)).isEqualTo(calls);
        assertThat(NODE.get("/vehicles/" + vin + "/history").statusCode()).isNotEqualTo(500);
    }

    @Test
    void describesAfterAFailureThatPasses() {
        String vin = World.freshVin();
        WORLD.sandbox().ads().script().next(vin, 2, Reply.of(503, "text/html", "<html>later</html>"));

        HttpResponse<String> answer = NODE.get("/vehicles/" + vin);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(WORLD.sandbox().ledger().callsForVin(vin)).isEqualTo(3);
    }

    @Test
    void describesOnceTheServiceIsBackThoughItFailedBefore() {
        String vin = World.freshVin();
        WORLD.sandbox().ads().turn(Dial.UNAVAILABLE, 1);
        assertThat(NODE.get("/vehicles/" + vin).statusCode()).isEqualTo(503);
        WORLD.sandbox().ads().turn(Dial.UNAVAILABLE, 0);

        assertThat(NODE.get("/vehicles/" + vin).statusCode()).isEqualTo(200);
    }

    @Test
    void passesOnWhenToComeBack() {
        WORLD.sandbox().ads().turn(Dial.TOO_MANY, 1).turn(Dial.RETRY_AFTER, 77);

        HttpResponse<String> answer = NODE.get("/vehicles/" + World.freshVin());

        assertThat(answer.headers().firstValue("Retry-After")).contains("77");
    }

    @Test
    void callsTheServiceForNobodyBeforeItSaid() {
        WORLD.sandbox().ads().turn(Dial.TOO_MANY, 1).turn(Dial.RETRY_AFTER, 77);
        NODE.get("/vehicles/" + World.freshVin());
        WORLD.sandbox().reset();
        String another = World.freshVin();

        HttpResponse<String> answer = NODE.get("/vehicles/" + another);

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("asked us to wait");
        assertThat(Integer.parseInt(answer.headers().firstValue("Retry-After").orElseThrow()))
                .isBetween(70, 77);
        assertThat(WORLD.sandbox().ledger().callsForVin(another)).isZero();
    }

    @Test
    void waitsForNoAnswerThatDripsInForEver() {
        WORLD.sandbox().ads().turn(Dial.DRIP, 200);

        HttpResponse<String> answer = NODE.get("/vehicles/" + World.freshVin());

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("urn:vinbridge:problem:upstream-unavailable");
    }

    @Test
    void servesWhatIsStoredWhileTheServiceIsDown() {
        String vin = World.freshVin();
        String stored = NODE.get("/vehicles/" + vin).body();
        WORLD.sandbox().ads().turn(Dial.RESET, 1);
        WORLD.sandbox().media().turn(Dial.RESET, 1);

        assertThat(NODE.get("/vehicles/" + vin).body()).isEqualTo(stored);
    }

    @Test
    void describesThoughTheGalleryFails() {
        WORLD.sandbox().media().turn(Dial.UNAVAILABLE, 1);
        String vin = "1HGCV1F33LAA00001";

        HttpResponse<String> vehicle = NODE.get("/vehicles/" + vin);
        HttpResponse<String> media = NODE.get("/vehicles/" + vin + "/media");

        assertThat(vehicle.statusCode()).isEqualTo(200);
        assertThat(media.statusCode()).isEqualTo(503);
        assertThat(JsonPath.<String>read(media.body(), "$.type"))
                .isEqualTo("urn:vinbridge:problem:upstream-unavailable");
    }

    @ParameterizedTest
    @CsvSource({
        "HTML, 502, upstream-malformed",
        "BROKEN, 502, upstream-malformed",
        "TRUNCATE, 503, upstream-unavailable"
    })
    void tellsWhatIsWrongWithAGallery(Dial dial, int status, String problem) {
        String vin = World.freshVin();
        int style = JsonPath.<List<Integer>>read(NODE.get("/vehicles/" + vin).body(), "$.styles[*].id")
                .get(0);
        WORLD.sandbox().media().turn(dial, 1);

        HttpResponse<String> media = NODE.get("/styles/" + (style + 1) + "/media");

        assertThat(media.statusCode()).isEqualTo(status);
        assertThat(JsonPath.<String>read(media.body(), "$.type")).isEqualTo("urn:vinbridge:problem:" + problem);
    }
}
