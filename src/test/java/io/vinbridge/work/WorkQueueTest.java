package io.vinbridge.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vinbridge.deadletters.DeadLetter;
import io.vinbridge.deadletters.DeadLetter.Filter;
import io.vinbridge.deadletters.DeadLetterChannel;
import io.vinbridge.deadletters.DeadLetters;
import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;
import io.vinbridge.testing.TestServers;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/** The queue's promises: one row for each key, one holder for each row, and no result from whoever lost it. */
class WorkQueueTest {

    private static final WorkSettings SETTINGS = WorkSettingsOfTests.USUAL;
    private static String url;
    private static JdbcTemplate jdbc;
    private static Claims claims;

    private final List<Object> told = new ArrayList<>();
    private final DeadLetters letters = new DeadLetters(JdbcClient.create(jdbc), told::add);
    private final WorkDeadLetters dead =
            new WorkDeadLetters(JdbcClient.create(jdbc), new DeadLetterChannel(JdbcClient.create(jdbc)));
    private final WorkQueue queue = new WorkQueue(JdbcClient.create(jdbc), SETTINGS, dead);
    private final KeyStatuses standings = new KeyStatuses(JdbcClient.create(jdbc));

    @BeforeAll
    static void migrate() {
        url = TestServers.migratedDatabase();
        DriverManagerDataSource database =
                new DriverManagerDataSource(url, TestServers.postgres().user(), "");
        jdbc = new JdbcTemplate(database);
        claims = new Claims(jdbc);
    }

    @BeforeEach
    void empty() {
        jdbc.update("DELETE FROM work");
        jdbc.update("DELETE FROM dead_letters");
    }

    @Test
    void keepsOneRowForAKeyAndTheHighestPriorityAskedFor() {
        queue.ask(List.of(ask("a", Priority.AGE, CallCause.STALE)));
        queue.ask(List.of(ask("a", Priority.PERSON, CallCause.MISS)));
        queue.ask(List.of(ask("a", Priority.EVENT, CallCause.EVENT)));

        assertThat(jdbc.queryForList("SELECT priority FROM work", Integer.class))
                .containsExactly(0);
    }

    @Test
    void handsOutTheMostUrgentFirst() {
        queue.ask(List.of(ask("age", Priority.AGE, CallCause.STALE), ask("build", Priority.BUILD, CallCause.BUILD)));
        queue.ask(
                List.of(ask("event", Priority.EVENT, CallCause.EVENT), ask("person", Priority.PERSON, CallCause.MISS)));

        assertThat(Stream.generate(() -> claim(1, "30 s").get(0).key()).limit(4))
                .containsExactly("person", "event", "build", "age");
    }

    /**
     * A queue is planned for while it is empty; then it has the pages of all that came and went since the last vacuum.
     */
    @Test
    void handsOutAndTakesBackByItsIndexesThoughItHasButOneRow() {
        JdbcTemplate one = new JdbcTemplate(
                new SingleConnectionDataSource(url, TestServers.postgres().user(), "", true));
        TransactionTemplate transaction =
                new TransactionTemplate(new DataSourceTransactionManager(one.getDataSource()));
        queue.ask(List.of(ask("a", Priority.PERSON, CallCause.MISS)));

        Long scans = transaction.execute(status -> {
            Claim claim = new Claims(one).claim(Map.of()).get(0);
            new WorkQueue(JdbcClient.create(one), SETTINGS, dead).finish(Map.of(claim, WorkResult.EQUAL));
            return one.queryForObject(
                    "SELECT seq_scan FROM pg_stat_xact_user_tables WHERE relname = 'work'", Long.class);
        });

        assertThat(scans).isZero();
        assertThat(jdbc.queryForObject("SELECT count(*) FROM work", Long.class)).isZero();
    }

    @Test
    void handsOutEveryRowOnceHoweverManyClaim() {
        queue.ask(IntStream.range(0, 300)
                .mapToObj(at -> ask("k" + at, Priority.PERSON, CallCause.MISS))
                .toList());

        List<String> claimed = IntStream.range(0, 60)
                .parallel()
                .mapToObj(at -> claim(5, "30 s"))
                .flatMap(List::stream)
                .map(Claim::key)
                .toList();

        assertThat(claimed).hasSize(300).doesNotHaveDuplicates();
    }

