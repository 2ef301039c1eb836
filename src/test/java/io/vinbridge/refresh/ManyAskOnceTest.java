package io.vinbridge.refresh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import io.vinbridge.refresh.background.EventRefreshes;
import io.vinbridge.refresh.queue.KeyWaiters;
import io.vinbridge.sandbox.trouble.Dial;
import io.vinbridge.testing.Node;
import io.vinbridge.testing.World;
import io.vinbridge.vehicles.RequestKeys;
import io.vinbridge.vehicles.Vin;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** However many ask at once, on however many nodes, ChromeData is asked once. */
class ManyAskOnceTest {

    private static final World WORLD = World.create();

    /** How soon a caller is told that the database is too busy is not what this is about. */
    private static final String PATIENT = "spring.datasource.hikari.connection-timeout=10000";

    /** What fails in one test is not tried again in another. */
    private static final String FORGETFUL = "vinbridge.work.first-pause=1h";

    /** Whoever stores has given what it found to those who wait, and is about to take the work off the queue. */
    private static final String FINISHES =
            "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE '%finish_claims(%'";

    private static final List<Node> NODES = List.of(WORLD.node(PATIENT, FORGETFUL), WORLD.node(PATIENT, FORGETFUL));

    @AfterEach
    void turnEverythingBack() {
        WORLD.sandbox().reset();
    }

    @AfterAll
    static void close() {
        WORLD.close();
    }

    @Test
    void describesAnUnknownVinOnceForTwoHundredCallersOverTwoNodes() throws Exception {
        String vin = World.freshVin();
        WORLD.sandbox().ads().turn(Dial.LATENCY, 300);

        List<String> answers = atOnce(
                200, caller -> NODES.get(caller % 2).get("/vehicles/" + vin).body());

        assertThat(WORLD.sandbox().ledger().callsForVin(vin)).isEqualTo(1);
        assertThat(Set.copyOf(answers)).hasSize(1);
        assertThat(JsonPath.<String>read(answers.get(0), "$.vin")).isEqualTo(vin);
    }

    @Test
    void describesAPatternOnceForManyOfItsVins() throws Exception {
        String first = World.freshVin();
        WORLD.sandbox().ads().turn(Dial.LATENCY, 300);

        List<String> answers = atOnce(100, caller -> NODES.get(caller % 2)
                .get("/vehicles/" + first.substring(0, 11) + "%06d".formatted(caller))
                .body());

        assertThat(answers).noneMatch(answer -> answer.contains("urn:vinbridge:problem"));
        assertThat(WORLD.sandbox().ledger().callsForVin(first)).isEqualTo(1);
    }

    @Test
    void tellsEachVehicleOfAKnownPatternByTheRequestThatAskedForItThoughManyAreWrittenTogether() throws Exception {
        String first = World.freshVin();
        NODES.get(0).get("/vehicles/" + first);

        List<String> histories = atOnce(60, caller -> {
            String path = "/vehicles/" + first.substring(0, 11) + "1%05d".formatted(caller);
            NODES.get(caller % 2).get(path, "X-Correlation-Id", "caller-" + caller);
            return NODES.get(caller % 2).get(path + "/history").body();
        });

        for (int caller = 0; caller < histories.size(); caller++) {
            assertThat(JsonPath.<List<String>>read(histories.get(caller), "$.items[*].correlationId"))
                    .containsExactly("caller-" + caller);
        }
    }

    @Test
    void describesAVehicleThatAnEventBringsWhileItsPatternIsBeingStored() throws Exception {
        String vin = World.freshVin();
        Vin sibling = new Vin(vin.substring(0, 11) + "654321");
        Node node = NODES.get(0);
        JdbcTemplate jdbc = node.bean(JdbcTemplate.class);
        WORLD.sandbox().ads().turn(Dial.LATENCY, 500);
        CompletableFuture<Integer> asked =
                CompletableFuture.supplyAsync(() -> node.get("/vehicles/" + vin).statusCode());
        await().until(() -> WORLD.sandbox().ledger().callsForVin(vin) == 1);

        try (Connection ledger = jdbc.getDataSource().getConnection()) {
            ledger.setAutoCommit(false);
            ledger.createStatement().execute("LOCK TABLE ledger IN SHARE MODE");
            await().until(() -> jdbc.queryForObject(FINISHES, Long.class) == 1);
            EventRefreshes events = node.bean(EventRefreshes.class);
            events.register(List.of(sibling), null);
            events.ask(List.of(new EventRefreshes.Wish(sibling, false, null)), Duration.ZERO);
            ledger.rollback();
        }

        assertThat(asked.get(30, TimeUnit.SECONDS)).isEqualTo(200);
        await().until(() -> jdbc.queryForObject(
                        "SELECT count(*) FROM vehicles WHERE vin = ? AND document IS NOT NULL",
                        Long.class,
                        sibling.value())
                == 1);
        assertThat(WORLD.sandbox().ledger().callsForVin(vin)).isEqualTo(1);
    }

