package io.vinbridge.work;

import static org.assertj.core.api.Assertions.assertThat;

import io.vinbridge.testing.TestServers;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Whoever asks for a key together with others leaves the queue as if all had asked one after the other, those that want
 * a later fetch before those that take any answer.
 */
class JointRequestsLawsTest {

    private static final WorkSettings SETTINGS = WorkSettingsOfTests.USUAL;

    private static JdbcTemplate jdbc;
    private static TransactionTemplate transaction;
    private static WorkQueue queue;

    @BeforeContainer
    static void migrate() {
        jdbc = new JdbcTemplate(new SingleConnectionDataSource(
                TestServers.migratedDatabase(), TestServers.postgres().user(), "", true));
        transaction = new TransactionTemplate(new DataSourceTransactionManager(jdbc.getDataSource()));
        queue = new WorkQueue(JdbcClient.create(jdbc), SETTINGS, null);
    }

    /** How the row of the key stands before anybody asks; columns of the table {@code work}. */
    enum Standing {
        ABSENT(null),
        WAITING("due_at = now()"),
        IN_HAND("token = 7, due_at = now() + interval '20 s'"),
        RESTING("failed_at = now() - interval '3 s', due_at = now() + interval '40 s'"),
        DEAD("failed_at = now() - interval '2 s', due_at = 'infinity'"),
        DEAD_FOR_LONG("failed_at = now() - interval '2 days', due_at = 'infinity'");

        private final String columns;

        Standing(String columns) {
            this.columns = columns;
        }
    }

    @Property(tries = 300)
    void leaveTheQueueAsIfTheyCameOneByOne(@ForAll Standing standing, @ForAll("requests") List<WorkRequest> requests) {
        assertThat(after(standing, () -> queue.ask(requests))).isEqualTo(after(standing, () -> requests.stream()
                .sorted(Comparator.comparing(one -> one.cause().takesAnyAnswer()))
                .forEach(one -> queue.ask(List.of(one)))));
    }

    private static List<Map<String, Object>> after(Standing standing, Runnable asked) {
        return transaction.execute(status -> {
            status.setRollbackOnly();
            if (standing.columns != null) {
                jdbc.update("""
                        INSERT INTO work (request_key, kind, lane, argument, priority, cause, correlation_id)
                        VALUES ('a', 'vehicle', 2, 'before', 2, 'stale', 'before')
                        """);
                jdbc.update("UPDATE work SET " + standing.columns);
            }
            asked.run();
            return jdbc.queryForList("""
                    SELECT request_key, priority, cause, correlation_id, rerun, token,
                        CASE WHEN isfinite(due_at) THEN (due_at - now())::text ELSE 'never' END AS due
                    FROM work ORDER BY request_key
                    """);
        });
    }

    @Provide
    Arbitrary<List<WorkRequest>> requests() {
        return Combinators.combine(
                        Arbitraries.of("a", "a", "b"), Arbitraries.of(Priority.class), Arbitraries.of(CallCause.class))
                .as((key, priority, cause) ->
                        new WorkRequest(key, "vehicle", Lane.DESCRIBE, "ask of " + key, priority, cause, null))
                .list()
                .ofMinSize(1)
                .ofMaxSize(5)
                .map(JointRequestsLawsTest::told);
    }

    /** Each by an id of its own, so that it is seen whose is kept. */
    private static List<WorkRequest> told(List<WorkRequest> requests) {
        return IntStream.range(0, requests.size())
                .mapToObj(i -> {
                    WorkRequest one = requests.get(i);
                    return new WorkRequest(
                            one.key(), one.kind(), one.lane(), one.argument(), one.priority(), one.cause(), "id-" + i);
                })
                .toList();
    }
}
