package io.vinbridge.refresh;

import io.vinbridge.failures.Failure;
import io.vinbridge.vehicles.StoredVehicle;
import io.vinbridge.vehicles.Vin;

/** One of many look-ups: the vehicle, or the failure, and the other null. */
public record FoundVehicle(Vin vin, StoredVehicle vehicle, Failure failure) {

    static FoundVehicle of(StoredVehicle vehicle) {
        return new FoundVehicle(vehicle.vin(), vehicle, null);
    }
}