    @Test
    void refusesTheResultOfAClaimThatWasLost() {
        queue.ask(List.of(ask("a", Priority.PERSON, CallCause.MISS)));
        Claim lost = claim(1, "-1 s").get(0);
        Claim held = claim(1, "30 s").get(0);

        assertThatThrownBy(() -> queue.finish(lost))
                .isInstanceOf(LeaseLost.class)
                .hasMessage("the claim on a was lost: its lease ran out");
        queue.fail(lost, new Failure(Reason.UPSTREAM_UNAVAILABLE, "late"), true);
        assertThat(jdbc.queryForObject("SELECT failure FROM work", String.class))
                .isNull();

        queue.finish(held);
        assertThat(jdbc.queryForObject("SELECT count(*) FROM work", Long.class)).isZero();
    }

    @Test
    void renewsWhatIsHeldAndNothingElse() {
        queue.ask(List.of(ask("a", Priority.PERSON, CallCause.MISS), ask("b", Priority.PERSON, CallCause.MISS)));
        List<Claim> lost = claim(2, "-1 s");
        List<Claim> held = claim(1, "-1 s");

        queue.renew(lost);
        queue.renew(held);

        assertThat(claim(5, "30 s"))
                .extracting(Claim::key)
                .doesNotContain(held.get(0).key());
    }

    @Test
    void letsFailedWorkRestLongerEachTimeAndNoLongerThanItMay() {
        queue.ask(List.of(ask("a", Priority.AGE, CallCause.STALE)));
        double previous = 0;
        for (int attempt = 1; attempt <= 3; attempt++) {
            jdbc.update("UPDATE work SET due_at = now() - interval '1 s'");
            Claim claim = claim(1, "30 s").get(0);
            assertThat(claim.attempts()).isEqualTo(attempt);
            queue.fail(claim, new Failure(Reason.UPSTREAM_UNAVAILABLE, "down"), true);
            double rest = rest();
            assertThat(rest).isBetween(10 * Math.pow(2, attempt - 1) * 0.74, 10 * Math.pow(2, attempt - 1) * 1.26);
            assertThat(rest).isGreaterThan(previous * 1.1);
            previous = rest;
        }
        jdbc.update("UPDATE work SET attempts = 50, due_at = now() - interval '1 s'");
        queue.fail(claim(1, "30 s").get(0), new Failure(Reason.UPSTREAM_UNAVAILABLE, "down"), true);
        assertThat(rest()).isLessThanOrEqualTo(3600 * 1.26);
    }

    @Test
    void restsAsLongAsTheUpstreamAsked() {
        queue.ask(List.of(ask("a", Priority.PERSON, CallCause.MISS)));

        queue.fail(
                claim(1, "30 s").get(0),
                new Failure(Reason.UPSTREAM_UNAVAILABLE, "later", Duration.ofMinutes(5)),
                true);

        assertThat(rest()).isGreaterThan(300);
    }

    @Test
    void isTriedSoonerForAPersonButNotAtOnce() {
        queue.ask(List.of(ask("a", Priority.AGE, CallCause.STALE)));
        Claim claim = claim(1, "30 s").get(0);
        queue.fail(claim, new Failure(Reason.UPSTREAM_UNAVAILABLE, "down", Duration.ofHours(1)), true);

        queue.ask(List.of(ask("a", Priority.PERSON, CallCause.MISS)));

        assertThat(rest()).isBetween(3.0, 5.0);
    }

    @Test
    void isDoneOnceMoreWhereALookWasForcedWhileItWasUnderWay() {
        queue.ask(List.of(
                ask("missed", Priority.PERSON, CallCause.MISS), ask("forced", Priority.PERSON, CallCause.MISS)));
        List<Claim> claims = claim(2, "30 s");
        queue.ask(List.of(
                ask("missed", Priority.PERSON, CallCause.MISS), ask("forced", Priority.PERSON, CallCause.FORCED)));

        claims.forEach(queue::finish);

        assertThat(claim(5, "30 s")).extracting(Claim::key).containsExactly("forced");
    }

