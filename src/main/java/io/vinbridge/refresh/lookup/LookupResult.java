package io.vinbridge.refresh.lookup;

import io.vinbridge.failures.Failure;
import io.vinbridge.vehicles.Vin;
import io.vinbridge.vehicles.registry.StoredVehicle;

/** One of many look-ups: the vehicle, or the failure, and the other null. */
public record LookupResult(Vin vin, StoredVehicle vehicle, Failure failure) {

    static LookupResult of(StoredVehicle vehicle) {
        return new LookupResult(vehicle.vin(), vehicle, null);
    }
}
