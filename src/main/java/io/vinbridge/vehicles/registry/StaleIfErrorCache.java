package io.vinbridge.vehicles.registry;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vinbridge.database.HeapShare;
import io.vinbridge.vehicles.VehiclesSettings;
import io.vinbridge.vehicles.Vin;
import io.vinbridge.vehicles.documents.LastFetch;
import io.vinbridge.vehicles.documents.StoredDescription;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Stale-if-error cache (RFC 5861) of the last answers to readers, as far as they fit: they are served, as stale, while
 * the database does not answer, and never otherwise. A read costs one look into a map, and a second operation only if
 * the vehicle has changed.
 */
@Component
public class StaleIfErrorCache {

    /** About what a row takes in memory, without the texts that may be long. */
    private static final int ROW = 900;

    private final Cache<Vin, StoredVehicle> vehicles;
    private final Cache<String, StoredDescription> descriptions;

    StaleIfErrorCache(VehiclesSettings settings) {
        long most = HeapShare.of(settings.lastServed(), 16);
        this.vehicles = Caffeine.newBuilder()
                .maximumWeight(most)
                .weigher((Vin vin, StoredVehicle vehicle) -> ROW
                        + length(vehicle.own())
                        + length(vehicle.offers())
                        + length(vehicle.reasons())
                        + length(vehicle.vpic().opinion())
                        + length(vehicle.vpic().standIn())
                        + length(vehicle.vpic().standInCard())
                        + warnings(vehicle.look()))
                .build();
        this.descriptions = Caffeine.newBuilder()
                .maximumWeight(most / 4)
                .weigher((String key, StoredDescription style) -> ROW + warnings(style.look()))
                .build();
    }

    /** Keeps a vehicle that is served, and returns it. */
    public StoredVehicle keep(StoredVehicle vehicle) {
        StoredVehicle last = vehicles.getIfPresent(vehicle.vin());
        if (last == null || last.version() != vehicle.version() || looks(last.look()) != looks(vehicle.look())) {
            vehicles.put(vehicle.vin(), vehicle);
        }
        return vehicle;
    }

    /** It is not served any more. */
    void forget(Vin vin) {
        vehicles.invalidate(vin);
    }

    /** Keeps a description of a style or model that is served, and returns it. */
    public StoredDescription keep(StoredDescription description) {
        StoredDescription last = descriptions.getIfPresent(description.requestKey());
        if (last == null || looks(last.look()) != looks(description.look())) {
            descriptions.put(description.requestKey(), description);
        }
        return description;
    }

    /** The vehicle as it was last served, marked as that; empty where it is not remembered. */
    public Optional<StoredVehicle> vehicle(Vin vin) {
        return Optional.ofNullable(vehicles.getIfPresent(vin)).map(StoredVehicle::asRemembered);
    }

    /** What was last served under a key, marked as that; empty where it is not remembered. */
    public Optional<StoredDescription> description(String requestKey) {
        return Optional.ofNullable(descriptions.getIfPresent(requestKey)).map(StoredDescription::asRemembered);
    }

    private static long looks(LastFetch look) {
        return look == null ? -1 : look.version();
    }

    private static int warnings(LastFetch look) {
        return look == null ? 0 : length(look.warnings());
    }

    private static int length(String text) {
        return text == null ? 0 : text.length();
    }
}
