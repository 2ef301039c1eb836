package io.vinbridge.refresh.lookup;

import io.vinbridge.gallery.Galleries;
import io.vinbridge.gallery.listing.StoredGallery;
import io.vinbridge.refresh.background.ReadCounter;
import io.vinbridge.refresh.background.StaleWhileRevalidate;
import io.vinbridge.refresh.queue.WorkRequests;
import io.vinbridge.vehicles.RequestKeys;
import io.vinbridge.vehicles.documents.StoredDescription;
import io.vinbridge.vehicles.registry.StaleIfErrorCache;
import io.vinbridge.vehicles.registry.StoredVehicle;
import io.vinbridge.work.WorkRequest;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Side effects of a read: it is counted, and a stale answer is refreshed behind the reader, who waits for neither. */
@Component
class ReadSideEffects {

    private final ReadCounter reads;
    private final StaleWhileRevalidate behind;
    private final WorkRequests asks;
    private final RequestKeys keys;
    private final StaleIfErrorCache lastServed;

    ReadSideEffects(
            ReadCounter reads,
            StaleWhileRevalidate behind,
            WorkRequests asks,
            RequestKeys keys,
            StaleIfErrorCache lastServed) {
        this.reads = reads;
        this.behind = behind;
        this.asks = asks;
        this.keys = keys;
        this.lastServed = lastServed;
    }

    StoredVehicle vehicle(StoredVehicle vehicle) {
        reads.note(vehicle.requestKey());
        seen(vehicle);
        if (vehicle.stale()) {
            refresh(vehicle);
        }
        return lastServed.keep(vehicle);
    }

    /** Of what is only recalled, no more than that it was seen. */
    StoredVehicle seen(StoredVehicle vehicle) {
        reads.note(vehicle.vin());
        return vehicle;
    }

    /** Of a style or model; {@code anew} asks for it again. */
    StoredDescription description(StoredDescription description, Supplier<WorkRequest> anew) {
        reads.note(description.requestKey());
        if (description.look().stale() && behind.due(description.requestKey())) {
            behind.want(anew.get());
        }
        return lastServed.keep(description);
    }

    StoredGallery gallery(StoredGallery gallery) {
        if (gallery.stale() && behind.due(Galleries.key(gallery.styleId()))) {
            behind.want(asks.staleGallery(gallery.styleId()));
        }
        return gallery;
    }

    /** Once for all VINs of a key; under a key of other settings each VIN is to be moved by itself. */
    private void refresh(StoredVehicle vehicle) {
        String key = vehicle.requestKey();
        if (behind.due(keys.current(key) ? key : vehicle.vin().value())) {
            behind.want(asks.stale(key, vehicle.vin()));
        }
    }
}
