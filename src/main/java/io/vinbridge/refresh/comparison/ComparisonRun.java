package io.vinbridge.refresh.comparison;

import io.vinbridge.database.ArrayColumn;
import io.vinbridge.refresh.queue.WorkRequests;
import io.vinbridge.vehicles.Vin;
import io.vinbridge.vehicles.registry.RegisteredVin;
import io.vinbridge.vehicles.registry.VehicleRegistry;
import io.vinbridge.work.CallCause;
import io.vinbridge.work.WorkQueue;
import io.vinbridge.work.WorkRequest;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Comparison of a list of VINs that a person wants once: those that are not described yet are, and then both services
 * are held against each other.
 */
@Component
public class ComparisonRun {

    private static final Duration LONGEST = Duration.ofHours(6);
    private static final Duration PAUSE = Duration.ofMillis(250);

    private final VehicleRegistry registry;
    private final WorkQueue queue;
    private final WorkRequests asks;
    private final JdbcClient jdbc;

    ComparisonRun(VehicleRegistry registry, WorkQueue queue, WorkRequests asks, JdbcClient jdbc) {
        this.registry = registry;
        this.queue = queue;
        this.asks = asks;
        this.jdbc = jdbc;
    }

    /**
     * Compares, one VIN of each pattern, and waits for the end.
     *
     * @param left is told how many are left, now and then
     */
    public void compare(Collection<Vin> vins, LongConsumer left) throws InterruptedException {
        Map<String, Vin> patterns = new LinkedHashMap<>();
        vins.forEach(vin -> patterns.putIfAbsent(vin.pattern(), vin));
        List<RegisteredVin> waiting = registry.register(patterns.values(), WorkRequests.correlationId()).stream()
                .filter(vehicle -> !vehicle.described())
                .toList();
        Collection<WorkRequest> looks = asks.vehicles(waiting);
        queue.ask(looks);
        await(looks.stream().map(WorkRequest::key).toList(), patterns.size(), left);
        List<WorkRequest> comparisons = patterns.values().stream()
                .map(vin -> ComparisonSample.request(vin, CallCause.FORCED, WorkRequests.correlationId()))
                .toList();
        queue.ask(comparisons);
        await(comparisons.stream().map(WorkRequest::key).toList(), 0, left);
    }

    private void await(List<String> keys, int later, LongConsumer left) throws InterruptedException {
        long deadline = System.nanoTime() + LONGEST.toNanos();
        long now = left(keys);
        while (now > 0 && System.nanoTime() < deadline) {
            left.accept(now + later);
            Thread.sleep(PAUSE.toMillis());
            now = left(keys);
        }
    }

    /** How many are in the queue, but those that were given up. */
    private long left(List<String> keys) {
        return jdbc.sql("SELECT count(*) FROM work WHERE request_key = ANY (:keys) AND due_at < 'infinity'")
                .param("keys", ArrayColumn.TEXT.of(keys))
                .query(Long.class)
                .single();
    }
}
