package io.vinbridge.refresh;

import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;
import io.vinbridge.vehicles.Registered;
import io.vinbridge.vehicles.Registry;
import io.vinbridge.vehicles.StoredVehicle;
import io.vinbridge.vehicles.Vehicles;
import io.vinbridge.vehicles.Vin;
import java.util.List;
import org.springframework.stereotype.Component;

/** Vehicles by VIN. */
@Component
class VehicleShelf implements Shelf<Vin, StoredVehicle> {

    private final Vehicles vehicles;
    private final Registry registry;
    private final Asks asks;
    private final RefreshSettings settings;

    VehicleShelf(Vehicles vehicles, Registry registry, Asks asks, RefreshSettings settings) {
        this.vehicles = vehicles;
        this.registry = registry;
        this.asks = asks;
        this.settings = settings;
    }

    @Override
    public StoredVehicle find(Vin vin) {
        return vehicles.find(vin).map(VehicleShelf::served).orElse(null);
    }

    @Override
    public Wanted wanted(Vin vin) {
        List<Registered> waiting = registry.register(List.of(vin), Asks.correlationId()).stream()
                .filter(vehicle -> !vehicle.described())
                .toList();
        return new Wanted(asks.vehicles(waiting), settings.patience());
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
