package io.vinbridge.refresh.lookup;

import io.vinbridge.database.DatabaseUnavailable;
import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;
import io.vinbridge.refresh.RefreshSettings;
import io.vinbridge.refresh.queue.WorkRequests;
import io.vinbridge.vehicles.RequestKeys;
import io.vinbridge.vehicles.Vin;
import io.vinbridge.vehicles.registry.RegisteredVin;
import io.vinbridge.vehicles.registry.StaleIfErrorCache;
import io.vinbridge.vehicles.registry.StoredVehicle;
import io.vinbridge.vehicles.registry.VehicleRegistry;
import io.vinbridge.vehicles.registry.Vehicles;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

/** Read-through of vehicles by VIN. */
@Component
class VehicleReadThrough implements Refreshable<Vin, StoredVehicle> {

    private static final Duration OFFERED_TIMEOUT = Duration.ofSeconds(2);

    private final Vehicles vehicles;
    private final StaleIfErrorCache lastServed;
    private final VehicleRegistry registry;
    private final GroupRegistration registrations;
    private final RequestKeys keys;
    private final WorkRequests asks;
    private final StandIns standIns;
    private final ReadSideEffects serving;
    private final RefreshSettings settings;

    VehicleReadThrough(
            Vehicles vehicles,
            StaleIfErrorCache lastServed,
            VehicleRegistry registry,
            GroupRegistration registrations,
            RequestKeys keys,
            WorkRequests asks,
            StandIns standIns,
            ReadSideEffects serving,
            RefreshSettings settings) {
        this.vehicles = vehicles;
        this.lastServed = lastServed;
        this.registry = registry;
        this.registrations = registrations;
        this.keys = keys;
        this.asks = asks;
        this.standIns = standIns;
        this.serving = serving;
        this.settings = settings;
    }

    @Override
    public StoredVehicle find(Vin vin) {
        return find(vin, false);
    }

    @Override
    public StoredVehicle findAnyway(Vin vin) {
        return find(vin, true);
    }

    private StoredVehicle find(Vin vin, boolean anyway) {
        try {
            StoredVehicle found = vehicles.find(vin).orElse(null);
            StoredVehicle vehicle = found == null ? null : served(standIns.answer(found, anyway), anyway);
            return vehicle == null ? null : serving.vehicle(vehicle);
        } catch (DatabaseUnavailable e) {
            return lastServed.vehicle(vin).orElseThrow(() -> e);
        }
    }

    @Override
    public StoredVehicle recall(Vin vin) {
        return vehicles.find(vin)
                .filter(vehicle -> vehicle.described() || vehicle.stoodInFor() || vehicle.offered())
                .map(serving::seen)
                .orElseThrow(() -> new Failure(Reason.NOT_FOUND, "There is no such vehicle here"));
    }

    @Override
    public PendingLookup wanted(Vin vin) {
        List<RegisteredVin> waiting = registrations.waiting(vin).stream().toList();
        return new PendingLookup(asks.vehicles(waiting), timeout(waiting));
    }

    /** Who can be told what a dealer says waits only a moment for the description. */
    private Duration timeout(List<RegisteredVin> waiting) {
        boolean offered = waiting.stream().anyMatch(RegisteredVin::offered);
        return offered && OFFERED_TIMEOUT.compareTo(settings.lookupTimeout()) < 0
                ? OFFERED_TIMEOUT
                : settings.lookupTimeout();
    }

    @Override
    public PendingLookup renewed(Vin vin) {
        StoredVehicle vehicle = vehicles.find(vin).orElse(null);
        if (vehicle == null || !answered(vehicle)) {
            return wanted(vin);
        }
        return new PendingLookup(List.of(asks.forced(key(vehicle), vin)), settings.lookupTimeout());
    }

    /** True if there is an answer that a new fetch could change; that it is not carried is one too. */
    private boolean answered(StoredVehicle vehicle) {
        return vehicle.described() || (vehicle.look() != null && keys.current(vehicle.requestKey()));
    }

    /** The key it is described under; one of other settings is left for good. */
    private String key(StoredVehicle vehicle) {
        if (keys.current(vehicle.requestKey())) {
            return vehicle.requestKey();
        }
        return registry.move(List.of(vehicle.vin()), WorkRequests.correlationId())
                .get(0)
                .requestKey();
    }

    /**
     * Null where there is nothing to serve yet, or a description is about to come: {@code anyway} where nobody waits
     * for that any more.
     */
    private StoredVehicle served(StoredVehicle vehicle, boolean anyway) {
        if (vehicle.described()
                || vehicle.stoodInFor()
                || (vehicle.offered() && (anyway || vehicle.missing().settled()))) {
            return vehicle;
        }
        if (vehicle.look() != null && vehicle.look().notCarried()) {
            throw standIns.notCarried(vehicle);
        }
        return null;
    }
}
