package io.vinbridge.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.vinbridge.sandbox.http.Reply;
import io.vinbridge.testing.Node;
import io.vinbridge.testing.World;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Decodes without a style where VSS, which completes them, does not answer. */
class SelectorTroubleTest {

    private static final World WORLD = World.create();
    private static final Node NODE = WORLD.nodeOfCvd(
            "vinbridge.failures.retries=0", "vinbridge.work.first-pause=1h", "vinbridge.work.person-pause=0s");
    private static final AtomicInteger PATTERNS = new AtomicInteger(73_000);

    private final String vin = World.vin(PATTERNS.incrementAndGet(), 1);

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

    /** 403 may last for as long as the contract does, 503 passes: the styles of a model are no others for either. */
    @ParameterizedTest
    @ValueSource(ints = {503, 429, 403})
    void keepTheStylesThatTheyHadAndTheOneThatSomebodyChose(int status) {
        List<Integer> styles = styles(described("Accord"));
        HttpResponse<String> chosen = NODE.send(NODE.request("/api/v1/vehicles/" + vin + "/style")
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString("{\"styleId\": %d}".formatted(styles.get(1)))));
        assertThat(chosen.statusCode()).as(chosen.body()).isEqualTo(200);
        long changes = changes();

        WORLD.sandbox().vss().script().always("makes", Reply.empty(status));
        String renewed = refreshed("Accord");

        assertThat(WORLD.sandbox().ledger().calls("makes")).isEqualTo(2);
        assertThat(styles(renewed)).isEqualTo(styles);
        assertThat(JsonPath.<Integer>read(renewed, "$.styleId")).isEqualTo(styles.get(1));
        assertThat(changes()).isEqualTo(changes);
    }

    @Test
    void keepNoStylesOfAnotherModel() {
        String before = described("Accord");

        WORLD.sandbox().vss().script().always("makes", Reply.empty(503));
        String stale = refreshed("Civic");

        assertThat(JsonPath.<String>read(stale, "$.model")).isEqualTo("Accord");
        assertThat(styles(stale)).isEqualTo(styles(before));
    }

    /** Else it would be without styles for as long as descriptions are fresh. */
    @ParameterizedTest
    @ValueSource(strings = {"makes", "styles"})
    void areNotStoredWhereTheyHadNoStylesYet(String question) {
        WORLD.sandbox().vss().script().next(question, Reply.empty(503));
        script("Accord");

        HttpResponse<String> failed = NODE.get("/vehicles/" + vin);

        assertThat(failed.statusCode()).as(failed.body()).isEqualTo(503);
        assertThat(styles(described("Accord"))).isNotEmpty();
    }

    @Test
    void areStoredAsTheyAreWhereTheAccountMayNotAskVss() {
        WORLD.sandbox().vss().script().next("makes", Reply.empty(403));

        assertThat(styles(described("Accord"))).isEmpty();
    }

    /** The two calls to VSS follow at once upon the one to CVD, and there is a token a second. */
    @Test
    void areCompletedThoughOneCallASecondIsAllOfIt() {
        try (World world = World.create()) {
            Node node = world.nodeOfCvd("vinbridge.chromedata.calls-per-second=1", "vinbridge.work.first-pause=1h");
            script(world, "Accord");

            HttpResponse<String> answer = node.get("/vehicles/" + vin);

            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            assertThat(styles(answer.body())).isNotEmpty();
        }
    }

    private String described(String model) {
        script(model);
        HttpResponse<String> answer = NODE.get("/vehicles/" + vin);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    private String refreshed(String model) {
        script(model);
        HttpResponse<String> answer = NODE.get("/vehicles/" + vin + "?refresh=true");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    private void script(String model) {
        script(WORLD, model);
    }

    private void script(World world, String model) {
        world.sandbox().cvd().script().next(vin, Reply.of(200, "application/json", """
                {"error": false, "result": {"vinSubmitted": "%s", "validVin": true, "source": "S", "year": 2023, "make": "Honda",
                 "model": "%s"}}""".formatted(vin, model)));
    }

    private static List<Integer> styles(String vehicle) {
        return JsonPath.read(vehicle, "$.styles[*].id");
    }

    private long changes() {
        return NODE.bean(JdbcTemplate.class)
                .queryForObject("SELECT count(*) FROM changes WHERE vin = ?", Long.class, vin);
    }
}
