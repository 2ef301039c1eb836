package io.vinbridge.work;

import static org.assertj.core.api.Assertions.assertThat;

import io.vinbridge.deadletters.DeadLetterChannel;
import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;
import io.vinbridge.testing.TestServers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Nothing is dead for ever: whatever wants it has it tried again, the later the less it is wanted. */
class RevivedWorkTest {

    private static final WorkSettings SETTINGS = WorkSettingsOfTests.settings(1);
    private static JdbcTemplate jdbc;
    private static Claims claims;

    private final WorkQueue queue = new WorkQueue(
            JdbcClient.create(jdbc),
            SETTINGS,
            new WorkDeadLetters(JdbcClient.create(jdbc), new DeadLetterChannel(JdbcClient.create(jdbc))));

    @BeforeAll
    static void migrate() {
        DriverManagerDataSource database = new DriverManagerDataSource(
                TestServers.migratedDatabase(), TestServers.postgres().user(), "");
        jdbc = new JdbcTemplate(database);
        claims = new Claims(jdbc);
    }

    @BeforeEach
    void empty() {
        jdbc.execute("TRUNCATE work, budget, ledger");
        jdbc.update("DELETE FROM dead_letters");
    }

    /** {@code rest}: seconds after it died. */
    @ParameterizedTest
    @CsvSource({
        "DESCRIBE, PERSON, MISS,   5",
        "DESCRIBE, EVENT,  MISS,   5",
        "DESCRIBE, PERSON, FORCED, 0",
        "DESCRIBE, EVENT,  EVENT,  0",
        "DESCRIBE, BUILD,  BUILD,  0",
        "DESCRIBE, AGE,    STALE,  86400",
        "OWN,      AGE,    STALE,  3600",
        "LIST,     AGE,    STALE,  3600",
        "PICTURE,  AGE,    STALE,  3600"
    })
    void isTriedAgainOnceItIsWantedAfterARest(Lane lane, Priority priority, CallCause cause, int rest) {
        die(lane);

        queue.ask(List.of(ask(lane, priority, cause)));

        assertThat(due()).isBetween(rest - 5.0, rest + 1.0);
        jdbc.update("UPDATE work SET due_at = now()");
        assertThat(claims.claim(Map.of())).extracting(Claim::attempts).containsExactly(2);
    }

    @ParameterizedTest
    @CsvSource({"DESCRIBE, 86400", "MEDIA, 86400", "PICTURE, 3600"})
    void isTriedAgainWhereItIsAskedForUnlessItIsQueued(Lane lane, int rest) {
        die(lane);

        queue.askUnlessQueued(List.of(ask(lane, Priority.EVENT, CallCause.EVENT)));

        assertThat(due()).isBetween(rest - 5.0, rest + 1.0);
    }

    @Test
    void restsNoLongerThanThatHoweverOftenItIsWanted() {
        die(Lane.OWN);
        for (int fire = 0; fire < 3; fire++) {
            queue.ask(List.of(ask(Lane.OWN, Priority.AGE, CallCause.STALE)));
            queue.askUnlessQueued(List.of(ask(Lane.OWN, Priority.AGE, CallCause.STALE)));
        }

        assertThat(due()).isBetween(3595.0, 3601.0);
        jdbc.update("UPDATE work SET failed_at = now() - interval '2 h', due_at = 'infinity'");
        queue.ask(List.of(ask(Lane.OWN, Priority.AGE, CallCause.STALE)));
        assertThat(claims.claim(Map.of())).hasSize(1);
    }

    @Test
    void isAskedWithSomethingElseWhereWhatItWasAskedWithFailed() {
        die(Lane.DESCRIBE);

        queue.ask(List.of(
                new WorkRequest("a", "vehicle", Lane.DESCRIBE, "another", Priority.PERSON, CallCause.FORCED, null)));

        assertThat(claims.claim(Map.of())).extracting(Claim::argument).containsExactly("another");
    }

    private void die(Lane lane) {
        queue.ask(List.of(ask(lane, Priority.AGE, CallCause.STALE)));
        queue.fail(claims.claim(Map.of()).get(0), new Failure(Reason.INTERNAL, "no"), true);
        assertThat(jdbc.queryForObject("SELECT due_at = 'infinity' FROM work", Boolean.class))
                .isTrue();
    }

    private static WorkRequest ask(Lane lane, Priority priority, CallCause cause) {
        return new WorkRequest("a", "vehicle", lane, "ask", priority, cause, null);
    }

    private static double due() {
        return jdbc.queryForObject("SELECT extract(epoch FROM due_at - now()) FROM work", Double.class);
    }
}
