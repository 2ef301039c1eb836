package io.vinbridge.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vinbridge.failures.Failure;
import io.vinbridge.testing.World;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One connection for lists, so that what a list leaves behind would be the next one's. */
class ListQueriesTest {

    private static final World WORLD = World.create();
    private static final ListQueries LISTS = WORLD.node(
                    "vinbridge.database.lists=1",
                    "vinbridge.database.lists-wait=250ms",
                    "vinbridge.database.lists-limit=500ms")
            .bean(ListQueries.class);

    @AfterAll
    static void stop() {
        WORLD.close();
    }

    @Test
    void keepsPlansButForWhatIsReadByItsValues() {
        List<String> modes = List.of(
                LISTS.read("The first list", ListQueriesTest::planMode),
                LISTS.readByValues("A rare list", ListQueriesTest::planMode),
                LISTS.read("The next list", ListQueriesTest::planMode));

        assertThat(modes).containsExactly("force_generic_plan", "force_custom_plan", "force_generic_plan");
    }

    @Test
    void leavesNothingBehindWhereAListTakesTooLong() {
        assertThatThrownBy(() -> LISTS.readByValues("A rare list", ListQueriesTest::sleep))
                .isInstanceOf(Failure.class)
                .hasMessageStartingWith("A rare list took longer than 500 ms");

        assertThat(LISTS.read("The next list", ListQueriesTest::planMode)).isEqualTo("force_generic_plan");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void refusesAListWhileOthersHaveAllConnections(boolean byValues) throws Exception {
        CountDownLatch reading = new CountDownLatch(1);
        CountDownLatch refused = new CountDownLatch(1);
        ExecutorService other = Executors.newSingleThreadExecutor();
        Future<String> first = other.submit(() -> LISTS.readByValues("The first list", jdbc -> {
            reading.countDown();
            await(refused);
            return planMode(jdbc);
        }));
        reading.await();

        assertThatThrownBy(() -> {
                    if (byValues) {
                        LISTS.readByValues("The next list", ListQueriesTest::planMode);
                    } else {
                        LISTS.read("The next list", ListQueriesTest::planMode);
                    }
                })
                .isInstanceOf(Failure.class)
                .hasMessage("Other lists are being read; The next list was not begun");
        refused.countDown();
        assertThat(first.get()).isEqualTo("force_custom_plan");
        other.shutdown();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String planMode(JdbcClient jdbc) {
        return jdbc.sql("SHOW plan_cache_mode").query(String.class).single();
    }

    private static String sleep(JdbcClient jdbc) {
        return jdbc.sql("SELECT pg_sleep(60)::text").query(String.class).single();
    }
}
