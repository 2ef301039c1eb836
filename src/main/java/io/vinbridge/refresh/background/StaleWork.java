package io.vinbridge.refresh.background;

import io.vinbridge.refresh.queue.WorkRequests;
import io.vinbridge.vehicles.ModelDesignation;
import io.vinbridge.vehicles.RequestKeys;
import io.vinbridge.vehicles.documents.StaleDescription;
import io.vinbridge.vehicles.registry.VehicleRegistry;
import io.vinbridge.work.WorkRequest;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.springframework.stereotype.Component;

/** Work requests for stale descriptions. */
@Component
class StaleWork {

    private final WorkRequests asks;
    private final RequestKeys keys;
    private final VehicleRegistry registry;

    StaleWork(WorkRequests asks, RequestKeys keys, VehicleRegistry registry) {
        this.asks = asks;
        this.keys = keys;
        this.registry = registry;
    }

    /** Each key once; none for what is queued already, and for what nobody can be shown any more. */
    Collection<WorkRequest> asks(Collection<StaleDescription> stale) {
        Map<String, WorkRequest> once = new LinkedHashMap<>();
        stale.stream()
                .filter(one -> !one.queued())
                .flatMap(one -> asks(one).stream())
                .forEach(ask -> once.putIfAbsent(ask.key(), ask));
        return once.values();
    }

    private List<WorkRequest> asks(StaleDescription stale) {
        if (!keys.current(stale.key())) {
            return moved(stale.key());
        }
        OptionalInt style = RequestKeys.styleOf(stale.key());
        if (style.isPresent()) {
            return List.of(asks.staleStyle(style.getAsInt()));
        }
        Optional<ModelDesignation> model = RequestKeys.modelOf(stale.key());
        if (model.isPresent()) {
            return List.of(asks.staleModel(model.get()));
        }
        return stale.vin() == null ? List.of() : List.of(asks.stale(stale.key(), stale.vin()));
    }

    /**
     * Under a key of other settings nothing is asked: its vehicles move to the keys of the settings as they are now.
     */
    private List<WorkRequest> moved(String key) {
        return registry.moveFrom(key, WorkRequests.correlationId()).stream()
                .map(vehicle -> asks.stale(vehicle.requestKey(), vehicle.vin()))
                .toList();
    }
}
