package io.vinbridge.events.processing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import io.vinbridge.events.processing.InboxQueue.Batch;
import io.vinbridge.testing.Node;
import io.vinbridge.testing.World;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * An event over which nodes end is not the first that the next one takes up, for ever. A node has ended that takes a
 * batch and is not heard of again.
 */
class BegunEventsTest {

    private static final World WORLD = World.create();
    private static final Node NODE = WORLD.node(
            "vinbridge.events.redis.enabled=false",
            "vinbridge.events.processing=false",
            "vinbridge.events.processing-lease=2s");
    private static final JdbcTemplate JDBC = NODE.bean(JdbcTemplate.class);
    private static final InboxQueue DUE = NODE.bean(InboxQueue.class);

    @AfterAll
    static void end() {
        WORLD.close();
    }

    @BeforeEach
    void withNothingLeftOfOtherTests() {
        JDBC.update("DELETE FROM begun_events");
        JDBC.update("DELETE FROM inbox");
    }

    @Test
    void whatEndedANodeIsTakenUpByItselfAndPutAsideAfterTheSecondTimeWhileTheOthersAreActedUpon() {
        String poison = World.freshVin();
        String innocent = World.freshVin();
        NODE.post("/events", "[" + event(poison) + "," + event(innocent) + "]");
        Batch together = DUE.next();
        assertThat(vins(together)).containsExactlyInAnyOrder(poison, innocent);
        assertThat(DUE.next().events()).as("what another node has begun").isEmpty();
        String later = World.freshVin();
        NODE.post("/events", event(later));

        List<String> seen = new ArrayList<>();
        await().untilAsserted(() -> {
            Batch batch = DUE.next();
            assertThat(batch.events().size()).isLessThanOrEqualTo(1);
            seen.addAll(vins(batch));
            if (!vins(batch).contains(poison)) {
                batch.events().forEach(EventContext::decided);
                NODE.bean(EventProcessor.class).act(batch);
            }
            assertThat(outcome(poison)).isEqualTo("dead");
        });

        assertThat(seen).containsExactlyInAnyOrder(later, innocent, poison);
        assertThat(outcome(innocent)).isEqualTo("acted");
        assertThat(outcome(later)).isEqualTo("acted");
        String letters = NODE.get("/dead-letters?source=acting").body();
        assertThat(JsonPath.<List<String>>read(letters, "$.items[?(@.body =~ /.*" + poison + ".*/)].detail"))
                .containsExactly("A node ended while it acted upon this, 2 times; it is not tried again by itself");
        assertThat(JDBC.queryForObject("SELECT count(*) FROM begun_events", Integer.class))
                .isZero();

        String id = JsonPath.<List<String>>read(letters, "$.items[?(@.body =~ /.*" + poison + ".*/)].id")
                .get(0);
        NODE.post("/dead-letters/" + id + "/replay", "");
        assertThat(vins(DUE.next())).containsExactly(poison);
        JDBC.update("DELETE FROM begun_events");
    }

    @Test
    void anEventOfWhichNothingIsDecidedIsNotTakenForDone() {
        String vin = World.freshVin();
        NODE.post("/events", event(vin));
        Batch batch = DUE.next();

        NODE.bean(EventProcessor.class).act(batch);

        assertThat(outcome(vin)).isNull();
        assertThat(JDBC.queryForObject("SELECT attempts FROM inbox WHERE vin = ?", Integer.class, vin))
                .isEqualTo(1);
    }

    private static String event(String vin) {
        return "{\"type\":\"vehicle.price-changed\",\"vin\":\"%s\",\"price\":1}".formatted(vin);
    }

    private static List<String> vins(Batch batch) {
        return batch.events().stream().map(event -> event.getVin().value()).toList();
    }

    private static String outcome(String vin) {
        return JDBC.queryForObject("SELECT outcome FROM inbox WHERE vin = ?", String.class, vin);
    }
}
