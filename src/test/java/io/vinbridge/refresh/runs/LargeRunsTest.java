package io.vinbridge.refresh.runs;

import static org.assertj.core.api.Assertions.assertThat;

import io.vinbridge.testing.Node;
import io.vinbridge.testing.World;
import io.vinbridge.vehicles.RequestKeys;
import io.vinbridge.vehicles.Vin;
import io.vinbridge.vehicles.registry.RegisteredVin;
import io.vinbridge.vehicles.registry.VehicleRegistry;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** What a run does for one item costs no more where it has many. */
class LargeRunsTest {

    private static final World WORLD = World.create();
    private static final Node NODE = WORLD.node();
    private static final int PART = 2_000;
    private static final int PATTERN = 300_000;

    private final JdbcTemplate jdbc = NODE.bean(JdbcTemplate.class);

    @AfterAll
    static void close() {
        WORLD.close();
    }

    @Test
    void writesVehiclesOfTwoThousandKnownPatternsDownLikeThoseOfOne() {
        RequestKeys keys = NODE.bean(RequestKeys.class);
        Vin first = new Vin(World.vin(PATTERN, 1));
        assertThat(NODE.get("/vehicles/" + first).statusCode()).isEqualTo(200);
        List<Vin> ofOne = vins(0, 1, 2);
        List<Vin> ofMany = vins(1, 0, 1);
        jdbc.update("""
                INSERT INTO descriptions (request_key, outcome, document, service, styles)
                SELECT said.key, outcome, document, service, styles FROM descriptions, unnest(?::text[]) AS said (key)
                WHERE request_key = ?""", ofMany.stream().map(keys::describing).toArray(String[]::new), keys.describing(first));

        NODE.bean(TransactionTemplate.class).executeWithoutResult(transaction -> {
            untilItsPlanIsKept();
            Duration one = taken(() -> register(ofOne));
            Duration many = taken(() -> register(ofMany));

            assertThat(many).isLessThan(one.multipliedBy(4));
        });
    }

    /**
     * The driver prepares what came five times, and PostgreSQL keeps the plan of what was prepared and came five times
     * more.
     */
    private static void untilItsPlanIsKept() {
        IntStream.range(0, 20).forEach(n -> NODE.bean(VehicleRegistry.class)
                .register(List.of(new Vin(World.vin(PATTERN - 1 - n, 1))), "single"));
    }

    @Test
    void looksForItemsOfFormerSettingsWithoutReadingAllOthers() {
        RunFeeder feeder = NODE.bean(RunFeeder.class);
        Run small = paused(10);
        Run large = paused(200_000);
        feeder.underNewSettings(small);
        feeder.underNewSettings(large);

        Duration few = taken(() -> IntStream.range(0, 50).forEach(step -> feeder.underNewSettings(small)));
        Duration many = taken(() -> IntStream.range(0, 50).forEach(step -> feeder.underNewSettings(large)));

        assertThat(many).isLessThan(few.multipliedBy(10));
    }

    /** A run that nobody carries on, of so many vehicles that are not counted yet. */
    private Run paused(int items) {
        UUID id = UUID.randomUUID();
        jdbc.update("""
                INSERT INTO refresh_runs (id, state, cause, selection, selection_hash, correlation_id, planned, total)
                VALUES (?, 'PAUSED', 'forced', '{"all":true}', ?, 'large', true, ?)""", id, id.toString(), items);
        jdbc.update("""
                INSERT INTO refresh_items (run_id, subject, request_key, asked)
                SELECT ?, 'V' || n, 'describe:' || n % 1000, n < 1000 FROM generate_series(1, ?) AS n""", id, items);
        return NODE.bean(Runs.class).get(id);
    }

    private static void register(List<Vin> vins) {
        assertThat(NODE.bean(VehicleRegistry.class).register(vins, "large"))
                .hasSize(PART)
                .allMatch(RegisteredVin::described);
    }

    private static List<Vin> vins(int patterns, int serials, int from) {
        return IntStream.range(0, PART)
                .mapToObj(n -> new Vin(World.vin(PATTERN + patterns * (n + 1), serials * n + from)))
                .toList();
    }

    private static Duration taken(Runnable work) {
        long began = System.nanoTime();
        work.run();
        return Duration.ofNanos(System.nanoTime() - began);
    }
}
