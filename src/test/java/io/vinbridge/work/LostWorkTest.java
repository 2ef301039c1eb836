package io.vinbridge.work;

import static org.assertj.core.api.Assertions.assertThat;

import io.vinbridge.deadletters.DeadLetterChannel;
import io.vinbridge.testing.TestServers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Work that ends each node that takes it in hand, such as a picture that fills the heap: it is put aside, and nothing
 * else is.
 */
class LostWorkTest {

    private static JdbcTemplate jdbc;
    private static Claims claims;

    private final WorkQueue queue = new WorkQueue(
            JdbcClient.create(jdbc),
            WorkSettingsOfTests.USUAL,
            new WorkDeadLetters(JdbcClient.create(jdbc), new DeadLetterChannel(JdbcClient.create(jdbc))));

    @BeforeAll
    static void migrate() {
        jdbc = new JdbcTemplate(new DriverManagerDataSource(
                TestServers.migratedDatabase(), TestServers.postgres().user(), ""));
        claims = new Claims(jdbc);
    }

    @BeforeEach
    void empty() {
        jdbc.update("DELETE FROM work");
        jdbc.update("DELETE FROM dead_letters");
        jdbc.update("DELETE FROM budget");
    }

    @Test
    void isPutAsideAfterTheSecondNodeWithALetterAndNoCallCounted() {
        ask("poison", Lane.DESCRIBE);
        for (int node = 1; node <= 2; node++) {
            assertThat(claim()).singleElement().matches(claim -> !claim.endsNodes());
            loseAll();
        }

        Claim third = claim().get(0);
        assertThat(third.endsNodes()).isTrue();
        queue.putAside(third);

        loseAll();
        assertThat(claim()).isEmpty();
        assertThat(jdbc.queryForObject("SELECT subject || ' ' || reason FROM dead_letters", String.class))
                .isEqualTo("poison INTERNAL");
        assertThat(jdbc.queryForObject("SELECT spent FROM budget", Long.class))
                .as("calls of the two nodes that were lost")
                .isEqualTo(2);
    }

    @Test
    void isFoundAmongManyWhileNothingInnocentIsPutAside() {
        for (int poison : List.of(0, 11, 24)) {
            empty();
            ask("free", Lane.PICTURE);
            IntStream.range(0, 25).forEach(i -> ask("k" + i, Lane.PICTURE));
            Map<String, Boolean> settled = new HashMap<>();
            int nodes = 0;
            for (int round = 0; round < 100 && settled.size() < 26; round++) {
                List<Claim> inHand = claim();
                Map<Boolean, List<Claim>> parted = inHand.stream().collect(Collectors.partitioningBy(Claim::endsNodes));
                parted.get(true).forEach(queue::putAside);
                parted.get(true).forEach(claim -> settled.put(claim.key(), false));
                if (parted.get(false).stream().anyMatch(claim -> claim.key().equals("k" + poison))) {
                    nodes++;
                    loseAll();
                } else {
                    parted.get(false).forEach(queue::finish);
                    parted.get(false).forEach(claim -> settled.put(claim.key(), true));
                }
            }

            assertThat(settled).hasSize(26).containsEntry("k" + poison, false);
            assertThat(settled.values()).filteredOn(done -> !done).hasSize(1);
            assertThat(nodes).as("nodes that it ended").isEqualTo(3);
        }
    }

    @Test
    void holdsUpNothingThatIsNotSuspected() {
        IntStream.range(0, 25).forEach(i -> ask("k" + i, Lane.DESCRIBE));
        claim();
        loseAll();
        ask("free", Lane.DESCRIBE);

        List<Claim> again = claim();
        assertThat(again).hasSize(11).extracting(Claim::key).contains("free");
        assertThat(claim()).isEmpty();

        again.forEach(queue::finish);
        assertThat(claim()).hasSize(10);
    }

    @Test
    void isSuspectedNoMoreOnceANodeOutlivedIt() {
        ask("a", Lane.DESCRIBE);
        claim();
        loseAll();
        queue.handBack(claim().get(0));

        for (int node = 1; node <= 2; node++) {
            assertThat(claim()).singleElement().matches(claim -> !claim.endsNodes());
            loseAll();
        }
    }

    private void ask(String key, Lane lane) {
        queue.ask(List.of(new WorkRequest(key, "vehicle", lane, key, Priority.EVENT, CallCause.MISS, "test")));
    }

    private static List<Claim> claim() {
        return claims.claim(Map.of());
    }

    /** As if the leases of all that is in hand had ended. */
    private static void loseAll() {
        jdbc.update("UPDATE work SET due_at = now() - interval '1 s' WHERE token IS NOT NULL");
    }
}
