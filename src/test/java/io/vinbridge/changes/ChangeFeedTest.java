package io.vinbridge.changes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import io.vinbridge.testing.Node;
import io.vinbridge.testing.World;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Who reads the feed on from its cursor sees every committed change once, in one order, from any node. */
class ChangeFeedTest {

    private static final World WORLD = World.create();
    private static final Node NODE = WORLD.node();
    private static final Node OTHER = WORLD.node();
    private static final JdbcTemplate JDBC = NODE.bean(JdbcTemplate.class);

    @AfterAll
    static void close() {
        WORLD.close();
    }

    @Test
    void tellsWhatHappenedToAVehicleAndWhichFieldsDiffer() {
        String start = next(NODE.get("/changes?after=now"));
        append("VIN1", "test.told", List.of(new FieldChange("price.msrp", 100, 120)), "cause-1");

        await().until(() -> count(NODE.get("/changes?after=" + start)) == 1);
        String part = NODE.get("/changes?after=" + start).body();

        assertThat(JsonPath.<String>read(part, "$.items[0].vin")).isEqualTo("VIN1");
        assertThat(JsonPath.<String>read(part, "$.items[0].kind")).isEqualTo("test.told");
        assertThat(JsonPath.<String>read(part, "$.items[0].fields[0].name")).isEqualTo("price.msrp");
        assertThat(JsonPath.<Integer>read(part, "$.items[0].fields[0].from")).isEqualTo(100);
        assertThat(JsonPath.<Integer>read(part, "$.items[0].fields[0].to")).isEqualTo(120);
        assertThat(JsonPath.<String>read(part, "$.items[0].correlationId")).isEqualTo("cause-1");
        assertThat(JsonPath.<String>read(part, "$.items[0].cursor")).isEqualTo(JsonPath.read(part, "$.next"));
        assertThat(JsonPath.<Boolean>read(part, "$.more")).isFalse();
    }

    @Test
    void givesWhereTheReaderStandsWhereThereIsNothingNew() {
        String end = next(NODE.get("/changes?after=now"));

        assertThat(next(NODE.get("/changes?after=" + end + "&kind=test.never"))).isEqualTo(end);
        assertThat(end).matches("c[0-9]+");
    }

    @Test
    void showsOnlyWhatPassesTheFilterAndGoesOnPastTheRest() {
        String start = next(NODE.get("/changes?after=now"));
        String vin = World.freshVin();
        String another = World.freshVin();
        append(vin, "test.one", List.of(), null);
        append(vin, "test.two", List.of(), null);
        append(another, "test.one", List.of(), null);
        await().until(() -> count(NODE.get("/changes?after=" + start)) == 3);

        HttpResponse<String> ofKind = NODE.get("/changes?kind=test.one&after=" + start);
        HttpResponse<String> ofVehicle = NODE.get("/changes?vin=" + vin + "&after=" + start);

        assertThat(JsonPath.<List<String>>read(ofKind.body(), "$.items[*].vin")).containsExactly(vin, another);
        assertThat(JsonPath.<List<String>>read(ofVehicle.body(), "$.items[*].kind"))
                .containsExactly("test.one", "test.two");
        assertThat(next(ofVehicle)).isEqualTo(next(NODE.get("/changes?after=" + start)));
        assertThat(count(NODE.get("/changes?kind=test.one&kind=test.two&after=" + start)))
                .isEqualTo(3);
    }

    @Test
    void refusesACursorThatItNeverGave() {
        for (String cursor : List.of("17", "c-1", "Y2hhbmdlcw", "c99999999999999999999")) {
            HttpResponse<String> refused = NODE.get("/changes?after=" + cursor);

            assertThat(refused.statusCode()).as(cursor).isEqualTo(400);
            assertThat(refused.body()).contains("The cursor is none that the change feed gave");
        }
        HttpResponse<String> ahead = NODE.get("/changes?after=c900000000000000000");
        assertThat(ahead.statusCode()).isEqualTo(400);
        assertThat(ahead.body()).contains("ahead of the change feed");
    }

