package io.vinbridge.refresh.background;

import io.vinbridge.refresh.queue.WorkRequests;
import io.vinbridge.vehicles.RequestKeys;
import io.vinbridge.vehicles.Vin;
import io.vinbridge.vehicles.registry.StoredVehicle;
import io.vinbridge.vehicles.registry.VehicleRegistry;
import io.vinbridge.vehicles.registry.Vehicles;
import io.vinbridge.work.WorkQueue;
import io.vinbridge.work.WorkRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Looks at ChromeData that events want, as few as possible: vehicles of one request key share one, as do events about
 * one vehicle.
 */
@Component
public class EventRefreshes {

    private final Vehicles vehicles;
    private final VehicleRegistry registry;
    private final RequestKeys keys;
    private final WorkQueue queue;
    private final WorkRequests asks;

    EventRefreshes(Vehicles vehicles, VehicleRegistry registry, RequestKeys keys, WorkQueue queue, WorkRequests asks) {
        this.vehicles = vehicles;
        this.registry = registry;
        this.keys = keys;
        this.queue = queue;
        this.asks = asks;
    }

    /** That a vehicle be described; {@code again} where a new fetch is wanted though it is. */
    public record Wish(Vin vin, boolean again, String correlationId) {}

    /**
     * Writes down vehicles that nobody asked for yet, and puts those of other settings under the keys of these; what is
     * known of their pattern is theirs at once.
     */
    public void register(Collection<Vin> vins, String correlationId) {
        if (!vins.isEmpty()) {
            registry.ensureRegistered(vins, correlationId);
        }
    }

    /**
     * Asks for the fetches that are needed, in the caller's transaction: a first one of what is not described, and of
     * what is another if it is wanted and the last one is older than {@code after}.
     */
    public void ask(Collection<Wish> wishes, Duration after) {
        Map<Vin, StoredVehicle> known = found(wishes.stream().map(Wish::vin).toList());
        Instant old = Instant.now().minus(after);
        List<WorkRequest> first = new ArrayList<>();
        List<WorkRequest> again = new ArrayList<>();
        for (Wish wish : wishes) {
            StoredVehicle vehicle = known.get(wish.vin());
            if (vehicle == null) {
                continue;
            }
            boolean answered = vehicle.look() != null
                    && (vehicle.described() || vehicle.look().notCarried());
            if (!answered) {
                first.add(asks.ofEvent(key(vehicle), wish.vin(), wish.correlationId()));
            } else if (wish.again() && vehicle.look().at().isBefore(old)) {
                again.add(asks.ofEvent(key(vehicle), wish.vin(), wish.correlationId()));
            }
        }
        queue.askUnlessQueued(once(first));
        queue.ask(once(again));
    }

    private Map<Vin, StoredVehicle> found(Collection<Vin> vins) {
        return vehicles.find(vins).stream().collect(Collectors.toMap(StoredVehicle::vin, Function.identity()));
    }

    /** The key it is described under; nothing is asked under one of other settings. */
    private String key(StoredVehicle vehicle) {
        return keys.current(vehicle.requestKey()) ? vehicle.requestKey() : keys.describing(vehicle.vin());
    }

    private static Collection<WorkRequest> once(List<WorkRequest> asks) {
        return asks.stream()
                .collect(Collectors.toMap(WorkRequest::key, Function.identity(), (one, other) -> one))
                .values();
    }
}
