package io.vinbridge.refresh.schedules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import io.vinbridge.testing.Node;
import io.vinbridge.testing.World;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** What happens by the clock happens once for each due time, on however many nodes, by the database's clock. */
class SchedulesTest {

    private static final World WORLD = World.create();
    private static final String[] SETTINGS = {
        "vinbridge.schedules.poll-data-version.cron=0/2 * * * * ?",
        "vinbridge.schedules.refresh-aged.cron=0/2 * * * * ?",
        "vinbridge.schedules.refresh-aged.enabled=false",
        "vinbridge.refresh.missed-fires=3600000"
    };
    private static final List<Node> NODES = List.of(WORLD.node(SETTINGS), WORLD.node(SETTINGS));
    private static final Node NODE = NODES.get(0);
    private static final JdbcTemplate JDBC = NODE.bean(JdbcTemplate.class);

    @BeforeEach
    void forgetFires() {
        JDBC.update("DELETE FROM schedules WHERE name LIKE 'test%'");
        JDBC.update("DELETE FROM work WHERE kind IN ('aged', 'catalog_sync', 'forgetting')");
    }

    @AfterAll
    static void close() {
        WORLD.close();
    }

    @Test
    void actOnceForEachDueTimeOnTwoNodes() {
        await().atMost(Duration.ofSeconds(30)).until(() -> fires() >= 5);

        Map<String, Object> row = JDBC.queryForMap(
                "SELECT fires, extract(epoch FROM fired_for)::bigint AS at FROM schedules WHERE name = 'poll-data-version'");
        await().atMost(Duration.ofSeconds(30)).until(() -> fires() >= (long) row.get("fires") + 5);
        Map<String, Object> later = JDBC.queryForMap(
                "SELECT fires, extract(epoch FROM fired_for)::bigint AS at FROM schedules WHERE name = 'poll-data-version'");

        long dueTimes = ((long) later.get("at") - (long) row.get("at")) / 2;
        assertThat((long) later.get("fires") - (long) row.get("fires")).isEqualTo(dueTimes);
    }

    @Test
    void actOnceForADueTimeHoweverManyFireAtOnce() {
        for (int round = 0; round < 100; round++) {
            Date due = Date.from(Instant.now().minusSeconds(1000 - round));
            NODES.parallelStream().forEach(node -> fire(node, "test", "* * * * * ?", due));
            assertThat(fires("test")).isEqualTo(round + 1);
        }
    }

    @Test
    void actForTheTimeThatIsDueWhereANodesClockIsFast() {
        Date hourAhead = Date.from(Instant.now().plusSeconds(3600));

        fire(NODE, "test-fast", "0 0 * * * ?", hourAhead);
        fire(NODE, "test-fast", "0 0 * * * ?", hourAhead);

        assertThat(fires("test-fast")).isEqualTo(1);
        assertThat(JDBC.queryForObject(
                        "SELECT fired_for = date_trunc('hour', now()) FROM schedules WHERE name = 'test-fast'",
                        Boolean.class))
                .isTrue();
    }

    /** Quartz makes up for a fire that it missed as if it had been scheduled for the moment at which it sees that. */
    @Test
    void actOnceWhereTheSchedulerMakesUpForWhatWasActedFor() {
        Instant due = Instant.now().truncatedTo(ChronoUnit.HOURS);

        fire(NODE, "test-late", "0 0 * * * ?", Date.from(due));
        fire(NODE, "test-late", "0 0 * * * ?", Date.from(due.plusMillis(1_401)));
        fire(NODE, "test-late", "0 0 * * * ?", Date.from(due.plusSeconds(61)));

        assertThat(fires("test-late")).isEqualTo(1);
    }

    @Test
    void tellWhenTheyActedAndNotWhenTheyOnlyWereDue() {
        JDBC.update("DELETE FROM schedules WHERE name = 'check-pictures'");
        NODE.bean(Schedules.class).fireMissed();
        assertThat(lastFire("check-pictures")).as("a schedule that is new").isNull();

        Instant due = JDBC.queryForObject(
                        "UPDATE schedules SET fired_for = fired_for - interval '2 days' WHERE name = 'check-pictures'"
                                + " RETURNING fired_for + interval '1 day'",
                        OffsetDateTime.class)
                .toInstant();
        fire(NODE, "check-pictures", "0 10 2 * * ?", Date.from(due));

        assertThat(lastFire("check-pictures")).isEqualTo(due.toString());
    }

    @Test
    void actThoughNobodyFiredWhenTheyWereDue() {
        JDBC.update("UPDATE schedules SET fired_for = now() - interval '3 days' WHERE name = 'sync-catalog'");
        JDBC.update(
                "INSERT INTO schedules (name, fired_for) VALUES ('sync-catalog', now() - interval '3 days') ON CONFLICT DO NOTHING");
        long before = fires("sync-catalog");

        NODES.forEach(node -> node.bean(Schedules.class).fireMissed());
        NODES.forEach(node -> node.bean(Schedules.class).fireMissed());

        assertThat(fires("sync-catalog")).isEqualTo(before + 1);
    }

