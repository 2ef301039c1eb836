package io.vinbridge.refresh.queue;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vinbridge.sandbox.trouble.Dial;
import io.vinbridge.testing.Node;
import io.vinbridge.testing.TestServers;
import io.vinbridge.testing.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A node that stops finishes the work in its hands or hands it back, and nothing is done twice. */
class WorkDrainTest {

    private final World world = World.create();
    private final JdbcTemplate jdbc = new JdbcTemplate(
            new DriverManagerDataSource(world.database(), TestServers.postgres().user(), ""));
    private final String vin = World.freshVin();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void finishesWhatIsDoneInTime() {
        Node node = world.node("vinbridge.refresh.drain=20s");
        world.sandbox().ads().turn(Dial.LATENCY, 1_000);
        lookUpBehind(node);

        node.close();

        assertThat(world.sandbox().ledger().callsForVin(vin)).isEqualTo(1);
        assertThat(count("SELECT count(*) FROM work WHERE kind = 'vehicle'")).isZero();
        assertThat(count("SELECT count(*) FROM vehicles WHERE vin = '%s' AND document IS NOT NULL".formatted(vin)))
                .isEqualTo(1);
    }

    @Test
    void handsBackWhatTakesLongerSoThatAnotherNodeDoesItAtOnce() {
        Node node = world.node("vinbridge.refresh.drain=100ms", "camel.main.shutdown-timeout=1");
        world.sandbox().ads().turn(Dial.LATENCY, 8_000);
        lookUpBehind(node);

        node.close();

        assertThat(jdbc.queryForMap("SELECT token, attempts, due_at <= now() AS due FROM work WHERE kind = 'vehicle'"))
                .containsEntry("token", null)
                .containsEntry("attempts", 0)
                .containsEntry("due", true);

        world.sandbox().ads().turn(Dial.LATENCY, 0);
        Node other = world.node("camel.main.shutdown-timeout=1");
        isDescribedOnceByTwoCalls(other);
    }

    @Test
    void handsBackACallOfHalfAMinuteWhenTheUsualGraceIsOverAndItHasItsEffectOnce() {
        String[] patient = {"vinbridge.chromedata.answer-timeout=40s", "camel.main.shutdown-timeout=1"};
        Node one = world.node(patient);
        Node two = world.node(patient);
        world.sandbox().ads().turn(Dial.LATENCY, 30_000);
        lookUpBehind(one);
        world.sandbox().ads().turn(Dial.LATENCY, 0);
        boolean oneHasIt = !one.bean(InFlightWork.class).inHand().isEmpty();
        Node other = oneHasIt ? two : one;

        (oneHasIt ? one : two).close();

        isDescribedOnceByTwoCalls(other);
        await().atMost(ofSeconds(30)).until(() -> world.sandbox().ledger().underWay() == 0);
        assertThat(world.sandbox().ledger().callsForVin(vin)).isEqualTo(2);
        isDescribedOnceByTwoCalls(other);
    }

    @Test
    void takesNothingMore() {
        Node node = world.node();
        node.bean(InFlightWork.class).close();
        assertThat(node.bean(InFlightWork.class).claimParameters()).isNull();
    }

    private void isDescribedOnceByTwoCalls(Node other) {
        await().until(() -> count("SELECT count(*) FROM work WHERE kind = 'vehicle'") == 0);
        assertThat(other.get("/vehicles/" + vin).statusCode()).isEqualTo(200);
        assertThat(count("SELECT count(*) FROM changes WHERE vin = '%s'".formatted(vin)))
                .isEqualTo(1);
        assertThat(jdbc.queryForList(
                        "SELECT outcome || ' ' || calls FROM ledger WHERE kind = 'vehicle' ORDER BY id", String.class))
                .containsExactly("lost 1", "first 1");
        await().untilAsserted(() -> assertThat(count("SELECT spent FROM budget"))
                .as("what the ledger has, the gallery's call among it")
                .isEqualTo(count("SELECT sum(calls) FROM ledger")));
    }

    private void lookUpBehind(Node node) {
        assertThat(node.post("/refreshes", "{\"vins\":[\"" + vin + "\"]}").statusCode())
                .isEqualTo(202);
        await().until(() -> world.sandbox().ledger().callsForVin(vin) == 1);
    }

    private long count(String sql) {
        return jdbc.queryForObject(sql, Long.class);
    }
}
