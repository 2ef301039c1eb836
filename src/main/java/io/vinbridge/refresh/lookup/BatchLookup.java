package io.vinbridge.refresh.lookup;

import io.vinbridge.database.DatabaseUnavailable;
import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;
import io.vinbridge.refresh.RefreshSettings;
import io.vinbridge.refresh.queue.WorkRequests;
import io.vinbridge.vehicles.Vin;
import io.vinbridge.vehicles.registry.RegisteredVin;
import io.vinbridge.vehicles.registry.StaleIfErrorCache;
import io.vinbridge.vehicles.registry.StoredVehicle;
import io.vinbridge.vehicles.registry.VehicleRegistry;
import io.vinbridge.vehicles.registry.Vehicles;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.camel.Body;
import org.apache.camel.Variable;
import org.springframework.stereotype.Component;

/** Finds many vehicles in a few statements, whatever their number. */
@Component
class BatchLookup {

    private static final String TOO_MUCH =
            "What dealers say of the vehicles of this batch is too much for one answer; ask for fewer";

    private final Vehicles vehicles;
    private final StaleIfErrorCache lastServed;
    private final VehicleRegistry registry;
    private final WorkRequests asks;
    private final StandIns standIns;
    private final ReadSideEffects serving;
    private final RefreshSettings settings;

    BatchLookup(
            Vehicles vehicles,
            StaleIfErrorCache lastServed,
            VehicleRegistry registry,
            WorkRequests asks,
            StandIns standIns,
            ReadSideEffects serving,
            RefreshSettings settings) {
        this.vehicles = vehicles;
        this.lastServed = lastServed;
        this.registry = registry;
        this.asks = asks;
        this.standIns = standIns;
        this.serving = serving;
        this.settings = settings;
    }

    /** The look-ups so far: what is found, and the rest. */
    record Progress(Map<Vin, LookupResult> found, Map<Vin, RegisteredVin> waiting) {}

    Progress begin(@Body Collection<Vin> vins) {
        Map<Vin, LookupResult> found = new HashMap<>();
        Map<Vin, RegisteredVin> waiting = new HashMap<>();
        find(vins, found, false);
        Set<Vin> missing = vins.stream().filter(vin -> !found.containsKey(vin)).collect(Collectors.toSet());
        if (!missing.isEmpty()) {
            registry.register(missing, WorkRequests.correlationId()).stream()
                    .filter(vehicle -> !vehicle.described())
                    .forEach(vehicle -> waiting.put(vehicle.vin(), vehicle));
        }
        return new Progress(found, waiting);
    }

    PendingLookup wanted(@Variable("batch") Progress batch) {
        return new PendingLookup(asks.vehicles(batch.waiting().values()), settings.batchLookupTimeout());
    }

    /** Completes the batch once its keys are settled, or not; every VIN has an entry. */
    Map<Vin, LookupResult> complete(
            @Variable("vins") Collection<Vin> vins,
            @Variable("batch") Progress batch,
            @Body Map<String, Failure> failures) {
        Map<Vin, LookupResult> found = batch.found();
        find(vins.stream().filter(vin -> !found.containsKey(vin)).toList(), found, true);
        for (Vin vin : vins) {
            found.computeIfAbsent(vin, missing -> new LookupResult(missing, null, failure(missing, batch, failures)));
        }
        return found;
    }

    /** {@code anyway} where nobody waits for a description any more. */
    private void find(Collection<Vin> vins, Map<Vin, LookupResult> found, boolean anyway) {
        if (vins.isEmpty()) {
            return;
        }
        try {
            findStored(vins, found, anyway);
        } catch (DatabaseUnavailable e) {
            vins.forEach(vin -> found.put(
                    vin,
                    lastServed.vehicle(vin).map(LookupResult::of).orElseGet(() -> new LookupResult(vin, null, e))));
        }
    }

    private void findStored(Collection<Vin> vins, Map<Vin, LookupResult> found, boolean anyway) {
        for (StoredVehicle vehicle : standIns.answer(vehicles.find(vins), anyway)) {
            if (vehicle.cut()) {
                found.put(vehicle.vin(), new LookupResult(vehicle.vin(), null, new Failure(Reason.BUSY, TOO_MUCH)));
                continue;
            }
            boolean offered = vehicle.offered()
                    && (anyway
                            || (vehicle.missing() != null && vehicle.missing().settled()));
            if (vehicle.described() || vehicle.stoodInFor() || offered) {
                found.put(vehicle.vin(), LookupResult.of(serving.vehicle(vehicle)));
            } else if (vehicle.look() != null && vehicle.look().notCarried()) {
                found.put(vehicle.vin(), new LookupResult(vehicle.vin(), null, standIns.notCarried(vehicle)));
            }
        }
    }

    private static Failure failure(Vin vin, Progress batch, Map<String, Failure> failures) {
        RegisteredVin waiting = batch.waiting().get(vin);
        Failure failure = waiting == null ? null : failures.get(waiting.requestKey());
        return failure == null ? new Failure(Reason.PENDING, "Still being looked up") : failure;
    }
}