    @Test
    void goesOnWaitingWhereWhoeverAskedIsToldOfALookThatEndedBefore() throws Exception {
        String vin = World.freshVin();
        Node node = NODES.get(0);
        WORLD.sandbox().ads().turn(Dial.LATENCY, 1000);
        CompletableFuture<Integer> asked =
                CompletableFuture.supplyAsync(() -> node.get("/vehicles/" + vin).statusCode());
        await().until(() -> WORLD.sandbox().ledger().callsForVin(vin) == 1);

        node.bean(KeyWaiters.class).settled(node.bean(RequestKeys.class).describing(new Vin(vin)));

        assertThat(asked.get(30, TimeUnit.SECONDS)).isEqualTo(200);
        assertThat(WORLD.sandbox().ledger().callsForVin(vin)).isEqualTo(1);
    }

    @Test
    void tellsAllWhoWaitThatItIsNotCarried() throws Exception {
        String vin = "1HD1KB4117YA12345";
        WORLD.sandbox().ads().turn(Dial.LATENCY, 300);

        List<Integer> statuses = atOnce(
                50, caller -> NODES.get(caller % 2).get("/vehicles/" + vin).statusCode());

        assertThat(statuses).containsOnly(404);
        assertThat(WORLD.sandbox().ledger().callsForVin(vin)).isEqualTo(1);
    }

    @Test
    void tellsAllWhoWaitWhatWentWrong() throws Exception {
        String vin = World.freshVin();
        WORLD.sandbox().ads().turn(Dial.LATENCY, 300).turn(Dial.HTML, 1);

        List<Integer> statuses = atOnce(
                50, caller -> NODES.get(caller % 2).get("/vehicles/" + vin).statusCode());

        assertThat(statuses).containsOnly(502);
        assertThat(WORLD.sandbox().ledger().callsForVin(vin)).isEqualTo(1);
    }

    @Test
    void listsTheGalleryOfAStyleOnce() throws Exception {
        String vin = "1HGCV1F33LAA12345";
        WORLD.sandbox().media().turn(Dial.LATENCY, 300);

        List<String> answers = atOnce(50, caller -> NODES.get(caller % 2)
                .get("/vehicles/" + vin + "/media")
                .body());

        int style = JsonPath.read(answers.get(0), "$.styleId");
        assertThat(Set.copyOf(answers)).hasSize(1);
        assertThat(WORLD.sandbox().ledger().calls("style")).isEqualTo(1);
        assertThat(WORLD.sandbox().ledger().callsForStyle(style)).isEqualTo(1);
    }

    @Test
    void describesEachPatternOfOverlappingBatchesOnce() throws Exception {
        List<String> patterns = IntStream.range(0, 40)
                .mapToObj(at -> World.freshVin().substring(0, 11))
                .toList();

        List<Integer> statuses = atOnce(8, caller -> NODES.get(caller % 2)
                .post("/lookups", vins(patterns, caller))
                .statusCode());

        assertThat(statuses).containsOnly(200);
        assertThat(WORLD.sandbox().ledger().calls("describeVehicle")).isEqualTo(patterns.size());
    }

    @Test
    void keepsToTheLimitOfCallsUnderWay() throws Exception {
        WORLD.sandbox().ads().turn(Dial.LATENCY, 100);

        atOnce(60, caller -> NODES.get(0).get("/vehicles/" + World.freshVin()).statusCode());

        assertThat(WORLD.sandbox().ledger().underWayAtMost()).isBetween(2, 30);
    }

    private static String vins(List<String> patterns, int serial) {
        return patterns.stream()
                .map(pattern -> "\"" + pattern + "%06d\"".formatted(serial))
                .collect(Collectors.joining(",", "{\"vins\":[", "]}"));
    }

    private static <T> List<T> atOnce(int callers, Asking<T> asking) throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(callers);
        try {
            List<Callable<T>> calls = IntStream.range(0, callers)
                    .<Callable<T>>mapToObj(caller -> () -> asking.as(caller))
                    .toList();
            List<Future<T>> answers = threads.invokeAll(calls);
            List<T> all = new ArrayList<>();
            for (Future<T> answer : answers) {
                all.add(answer.get());
            }
            return all;
        } finally {
            threads.shutdownNow();
        }
    }

    private interface Asking<T> {
        T as(int caller);
    }
}
