package io.vinbridge.refresh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import io.vinbridge.sandbox.trouble.Dial;
import io.vinbridge.testing.Node;
import io.vinbridge.testing.World;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** A run puts no more keys into the queue than its window has room for, and what is gone by its turn is left out. */
class RunFeedingTest {

    private static final World WORLD = World.create();
    private static final Node NODE = WORLD.node("vinbridge.refresh.carry-on=50", "vinbridge.refresh.window=5");
    private static int pattern = 81_000;

    private final int first = pattern += 20;
    private final JdbcTemplate jdbc = NODE.bean(JdbcTemplate.class);

    @AfterAll
    static void close() {
        WORLD.close();
    }

    @BeforeEach
    void reset() {
        WORLD.sandbox().reset();
    }

    @Test
    void keepsToTheWindowHoweverManyVehiclesShareItsKeys() {
        WORLD.sandbox().ads().turn(Dial.LATENCY, 5_000);
        String run = begin(vins(12, 2).stream().collect(Collectors.joining("\",\"", "{\"vins\":[\"", "\"]}")));

        await().until(() -> asked(run) > 0);

        assertThat(asked(run)).isBetween(1, 5);
        WORLD.sandbox().reset();
        String finished = finished(run);
        assertThat(JsonPath.<Integer>read(finished, "$.done")).isEqualTo(24);
        assertThat(JsonPath.<Integer>read(finished, "$.calls")).isEqualTo(12);
    }

    @Test
    void bringsNoVehicleBackThatWasDeletedBeforeItsTurn() {
        List<String> vins = vins(8, 1);
        vins.forEach(
                vin -> assertThat(NODE.get("/vehicles/" + vin).statusCode()).isEqualTo(200));
        jdbc.update("UPDATE vehicles SET make = 'Deleted' WHERE vin = ANY (?)", (Object) vins.toArray(String[]::new));
        WORLD.sandbox().ads().turn(Dial.LATENCY, 5_000);
        String run = begin("{\"make\":\"deleted\"}");
        await().until(() -> asked(run) > 0);
        String waiting = jdbc.queryForList(
                        "SELECT subject FROM refresh_items WHERE run_id = ?::uuid AND request_key IS NULL",
                        String.class,
                        run)
                .get(0);

        assertThat(NODE.send(NODE.request("/api/v1/vehicles/" + waiting).DELETE())
                        .statusCode())
                .isEqualTo(204);
        WORLD.sandbox().reset();

        String finished = finished(run);
        assertThat(JsonPath.<Integer>read(finished, "$.total")).isEqualTo(7);
        assertThat(JsonPath.<Integer>read(finished, "$.done")).isEqualTo(7);
        assertThat(jdbc.queryForList("SELECT 1 FROM vehicles WHERE vin = ?", waiting))
                .isEmpty();
        assertThat(jdbc.queryForList("SELECT kind FROM changes WHERE vin = ? ORDER BY at", String.class, waiting))
                .endsWith("vehicle.removed");
    }

    @Test
    void endsWhereAVehicleWasDeletedAfterItsTurnAndItsWorkIsNobodysAnyMore() {
        List<String> vins = vins(3, 1);
        WORLD.sandbox().ads().turn(Dial.LATENCY, 5_000);
        String run = begin(vins.stream().collect(Collectors.joining("\",\"", "{\"vins\":[\"", "\"]}")));
        await().until(() -> asked(run) == 3);
        String deleted = vins.get(1);
        String key = jdbc.queryForObject("SELECT request_key FROM vehicles WHERE vin = ?", String.class, deleted);

        assertThat(NODE.send(NODE.request("/api/v1/vehicles/" + deleted).DELETE())
                        .statusCode())
                .isEqualTo(204);
        jdbc.update("DELETE FROM work WHERE request_key = ?", key);
        WORLD.sandbox().reset();

        String finished = finished(run);
        assertThat(JsonPath.<Integer>read(finished, "$.total")).isEqualTo(2);
        assertThat(JsonPath.<Integer>read(finished, "$.done")).isEqualTo(2);
        assertThat(JsonPath.<Integer>read(finished, "$.failed")).isZero();
    }

    private List<String> vins(int patterns, int each) {
        return IntStream.range(0, patterns)
                .boxed()
                .flatMap(at -> IntStream.range(0, each).mapToObj(serial -> World.vin(first + at, serial)))
                .toList();
    }

    private static String begin(String selection) {
        HttpResponse<String> begun = NODE.post("/refreshes", selection);
        assertThat(begun.statusCode()).as(begun.body()).isEqualTo(202);
        return JsonPath.read(begun.body(), "$.id");
    }

    private static String finished(String run) {
        await().until(() -> NODE.get("/refreshes/" + run).body().contains("COMPLETED"));
        return NODE.get("/refreshes/" + run).body();
    }

    private int asked(String run) {
        return jdbc.queryForObject(
                "SELECT count(*) FROM refresh_items WHERE run_id = ?::uuid AND asked", Integer.class, run);
    }
}