    @Test
    void doNotActForWhatWasDueBeforeTheyWereThere() {
        JDBC.update("DELETE FROM schedules WHERE name = 'forget-old'");

        NODE.bean(Schedules.class).fireMissed();

        assertThat(fires("forget-old")).isZero();
    }

    @Test
    void areListedWithWhenTheyActNextAndRunWhenAPersonWants() {
        String schedules = NODE.get("/schedules").body();

        assertThat(JsonPath.<List<String>>read(schedules, "$.items[*].name"))
                .containsExactly(
                        "check-pictures",
                        "forget-old",
                        "poll-data-version",
                        "refresh-aged",
                        "refresh-vpic",
                        "sync-catalog");
        assertThat(JsonPath.<List<Boolean>>read(schedules, "$.items[*].enabled"))
                .containsExactly(true, true, true, false, false, true);
        assertThat(JsonPath.<String>read(schedules, "$.items[1].cron")).isEqualTo("0 40 4 * * ?");
        assertThat(JsonPath.<String>read(schedules, "$.items[1].nextFire")).contains("T04:40:00Z");
        assertThat(JsonPath.<String>read(schedules, "$.items[3].nextFire")).isNull();
        assertThat(NODE.post("/schedules/none/run", "").statusCode()).isEqualTo(404);
    }

    @Test
    void fetchTheCatalogueLevelByLevel() {
        assertThat(NODE.post("/schedules/sync-catalog/run", "").statusCode()).isEqualTo(202);

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            assertThat(lists("years")).isEqualTo(1);
            assertThat(lists("divisions")).isEqualTo(3);
            assertThat(lists("models")).isPositive();
            assertThat(JDBC.queryForObject("SELECT count(*) FROM work WHERE kind LIKE 'catalog%'", Long.class))
                    .isZero();
        });
        assertThat(lists("styles")).isZero();
    }

    @Test
    void forgetWhatHasBeenKeptLongEnough() {
        JDBC.update(
                "INSERT INTO changes (vin, kind, at) VALUES ('OLD', 'x', now() - interval '3 years'), ('NEW', 'x', now())");
        // What a sequencer is just numbering is left for the next night.
        await().until(() -> JDBC.queryForObject(
                "SELECT count(*) = 0 FROM changes WHERE kind = 'x' AND position IS NULL", Boolean.class));
        JDBC.update("INSERT INTO budget (day, spent) VALUES (current_date - 500, 1) ON CONFLICT DO NOTHING");

        assertThat(NODE.post("/schedules/forget-old/run", "").statusCode()).isEqualTo(202);

        await().untilAsserted(
                        () -> assertThat(JDBC.queryForList("SELECT vin FROM changes WHERE kind = 'x'", String.class))
                                .containsExactly("NEW"));
        await().untilAsserted(() -> assertThat(
                        JDBC.queryForObject("SELECT count(*) FROM budget WHERE day < current_date - 400", Long.class))
                .isZero());
    }

    @Test
    void forgetAllThoughARowIsChangedMeanwhile() {
        JDBC.update(
                "INSERT INTO changes (vin, kind, at, position) SELECT 'OLD', 'y', now() - interval '3 years', -n FROM generate_series(1, 5001) AS n");
        Node other = NODES.get(1);

        other.bean(TransactionTemplate.class).executeWithoutResult(status -> {
            other.bean(JdbcTemplate.class).update("UPDATE changes SET fields = '[1]' WHERE position = -1");
            assertThat(NODE.post("/schedules/forget-old/run", "").statusCode()).isEqualTo(202);
            await().until(() -> JDBC.queryForObject(
                    "SELECT count(*) > 0 FROM pg_stat_activity WHERE datname = current_database()"
                            + " AND wait_event_type = 'Lock' AND query LIKE 'DELETE FROM changes%'",
                    Boolean.class));
        });

        await().untilAsserted(() -> assertThat(
                        JDBC.queryForObject("SELECT count(*) FROM changes WHERE kind = 'y'", Long.class))
                .isZero());
    }

    @Test
    void doNotActWhereTheyAreSwitchedOff() {
        long before = fires();

        await().atMost(Duration.ofSeconds(30)).until(() -> fires() >= before + 3);

        assertThat(fires("refresh-aged")).isZero();
    }

    private static void fire(Node node, String schedule, String cron, Date scheduled) {
        node.bean(ProducerTemplate.class)
                .send(
                        "direct:refresh.poll-version",
                        exchange ->
                                exchange.setProperty(Fire.PROPERTY, new Fire(schedule, cron, scheduled.toInstant())));
    }

    private static long fires() {
        return fires("poll-data-version");
    }

    private static long fires(String schedule) {
        return JDBC.queryForObject(
                "SELECT coalesce(sum(fires), 0) FROM schedules WHERE name = ?", Long.class, schedule);
    }

    private static String lastFire(String schedule) {
        List<String> fires =
                JsonPath.read(NODE.get("/schedules").body(), "$.items[?(@.name == '" + schedule + "')].lastFire");
        return fires.get(0);
    }

    private static long lists(String level) {
        return JDBC.queryForObject(
                "SELECT count(*) FROM catalog WHERE request_key LIKE '%:' || ? || '%'", Long.class, level);
    }
}
