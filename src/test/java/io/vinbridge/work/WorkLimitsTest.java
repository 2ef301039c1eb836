package io.vinbridge.work;

import static org.assertj.core.api.Assertions.assertThat;

import io.vinbridge.deadletters.DeadLetterChannel;
import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;
import io.vinbridge.testing.TestServers;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Limits hold for all nodes together, and every call is counted before it is made. */
class WorkLimitsTest {

    private static JdbcTemplate jdbc;
    private static Claims claims;

    private final WorkQueue queue = new WorkQueue(
            JdbcClient.create(jdbc),
            WorkSettingsOfTests.USUAL,
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
        jdbc.execute("TRUNCATE work, budget, ledger, call_holds");
        jdbc.update("UPDATE rate_limit SET tokens = 0");
    }

    @Test
    void keepsTheClusterToItsCallsAtOnceHoweverManyNodesClaim() {
        ask(100, Lane.DESCRIBE, Priority.PERSON);

        List<Claim> held = IntStream.range(0, 20)
                .parallel()
                .mapToObj(node -> claims.claim(Map.of("room", 15, "atOnce", 15)))
                .flatMap(List::stream)
                .toList();

        assertThat(held).hasSize(15);
        queue.finish(held.get(0));
        assertThat(claims.claim(Map.of("room", 15, "atOnce", 15))).hasSize(1);
    }

    @Test
    void keepsRoomForOwnWorkBesideARunOfCalls() {
        ask(100, Lane.DESCRIBE, Priority.BUILD);
        queue.ask(List.of(new WorkRequest("own", "aged", Lane.OWN, "", Priority.AGE, CallCause.STALE, null)));

        assertThat(claims.claim(Map.of("room", 15, "own", 2)))
                .hasSize(16)
                .extracting(Claim::key)
                .contains("own");
        assertThat(claims.claim(Map.of("room", 0, "own", 2))).isEmpty();
    }

    @Test
    void leavesTheRoomOfCallsToCallsHoweverMuchOwnWorkThereIs() {
        ask(5, Lane.DESCRIBE, Priority.AGE);
        for (int i = 0; i < 10; i++) {
            queue.ask(
                    List.of(new WorkRequest("own" + i, "aged", Lane.OWN, "", Priority.PERSON, CallCause.STALE, null)));
        }

        assertThat(claims.claim(Map.of("room", 5, "own", 2)))
                .extracting(Claim::lane)
                .containsOnly(Lane.OWN, Lane.DESCRIBE)
                .hasSize(7);
    }

    @Test
    void notesAllCallsThatWereCountedForAKilledNode() {
        ask(1, Lane.DESCRIBE, Priority.PERSON);
        Claim killed = claims.claim(Map.of()).get(0);
        for (int attempt = 0; attempt < 2; attempt++) {
            jdbc.queryForObject(
                    "SELECT reserve_call(?, ?, true, NULL::integer, NULL::bigint, 0)",
                    Boolean.class,
                    killed.key(),
                    killed.token());
        }
        jdbc.update("UPDATE work SET due_at = now() - interval '1 s'");

        queue.finish(claims.claim(Map.of()).get(0), WorkResult.EQUAL);

        // The call of the second claim was counted and not made.
        assertThat(spent()).isEqualTo(3);
        assertThat(jdbc.queryForObject("SELECT sum(calls) FROM ledger WHERE outcome = 'lost'", Long.class))
                .isEqualTo(3);
    }

    @Test
    void neverHandsOutMoreCallsThanTheDayHasHoweverManyNodesClaim() {
        ask(100, Lane.DESCRIBE, Priority.AGE);
        ask(100, Lane.MEDIA, Priority.AGE);

        List<Claim> held = IntStream.range(0, 20)
                .parallel()
                .mapToObj(node -> claims.claim(Map.of("room", 15, "perDay", 50L)))
                .flatMap(List::stream)
                .toList();

        assertThat(held).hasSize(50);
        assertThat(spent()).isEqualTo(50);
    }

