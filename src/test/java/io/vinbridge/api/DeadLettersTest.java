package io.vinbridge.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import io.vinbridge.sandbox.trouble.Dial;
import io.vinbridge.testing.Node;
import io.vinbridge.testing.World;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What could not be done waits for a person, who has it tried again or forgets it. */
class DeadLettersTest {

    private static final World WORLD = World.create();
    private static final Node NODE =
            WORLD.node("vinbridge.work.hopeless-attempts=1", "vinbridge.chromedata.breaker.minimum-calls=1000");

    private final String vin = World.freshVin();

    @BeforeEach
    void fail() {
        WORLD.sandbox().ads().turn(Dial.HTML, 1);
        assertThat(NODE.get("/vehicles/" + vin).statusCode()).isEqualTo(502);
        WORLD.sandbox().reset();
    }

    @AfterAll
    static void close() {
        WORLD.close();
    }

    @Test
    void areListedWithWhatWasTriedAndWhy() {
        String letters = NODE.get("/dead-letters?limit=1").body();

        assertThat(JsonPath.<String>read(letters, "$.items[0].source")).isEqualTo("work");
        assertThat(JsonPath.<String>read(letters, "$.items[0].reason")).isEqualTo("upstream-malformed");
        assertThat(JsonPath.<String>read(letters, "$.items[0].body")).isEqualTo("vehicle " + vin);
        assertThat(JsonPath.<Integer>read(letters, "$.items[0].attempts")).isEqualTo(1);
        assertThat(JsonPath.<String>read(letters, "$.items[0].detail")).contains("cannot be read");
    }

    @Test
    void areCountedByReasonAndSource() {
        NODE.post("/events", "{\"type\":\"vehicle.arrived\",\"note\":\"no VIN\"}");
        NODE.post("/events", "{\"type\":\"vehicle.arrived\",\"note\":\"nor here\"}");

        String groups = NODE.get("/dead-letters/reasons").body();

        assertThat(JsonPath.<List<Integer>>read(
                        groups, "$.items[?(@.reason=='upstream-malformed' && @.source=='work')].letters"))
                .containsExactly(count("work"));
        assertThat(JsonPath.<List<Integer>>read(groups, "$.items[?(@.source=='event:http')].letters"))
                .containsExactly(count("event:http"));
        assertThat(JsonPath.<Boolean>read(groups, "$.atLeast")).isFalse();
    }

    private static int count(String source) {
        return JsonPath.<List<String>>read(
                        NODE.get("/dead-letters?limit=200&source=" + source).body(), "$.items[*].id")
                .size();
    }

    @Test
    void areTriedAgainWhenReplayed() {
        String id = newest();

        int status = NODE.post("/dead-letters/" + id + "/replay", "").statusCode();

        assertThat(status).isEqualTo(202);
        await().untilAsserted(() ->
                assertThat(WORLD.sandbox().ledger().callsForVin(vin)).isEqualTo(1));
        assertThat(NODE.get("/vehicles/" + vin).statusCode()).isEqualTo(200);
        assertThat(ids()).doesNotContain(id);
    }

    @Test
    void areForgottenWhenDiscarded() {
        String id = newest();

        assertThat(discard(id)).isEqualTo(204);

        assertThat(ids()).doesNotContain(id);
        assertThat(discard(id)).isEqualTo(404);
        assertThat(NODE.post("/dead-letters/" + id + "/replay", "").statusCode())
                .isEqualTo(404);
    }

    private static String newest() {
        return ids().get(0);
    }

    private static List<String> ids() {
        return JsonPath.read(NODE.get("/dead-letters").body(), "$.items[*].id");
    }

    private static int discard(String id) {
        return NODE.send(NODE.request("/api/v1/dead-letters/" + id).method("DELETE", BodyPublishers.noBody()))
                .statusCode();
    }
}
