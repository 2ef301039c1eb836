package io.vinbridge.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import io.vinbridge.testing.Node;
import io.vinbridge.testing.World;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** What operators have done by the clock is done once for each due time, on however many nodes. */
class OperatorSchedulesTest {

    private static final Duration LONG = Duration.ofSeconds(30);
    private static final PlatformServer PLATFORM = new PlatformServer();
    private static final World WORLD = World.create();
    private static final String[] SETTINGS = {
        "vinbridge.routes.hosts=" + PLATFORM.host(), "vinbridge.refresh.missed-fires=500"
    };
    private static final List<Node> NODES = List.of(WORLD.node(SETTINGS), WORLD.node(SETTINGS));
    private static final NodeSchedules SCHEDULES = new NodeSchedules(NODES.get(0));
    private static final JdbcTemplate JDBC = NODES.get(0).bean(JdbcTemplate.class);

    @BeforeAll
    static void ticks() {
        put("tick", "0/2 * * * * ?");
        put("yearly", "0 0 5 1 1 ?");
    }

    @AfterAll
    static void end() {
        WORLD.close();
        PLATFORM.close();
    }

    @Test
    void isDoneOnceForEachDueTimeOnTwoNodes() {
        int before = received("tick").size();
        await().atMost(LONG).until(() -> received("tick").size() >= before + 6);

        List<Instant> done = received("tick");

        assertThat(new HashSet<>(done)).hasSameSizeAs(done);
        List<Instant> lately = done.stream().skip(before).sorted().toList();
        assertThat(lately.get(lately.size() - 1))
                .as("none left out")
                .isEqualTo(lately.get(0).plusSeconds(2L * (lately.size() - 1)));
        assertThat(lastFire("tick")).isAfterOrEqualTo(done.get(done.size() - 1));
    }

    /** A schedule that is new owes nothing; what was due while all nodes were away is made up for, once. */
    @Test
    void isMadeUpForOnceWhereItWasMissed() {
        await().until(() ->
                JDBC.queryForObject("SELECT count(*) FROM schedules WHERE name = 'yearly'", Integer.class) == 1);
        assertThat(received("yearly")).isEmpty();
        assertThat(lastFire("yearly")).isNull();
        Instant due = JDBC.queryForObject("SELECT fired_for FROM schedules WHERE name = 'yearly'", OffsetDateTime.class)
                .toInstant();

        JDBC.update("UPDATE schedules SET fired_for = fired_for - interval '1 day' WHERE name = 'yearly'");

        await().until(() -> !received("yearly").isEmpty());
        await().during(Duration.ofSeconds(2)).atMost(LONG).until(() -> received("yearly")
                .equals(List.of(due)));
        assertThat(lastFire("yearly")).isEqualTo(due);
    }

    @Test
    void isLeftWhileNobodyCanTellWhetherItIsDoneAlready() {
        int before = received("tick").size();
        await().atMost(LONG).until(() -> received("tick").size() > before);
        JDBC.execute("ALTER TABLE schedules RENAME TO schedules_away");
        try {
            await().during(Duration.ofSeconds(3))
                    .atMost(LONG)
                    .until(() -> received("tick").size() <= before + 2);
        } finally {
            JDBC.execute("ALTER TABLE schedules_away RENAME TO schedules");
        }
        int away = received("tick").size();
        await().atMost(LONG).until(() -> received("tick").size() > away);
    }

    private static void put(String name, String cron) {
        SCHEDULES.put(name, cron, """
                - setBody: {simple: {expression: "%s ${header.scheduledFireTime}"}}
                - to:
                    uri: "http://%s/ticks"
                    parameters: {bridgeEndpoint: true, httpMethod: PUT}
                """.formatted(name, PLATFORM.host()));
    }

    /** The due times for which a schedule was done. */
    private static List<Instant> received(String name) {
        return PLATFORM.received().stream()
                .filter(line -> line.startsWith(name))
                .map(line -> Instant.parse(line.substring(name.length() + 1)))
                .toList();
    }

    private static Instant lastFire(String name) {
        List<String> fires =
                JsonPath.read(NODES.get(0).get("/schedules").body(), "$.items[?(@.name == '" + name + "')].lastFire");
        return fires.get(0) == null ? null : Instant.parse(fires.get(0));
    }
}