    @Test
    void keepsAPartOfTheDayForPeopleWhoWait() {
        ask(100, Lane.DESCRIBE, Priority.BUILD);
        assertThat(claims.claim(Map.of("perDay", 50L, "forPeople", 10L))).hasSize(40);

        ask(100, Lane.MEDIA, Priority.PERSON);
        assertThat(claims.claim(Map.of("perDay", 50L, "forPeople", 10L)))
                .hasSize(10)
                .allMatch(claim -> claim.priority() == Priority.PERSON);
        assertThat(claims.claim(Map.of("perDay", 50L, "forPeople", 10L))).isEmpty();
    }

    @Test
    void goesOnWithWhatIsNotBilledWhenTheDayIsSpent() {
        ask(10, Lane.DESCRIBE, Priority.PERSON);
        ask(2, Lane.LIST, Priority.AGE);
        ask(2, Lane.OWN, Priority.AGE);

        assertThat(claims.claim(Map.of("perDay", 0L, "room", 5)))
                .extracting(Claim::lane)
                .containsExactlyInAnyOrder(Lane.LIST, Lane.LIST, Lane.OWN, Lane.OWN);
    }

    @Test
    void givesBackTheCallThatWasCountedAndNotMade() {
        ask(3, Lane.DESCRIBE, Priority.PERSON);
        List<Claim> held = claims.claim(Map.of("perDay", 50L));
        held.get(0).calls().incrementAndGet();

        queue.finish(held.get(0), WorkResult.EQUAL);
        queue.finish(held.get(1), WorkResult.EQUAL);
        queue.fail(held.get(2), new Failure(Reason.UPSTREAM_UNAVAILABLE, "held back"), false);

        assertThat(spent()).isEqualTo(1);
        assertThat(outcomes()).containsExactly("equal");
    }

    @Test
    void countsAnotherAttemptOnlyWhileTheDayHasOne() {
        ask(1, Lane.DESCRIBE, Priority.PERSON);
        Claim claim = claims.claim(Map.of("perDay", 3L)).get(0);

        assertThat(reserve(claim, 3L, 1L)).isTrue();
        assertThat(reserve(claim, 3L, 1L)).isFalse();
        assertThat(reserve(claim, 3L, 0L)).isTrue();
        assertThat(reserve(claim, 3L, 0L)).isFalse();
        assertThat(spent()).isEqualTo(3);
    }

    /** It would be paid for, and stand in no ledger. */
    @Test
    void countsNoFurtherAttemptAtWorkThatIsAnothersByNow() {
        ask(1, Lane.DESCRIBE, Priority.PERSON);
        Claim lost = claims.claim(Map.of("lease", "-1 s")).get(0);
        Claim held = claims.claim(Map.of()).get(0);

        assertThat(reserve(lost, 10L, 0L)).isFalse();
        assertThat(spent()).isEqualTo(2);
        queue.finish(held, WorkResult.EQUAL);
        assertThat(reserve(held, 10L, 0L)).isFalse();
        assertThat(spent()).isEqualTo(1);
    }

    @Test
    void neverBeginsMoreCallsInASecondThanItMay() {
        ask(200, Lane.DESCRIBE, Priority.PERSON);
        jdbc.update("UPDATE rate_limit SET filled_at = now() - interval '1 h'");

        long start = System.nanoTime();
        int begun = 0;
        while (begun < 38 && System.nanoTime() - start < Duration.ofSeconds(30).toNanos()) {
            begun += claims.claim(Map.of("perSecond", 20)).size();
        }
        double seconds = (System.nanoTime() - start) / 1e9;

        assertThat((double) begun).isBetween(38.0, 2 + 18 * seconds);
    }

    @Test
    void letsFurtherCallsOfWorkInHandTakeTheirTurnBeforeOtherWorkBegins() {
        ask(2, Lane.DESCRIBE, Priority.PERSON);
        jdbc.update("UPDATE rate_limit SET tokens = 1");
        fillNothingIn();
        Claim claim = claims.claim(Map.of("perSecond", 1)).get(0);

        for (int further = 0; further < 4; further++) {
            fillNothingIn();
            assertThat(reserve(claim, 1, null, 0L)).isTrue();
        }

        fillNothingIn();
        assertThat(reserve(claim, 1, null, 0L)).isFalse();
        assertThat(claims.claim(Map.of("perSecond", 1))).isEmpty();
        assertThat(spent()).isEqualTo(5);
    }

