package io.vinbridge.refresh;

import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;
import io.vinbridge.failures.database.DatabaseUnavailable;
import io.vinbridge.vehicles.LastServed;
import io.vinbridge.vehicles.Registered;
import io.vinbridge.vehicles.Registry;
import io.vinbridge.vehicles.RequestKeys;
import io.vinbridge.vehicles.StoredVehicle;
import io.vinbridge.vehicles.Vehicles;
import io.vinbridge.vehicles.Vin;
import java.util.List;
import org.springframework.stereotype.Component;

/** Vehicles by VIN. */
@Component
class VehicleShelf implements Renewable<Vin, StoredVehicle> {

    private final Vehicles vehicles;
    private final LastServed lastServed;
    private final Registry registry;
    private final RequestKeys keys;
    private final Asks asks;
    private final Serving serving;
    private final RefreshSettings settings;

    VehicleShelf(
            Vehicles vehicles,
            LastServed lastServed,
            Registry registry,
            RequestKeys keys,
            Asks asks,
            Serving serving,
            RefreshSettings settings) {
        this.vehicles = vehicles;
        this.lastServed = lastServed;
        this.registry = registry;
        this.keys = keys;
        this.asks = asks;
        this.serving = serving;
        this.settings = settings;
    }

    @Override
    public StoredVehicle find(Vin vin) {
        try {
            StoredVehicle vehicle = vehicles.find(vin).map(VehicleShelf::served).orElse(null);
            return vehicle == null ? null : serving.vehicle(vehicle);
        } catch (DatabaseUnavailable e) {
            return lastServed.vehicle(vin).orElseThrow(() -> e);
        }
    }

    @Override
    public Wanted wanted(Vin vin) {
        List<Registered> waiting = registry.register(List.of(vin), Asks.correlationId()).stream()
                .filter(vehicle -> !vehicle.described())
                .toList();
        return new Wanted(asks.vehicles(waiting), settings.patience());
    }

    @Override
    public Wanted renewed(Vin vin) {
        StoredVehicle vehicle = vehicles.find(vin).orElse(null);
        if (vehicle == null || !answered(vehicle)) {
            return wanted(vin);
        }
        return new Wanted(List.of(asks.forced(key(vehicle), vin)), settings.patience());
    }

    /** Whether there is an answer that a new look could change; that it is not carried is one too. */
    private boolean answered(StoredVehicle vehicle) {
        return vehicle.described() || (vehicle.look() != null && keys.current(vehicle.requestKey()));
    }

    /** The key it is described under; one of other settings is left for good. */
    private String key(StoredVehicle vehicle) {
        if (keys.current(vehicle.requestKey())) {
            return vehicle.requestKey();
        }
        return registry.move(List.of(vehicle.vin()), Asks.correlationId())
                .get(0)
                .requestKey();
    }

    /** Null where there is nothing to serve yet. */
    private static StoredVehicle served(StoredVehicle vehicle) {
        if (vehicle.described()) {
            return vehicle;
        }
        if (vehicle.look() != null && vehicle.look().notCarried()) {
            throw notCarried(vehicle.vin());
        }
        return null;
    }

    static Failure notCarried(Vin vin) {
        return new Failure(Reason.NOT_CARRIED, "ChromeData does not carry " + vin);
    }
}
