package io.vinbridge.refresh;

import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;
import io.vinbridge.failures.database.DatabaseUnavailable;
import io.vinbridge.vehicles.LastServed;
import io.vinbridge.vehicles.Registered;
import io.vinbridge.vehicles.Registry;
import io.vinbridge.vehicles.StoredVehicle;
import io.vinbridge.vehicles.Vehicles;
import io.vinbridge.vehicles.Vin;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.camel.Body;
import org.apache.camel.Variable;
import org.springframework.stereotype.Component;

/** Finds many vehicles in a few statements, whatever their number. */
@Component
class VehicleBatch {

    private final Vehicles vehicles;
    private final LastServed lastServed;
    private final Registry registry;
    private final Asks asks;
    private final Serving serving;
    private final RefreshSettings settings;

    VehicleBatch(
            Vehicles vehicles,
            LastServed lastServed,
            Registry registry,
            Asks asks,
            Serving serving,
            RefreshSettings settings) {
        this.vehicles = vehicles;
        this.lastServed = lastServed;
        this.registry = registry;
        this.asks = asks;
        this.serving = serving;
        this.settings = settings;
    }

    /** The look-ups so far: what is found, and the keys under which the rest are described. */
    record Progress(Map<Vin, FoundVehicle> found, Map<Vin, String> waiting) {}

    Progress begin(@Body Collection<Vin> vins) {
        Map<Vin, FoundVehicle> found = new HashMap<>();
        Map<Vin, String> waiting = new HashMap<>();
        find(vins, found);
        Set<Vin> missing = vins.stream().filter(vin -> !found.containsKey(vin)).collect(Collectors.toSet());
        if (!missing.isEmpty()) {
            List<Registered> registered = registry.register(missing, Asks.correlationId());
            registered.stream()
                    .filter(vehicle -> !vehicle.described())
                    .forEach(vehicle -> waiting.put(vehicle.vin(), vehicle.requestKey()));
        }
        return new Progress(found, waiting);
    }

    Wanted wanted(@Variable("batch") Progress batch) {
        List<Registered> waiting = batch.waiting().entrySet().stream()
                .map(entry -> new Registered(entry.getKey(), entry.getValue(), false))
                .toList();
        return new Wanted(asks.vehicles(waiting), settings.batchPatience());
    }

    /** What is found now that the keys are settled, or not; every VIN of the batch has an entry. */
    Map<Vin, FoundVehicle> complete(
            @Variable("vins") Collection<Vin> vins,
            @Variable("batch") Progress batch,
            @Body Map<String, Failure> failures) {
        Map<Vin, FoundVehicle> found = batch.found();
        find(vins.stream().filter(vin -> !found.containsKey(vin)).toList(), found);
        for (Vin vin : vins) {
            found.computeIfAbsent(vin, missing -> new FoundVehicle(missing, null, failure(missing, batch, failures)));
        }
        return found;
    }

    private void find(Collection<Vin> vins, Map<Vin, FoundVehicle> found) {
        if (vins.isEmpty()) {
            return;
        }
        try {
            findStored(vins, found);
        } catch (DatabaseUnavailable e) {
            vins.forEach(vin -> found.put(
                    vin,
                    lastServed.vehicle(vin).map(FoundVehicle::of).orElseGet(() -> new FoundVehicle(vin, null, e))));
        }
    }

    private void findStored(Collection<Vin> vins, Map<Vin, FoundVehicle> found) {
        for (StoredVehicle vehicle : vehicles.find(vins)) {
            if (vehicle.described()) {
                found.put(vehicle.vin(), FoundVehicle.of(serving.vehicle(vehicle)));
            } else if (vehicle.look() != null && vehicle.look().notCarried()) {
                found.put(vehicle.vin(), new FoundVehicle(vehicle.vin(), null, VehicleShelf.notCarried(vehicle.vin())));
            }
        }
    }

    private static Failure failure(Vin vin, Progress batch, Map<String, Failure> failures) {
        Failure failure = failures.get(batch.waiting().get(vin));
        return failure == null ? new Failure(Reason.PENDING, "Still being looked up") : failure;
    }
}