    @Test
    void tellsHowKeysStand() {
        queue.ask(List.of(ask("queued", Priority.AGE, CallCause.MISS), ask("failed", Priority.PERSON, CallCause.MISS)));
        queue.fail(claim(1, "30 s").get(0), new Failure(Reason.UPSTREAM_MALFORMED, "nonsense"), true);

        List<KeyStatus> standing = standings.settled(List.of("queued", "failed", "settled"));

        assertThat(standing).extracting(KeyStatus::key).containsExactlyInAnyOrder("failed", "settled");
        assertThat(standing).filteredOn(one -> one.key().equals("failed")).allSatisfy(one -> {
            assertThat(one.failure().reason()).isEqualTo(Reason.UPSTREAM_MALFORMED);
            assertThat(one.failure()).hasMessage("nonsense");
            assertThat(one.failure().retryAfter()).isPresent();
        });
    }

    @Test
    void becomesADeadLetterAfterItsLastAttemptAndComesBackWhenItIsReplayed() {
        queue.ask(List.of(ask("a", Priority.AGE, CallCause.STALE)));
        for (int attempt = 1; attempt <= 3; attempt++) {
            assertThat(letters.list(Filter.ALL, Long.MAX_VALUE, 10)).isEmpty();
            jdbc.update("UPDATE work SET due_at = now()");
            queue.fail(claim(1, "30 s").get(0), new Failure(Reason.UPSTREAM_MALFORMED, "nonsense"), true);
        }

        DeadLetter letter = letters.list(Filter.ALL, Long.MAX_VALUE, 10).get(0);
        assertThat(letter)
                .extracting(DeadLetter::source, DeadLetter::subject, DeadLetter::body, DeadLetter::attempts)
                .containsExactly("work", "a", "vehicle ask of a", 3);
        assertThat(claim(5, "30 s")).isEmpty();
        assertThat(standings.settled(List.of("a")).get(0).failure().retryAfter())
                .isEmpty();

        letters.replay(letter.id());
        dead.replay((DeadLetter.Replayed) told.get(0));

        assertThat(letters.list(Filter.ALL, Long.MAX_VALUE, 10)).isEmpty();
        assertThat(claim(5, "30 s")).extracting(Claim::attempts).containsExactly(1);
    }

    @Test
    void isTriedOnceMoreThoughItIsDeadWhereANewLookIsWanted() {
        queue.ask(List.of(ask("a", Priority.AGE, CallCause.STALE)));
        jdbc.update("UPDATE work SET attempts = 2");
        queue.fail(claim(1, "30 s").get(0), new Failure(Reason.UPSTREAM_MALFORMED, "nonsense"), true);

        queue.ask(List.of(ask("a", Priority.AGE, CallCause.STALE)));
        assertThat(claim(1, "30 s")).isEmpty();
        queue.ask(List.of(ask("a", Priority.BUILD, CallCause.BUILD)));

        assertThat(claim(1, "30 s")).extracting(Claim::attempts).containsExactly(4);
    }

    @Test
    void takesTheLetterOffOnceAPersonsAttemptSucceeds() {
        queue.ask(List.of(ask("a", Priority.AGE, CallCause.STALE)));
        jdbc.update("UPDATE work SET attempts = 2");
        queue.fail(claim(1, "30 s").get(0), new Failure(Reason.UPSTREAM_MALFORMED, "nonsense"), true);
        jdbc.update("UPDATE work SET failed_at = now() - interval '1 h'");

        queue.ask(List.of(ask("a", Priority.PERSON, CallCause.MISS)));
        queue.finish(claim(1, "30 s").get(0));

        assertThat(letters.list(Filter.ALL, Long.MAX_VALUE, 10)).isEmpty();
    }