    @Test
    void leavesAServiceAloneThatAskedUsToWait() {
        ask(1, Lane.DESCRIBE, Priority.PERSON);
        ask(1, Lane.MEDIA, Priority.PERSON);
        ask(1, Lane.LIST, Priority.PERSON);
        hold("ads");

        assertThat(claims.claim(Map.of())).extracting(Claim::lane).containsExactly(Lane.MEDIA);
    }

    @Test
    void leavesNoOtherServiceAlone() {
        ask(1, Lane.DESCRIBE, Priority.PERSON);
        ask(1, Lane.LIST, Priority.PERSON);
        hold("cvd");
        Map<String, String> both = Map.of("describers", "ads cvd", "lister", "vss");

        List<Claim> claimed = claims.claim(both);

        assertThat(claimed).extracting(Claim::lane).containsExactlyInAnyOrder(Lane.DESCRIBE, Lane.LIST);
        assertThat(claimed).allMatch(claim -> claim.holds().keySet().equals(Set.of("cvd")));
        ask(2, Lane.DESCRIBE, Priority.PERSON);
        ask(2, Lane.LIST, Priority.PERSON);
        hold("ads");
        assertThat(claims.claim(both)).extracting(Claim::lane).containsOnly(Lane.LIST);
    }

    @Test
    void notesACallThatNobodyKnowsOfWhereItsHolderIsGone() {
        ask(1, Lane.DESCRIBE, Priority.PERSON);
        claims.claim(Map.of("lease", "-1 s"));

        claims.claim(Map.of());

        assertThat(outcomes()).containsExactly("lost");
        assertThat(spent()).isEqualTo(2);
    }

    @Test
    void notesWhatACallCostAndDid() {
        ask(1, Lane.DESCRIBE, Priority.PERSON);
        Claim claim = claims.claim(Map.of()).get(0);
        claim.calls().addAndGet(2);

        queue.finish(claim, new WorkResult(WorkResult.Kind.CHANGED, 7));

        assertThat(jdbc.queryForMap("SELECT day, cause, correlation_id, calls, outcome, vehicles FROM ledger"))
                .containsEntry("day", java.sql.Date.valueOf(today()))
                .containsEntry("cause", "miss")
                .containsEntry("correlation_id", "caller")
                .containsEntry("calls", 2)
                .containsEntry("outcome", "changed")
                .containsEntry("vehicles", 7);
    }

    /** However slow the machine is, the bucket holds what it held. */
    private static void fillNothingIn() {
        jdbc.update("UPDATE rate_limit SET filled_at = now() + interval '1 h'");
    }

    private static void hold(String service) {
        jdbc.update("INSERT INTO call_holds VALUES (?, now() + interval '1 h')", service);
    }

    private void ask(int count, Lane lane, Priority priority) {
        queue.ask(IntStream.range(0, count)
                .mapToObj(at -> new WorkRequest(
                        lane + ":" + priority + ":" + at, "vehicle", lane, "", priority, CallCause.MISS, "caller"))
                .toList());
    }

    private static boolean reserve(Claim claim, long perDay, long kept) {
        return reserve(claim, null, perDay, kept);
    }

    /** Null where there is no such limit. */
    private static boolean reserve(Claim claim, Integer perSecond, Long perDay, long kept) {
        return Boolean.TRUE.equals(jdbc.queryForObject(
                "SELECT reserve_call(?, ?, true, ?::integer, ?::bigint, ?)",
                Boolean.class,
                claim.key(),
                claim.token(),
                perSecond,
                perDay,
                kept));
    }

    private static long spent() {
        return jdbc.queryForObject("SELECT coalesce(sum(spent), 0) FROM budget", Long.class);
    }

    private static List<String> outcomes() {
        return jdbc.queryForList("SELECT outcome FROM ledger", String.class);
    }

    private static LocalDate today() {
        return jdbc.queryForObject("SELECT (now() AT TIME ZONE 'UTC')::date", LocalDate.class);
    }
}