    @Test
    void saysThatAReaderMissedWhatIsForgotten() {
        try (World world = World.create()) {
            Node node = world.node();
            JdbcTemplate jdbc = node.bean(JdbcTemplate.class);
            jdbc.update("INSERT INTO changes (vin, kind) SELECT 'OLD', 'test.old' FROM generate_series(1, 5)");
            await().until(() -> count(node.get("/changes")) == 5);
            jdbc.update("DELETE FROM changes WHERE position <= 3");

            HttpResponse<String> missed = node.get("/changes?after=c2");

            assertThat(missed.statusCode()).isEqualTo(410);
            assertThat(missed.body()).contains("urn:vinbridge:problem:gone");
            assertThat(count(node.get("/changes?after=c3"))).isEqualTo(2);
            assertThat(count(node.get("/changes"))).isEqualTo(2);

            jdbc.update("DELETE FROM changes");
            assertThat(node.get("/changes?after=c4").statusCode()).isEqualTo(410);
            assertThat(next(node.get("/changes"))).isEqualTo("c5");
            assertThat(node.get("/changes?after=c5").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void holdsNobodyUpBehindALongTransactionAndMissesNothingOfIt() throws Exception {
        String start = next(NODE.get("/changes?after=now"));
        CountDownLatch written = new CountDownLatch(1);
        CountDownLatch commit = new CountDownLatch(1);
        ExecutorService writer = Executors.newSingleThreadExecutor();
        Future<?> slow =
                writer.submit((Callable<Object>) () -> transaction(NODE).execute(status -> {
                    append("SLOW", "test.long", List.of(), null);
                    written.countDown();
                    awaitOpen(commit);
                    return null;
                }));
        written.await();
        append("QUICK", "test.long", List.of(), null);
        await().until(() -> count(NODE.get("/changes?kind=test.long&after=" + start)) == 1);
        HttpResponse<String> first = OTHER.get("/changes?kind=test.long&after=" + start);
        commit.countDown();
        slow.get();
        writer.shutdown();

        assertThat(JsonPath.<List<String>>read(first.body(), "$.items[*].vin")).containsExactly("QUICK");
        await().until(() -> count(OTHER.get("/changes?after=" + next(first))) == 1);
        assertThat(JsonPath.<List<String>>read(
                        OTHER.get("/changes?after=" + next(first)).body(), "$.items[*].vin"))
                .containsExactly("SLOW");
    }

    @Test
    void givesReadersExactlyWhatManyWritersCommittedOnTwoNodes() throws Exception {
        String start = next(NODE.get("/changes?after=now"));
        int writers = 6;
        int transactions = 60;
        ExecutorService pool = Executors.newFixedThreadPool(writers);
        List<Future<Integer>> committed = new ArrayList<>();
        for (int w = 0; w < writers; w++) {
            int writer = w;
            committed.add(pool.submit(() -> write(writer % 2 == 0 ? NODE : OTHER, writer, transactions)));
        }
        List<String> seen = new ArrayList<>();
        String cursor = start;
        int expected = 0;
        while (!committed.stream().allMatch(Future::isDone)) {
            cursor = readOn(cursor, seen);
        }
        for (Future<Integer> one : committed) {
            expected += one.get();
        }
        pool.shutdown();
        int all = expected;
        String[] reader = {cursor};
        await().untilAsserted(() -> {
            reader[0] = readOn(reader[0], seen);
            assertThat(seen).hasSize(all);
        });

        Set<String> stored =
                new HashSet<>(JDBC.queryForList("SELECT id::text FROM changes WHERE kind = 'test.many'", String.class));
        assertThat(seen).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(stored);
        assertThat(JDBC.queryForObject(
                        "SELECT (SELECT count(*) FROM changes WHERE position IS NOT NULL) = (SELECT head FROM feed_head)",
                        Boolean.class))
                .as("places have no gaps")
                .isTrue();
    }

    /** Transactions of several changes, of which every fifth is rolled back; the number of changes committed. */
    private static int write(Node node, int writer, int transactions) {
        ChangeLog log = node.bean(ChangeLog.class);
        int committed = 0;
        for (int i = 0; i < transactions; i++) {
            int size = 1 + i % 7;
            boolean lost = i % 5 == 4;
            String vin = "W" + writer + "T" + i;
            transaction(node).executeWithoutResult(status -> {
                for (int c = 0; c < size; c++) {
                    log.append(List.of(new ChangedVehicle(vin + c, null)), "test.many", List.of(), null);
                }
                if (lost) {
                    status.setRollbackOnly();
                }
            });
            committed += lost ? 0 : size;
        }
        return committed;
    }

    private static String readOn(String cursor, List<String> seen) {
        String part =
                OTHER.get("/changes?kind=test.many&limit=37&after=" + cursor).body();
        seen.addAll(JsonPath.read(part, "$.items[*].id"));
        return JsonPath.read(part, "$.next");
    }

    private static void append(String vin, String kind, List<FieldChange> fields, String correlationId) {
        NODE.bean(ChangeLog.class).append(List.of(new ChangedVehicle(vin, null)), kind, fields, correlationId);
    }

    private static TransactionTemplate transaction(Node node) {
        return new TransactionTemplate(node.bean(PlatformTransactionManager.class));
    }

    private static void awaitOpen(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static int count(HttpResponse<String> part) {
        return JsonPath.<Integer>read(part.body(), "$.items.length()");
    }

    private static String next(HttpResponse<String> part) {
        return JsonPath.read(part.body(), "$.next");
    }
}