    @Test
    void doesNotComeCloserToItsLastAttemptWhereItWasHeldBack() {
        queue.ask(List.of(ask("a", Priority.AGE, CallCause.STALE)));
        for (int time = 0; time < 10; time++) {
            jdbc.update("UPDATE work SET due_at = now()");
            queue.fail(claim(1, "30 s").get(0), new Failure(Reason.UPSTREAM_UNAVAILABLE, "held back"), false);
        }

        assertThat(jdbc.queryForObject("SELECT attempts FROM work", Integer.class))
                .isZero();
    }

    @Test
    void isNotHandedToANodeThatWouldAskUnderOtherSettings() {
        queue.ask(List.of(
                ask("describe:7c:US:en:0:1HGCY2F6_PA", Priority.AGE, CallCause.STALE),
                ask("describe:7a:US:en:0:style:7", Priority.AGE, CallCause.STALE),
                ask("gallery:7", Priority.AGE, CallCause.STALE)));

        List<Claim> old = claims.claim(Map.of("settings", "7a:US:en:0"));
        List<Claim> later = claims.claim(Map.of("settings", "7c:US:en:0"));

        assertThat(old).extracting(Claim::key).containsExactlyInAnyOrder("describe:7a:US:en:0:style:7", "gallery:7");
        assertThat(later).extracting(Claim::key).containsExactly("describe:7c:US:en:0:1HGCY2F6_PA");
    }

    @Test
    void claimsWhatAKilledNodeHadBeforeWhatHasWaitedLonger() {
        queue.ask(List.of(ask("in hand", Priority.AGE, CallCause.STALE)));
        claim(1, "0 s");
        queue.ask(
                List.of(ask("waiting", Priority.AGE, CallCause.STALE), ask("asked", Priority.PERSON, CallCause.MISS)));
        jdbc.update("UPDATE work SET due_at = now() - interval '1 h' WHERE request_key = 'waiting'");

        assertThat(Stream.generate(() -> claim(1, "30 s").get(0).key()).limit(3))
                .containsExactly("asked", "in hand", "waiting");
    }

    @Test
    void letsWhatIsLostAgainAndAgainWaitItsTurnAsItMayBeWhatKillsNodes() {
        queue.ask(List.of(ask("deadly", Priority.AGE, CallCause.STALE), ask("waiting", Priority.AGE, CallCause.STALE)));
        jdbc.update("UPDATE work SET due_at = now() - interval '1 h' WHERE request_key = 'deadly'");

        assertThat(Stream.generate(() -> claim(1, "0 s").get(0).key()).limit(4))
                .containsExactly("deadly", "deadly", "deadly", "waiting");
    }

    @Test
    void answersByOneLookWhatWasAskedForBeforeItBegan() {
        queue.ask(List.of(ask("a", Priority.PERSON, CallCause.MISS)));
        claim(1, "0 s");
        queue.ask(List.of(ask("a", Priority.PERSON, CallCause.FORCED)));

        claim(1, "30 s").forEach(queue::finish);

        assertThat(jdbc.queryForList("SELECT request_key FROM work", String.class))
                .isEmpty();
    }

    @Test
    void doesNotWaitForARowThatSomebodyTouches() throws Exception {
        queue.ask(List.of(ask("a", Priority.PERSON, CallCause.MISS), ask("b", Priority.AGE, CallCause.STALE)));
        try (Connection touching = jdbc.getDataSource().getConnection()) {
            touching.setAutoCommit(false);
            touching.createStatement().execute("SELECT FROM work WHERE request_key = 'a' FOR UPDATE");

            assertThat(CompletableFuture.supplyAsync(() -> claim(5, "30 s")).get(10, TimeUnit.SECONDS))
                    .extracting(Claim::key)
                    .containsExactly("b");
        }
        assertThat(claim(5, "30 s")).extracting(Claim::key).containsExactly("a");
    }

    private static WorkRequest ask(String key, Priority priority, CallCause cause) {
        return new WorkRequest(key, "vehicle", Lane.DESCRIBE, "ask of " + key, priority, cause, null);
    }

    private static List<Claim> claim(int room, String lease) {
        return claims.claim(Map.of("room", room, "lease", lease));
    }

    private static double rest() {
        return jdbc.queryForObject("SELECT extract(epoch FROM due_at - now()) FROM work", Double.class);
    }
}
