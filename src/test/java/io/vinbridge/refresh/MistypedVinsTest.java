package io.vinbridge.refresh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import io.vinbridge.sandbox.http.Reply;
import io.vinbridge.testing.Node;
import io.vinbridge.testing.World;
import io.vinbridge.vehicles.Vin;
import java.net.http.HttpResponse;
import java.util.stream.IntStream;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** A VIN that ChromeData counts as none says nothing about the others of its pattern, and holds none of them up. */
class MistypedVinsTest {

    private static final World WORLD = World.create();
    /** The schedule would go through the stale while a test does. */
    private static final Node NODE = WORLD.nodeOfCvd("vinbridge.schedules.refresh-aged.enabled=false");

    private final JdbcTemplate jdbc = NODE.bean(JdbcTemplate.class);
    private final String right = World.freshVin();
    private final String mistyped = mistyped(right);

    private static String mistyped(String right) {
        return IntStream.range(0, 2)
                .mapToObj(serial -> right.substring(0, 11) + "00000" + serial)
                .filter(vin -> !vin.equals(right) && !new Vin(vin).checkDigitHolds())
                .findFirst()
                .orElseThrow();
    }

    @BeforeEach
    void countAsNone() {
        WORLD.sandbox().cvd().script().always(mistyped, Reply.of(200, "application/json", """
                {"error": false, "result": {"vinSubmitted": "%s", "validVin": false}}""".formatted(mistyped)));
    }

    @AfterAll
    static void close() {
        WORLD.close();
    }

    @Test
    void keepsWhatItWasGivenButNotAsFreshAndSaysSo() {
        describeBoth();

        HttpResponse<String> renewed = NODE.get("/vehicles/" + mistyped + "?refresh=true");

        assertThat(renewed.headers().firstValue("X-Refresh")).hasValue("failed; reason=not-carried");
        assertThat(JsonPath.<String>read(renewed.body(), "$.make")).isEqualTo("Honda");
        assertThat(JsonPath.<Boolean>read(renewed.body(), "$.stale")).isTrue();
        assertThat(renewed.body()).contains("CVD does not count this as a VIN");
        String card = NODE.get("/vehicles/" + mistyped + "?view=card").body();
        assertThat(JsonPath.<Boolean>read(card, "$.freshness.stale")).isTrue();
        String listed = NODE.get("/vehicles?view=card&limit=200").body();
        assertThat(JsonPath.<Object>read(listed, "$.items[?(@.vin == '" + mistyped + "')].freshness.stale"))
                .hasToString("[true]");
        assertThat(JsonPath.<Object>read(listed, "$.items[?(@.vin == '" + right + "')].freshness.stale"))
                .hasToString("[false]");
        assertThat(asked(mistyped)).isEqualTo(1);
        assertThat(asked(right)).isEqualTo(2);
        NODE.get("/vehicles/" + mistyped);
        await().until(this::nothingIsQueued);
        assertThat(asked(mistyped)).isEqualTo(1);
    }

    @Test
    void isSettledInARunThatHasItsPatternDescribedByAnother() {
        describeBoth();

        String id = JsonPath.read(
                NODE.post("/refreshes", "{\"vins\": [\"%s\", \"%s\"]}".formatted(mistyped, right))
                        .body(),
                "$.id");

        await().until(() -> run(id, "state").equals("COMPLETED"));
        assertThat(run(id, "unchanged")).isEqualTo(1);
        assertThat(run(id, "failed")).isEqualTo(1);
        assertThat(run(id, "lost")).isEqualTo(1);
        assertThat(NODE.get("/refreshes/" + id + "/failures").body()).contains(mistyped, "not-carried");
    }

    @Test
    void isAskedForOnceByTheSweepThoughNoOtherOfItsPatternIsThere() {
        describeBoth();
        jdbc.update("DELETE FROM vehicles WHERE vin = ?", right);
        jdbc.update("UPDATE vehicles SET tracked = true WHERE vin = ?", mistyped);
        jdbc.update("UPDATE descriptions SET looked_at = now() - interval '31 days'");

        goThroughTheStale();
        goThroughTheStale();

        assertThat(asked(mistyped)).isEqualTo(1);
        assertThat(NODE.get("/vehicles/" + mistyped).statusCode()).isEqualTo(200);
    }

    @Test
    void isAskedForItselfOnceTheAnswerIsOldAndNotGivenWhatItsPatternHas() {
        assertThat(NODE.get("/vehicles/" + mistyped).statusCode()).isEqualTo(404);
        NODE.get("/vehicles/" + right);
        jdbc.update("UPDATE descriptions SET looked_at = now() - interval '8 days' WHERE outcome = 'not-carried'");

        assertThat(NODE.get("/vehicles/" + mistyped).statusCode()).isEqualTo(404);
        assertThat(asked(mistyped)).isEqualTo(2);
    }

    private void describeBoth() {
        assertThat(NODE.get("/vehicles/" + right).statusCode()).isEqualTo(200);
        assertThat(NODE.get("/vehicles/" + mistyped).statusCode()).isEqualTo(200);
        assertThat(asked(mistyped)).isZero();
    }

    private void goThroughTheStale() {
        NODE.bean(ProducerTemplate.class).sendBody("direct:refresh.refresh-aged", null);
        await().until(this::nothingIsQueued);
    }

    private boolean nothingIsQueued() {
        return jdbc.queryForObject("SELECT count(*) FROM work", Long.class) == 0;
    }

    private static long asked(String vin) {
        return WORLD.sandbox().ledger().recent().stream()
                .filter(request -> request.target().contains(vin))
                .count();
    }

    private static Object run(String id, String count) {
        return JsonPath.read(NODE.get("/refreshes/" + id).body(), "$." + count);
    }
}
