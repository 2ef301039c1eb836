package io.vinbridge.refresh.lookup;

import io.vinbridge.failures.Failure;
import io.vinbridge.refresh.queue.WorkRequests;
import io.vinbridge.vehicles.UncarriedVin;
import io.vinbridge.vehicles.Vin;
import io.vinbridge.vehicles.documents.LastFetch;
import io.vinbridge.vehicles.opinions.VehicleOpinions;
import io.vinbridge.vehicles.registry.StoredVehicle;
import io.vinbridge.vehicles.registry.Vehicles;
import io.vinbridge.vpic.FreeDecode;
import io.vinbridge.vpic.edition.VpicSettings;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * NHTSA's data in the place of descriptions that are not there and do not come: a stand-in, or the VIN that was perhaps
 * meant.
 */
@Component
class StandIns {

    private final VehicleOpinions opinions;
    private final Vehicles vehicles;
    private final FreeDecode decode;
    private final VpicSettings settings;

    StandIns(VehicleOpinions opinions, Vehicles vehicles, FreeDecode decode, VpicSettings settings) {
        this.opinions = opinions;
        this.vehicles = vehicles;
        this.decode = decode;
        this.settings = settings;
    }

    /** The vehicle with its stand-in, if it has none and there is no use in waiting for a description. */
    StoredVehicle answer(StoredVehicle vehicle, boolean anyway) {
        if (!wanting(vehicle, anyway)) {
            return opinions.compared(vehicle);
        }
        opinions.standInFor(List.of(vehicle.vin()), WorkRequests.correlationId());
        return vehicles.find(vehicle.vin()).orElse(vehicle);
    }

    /** The same for many, in no order. */
    Collection<StoredVehicle> answer(Collection<StoredVehicle> found, boolean anyway) {
        List<Vin> wanting = found.stream()
                .filter(vehicle -> wanting(vehicle, anyway))
                .map(StoredVehicle::vin)
                .toList();
        opinions.standInFor(wanting, WorkRequests.correlationId());
        var answered =
                vehicles.find(wanting).stream().collect(Collectors.toMap(StoredVehicle::vin, Function.identity()));
        return found.stream()
                .map(vehicle -> answered.getOrDefault(vehicle.vin(), vehicle))
                .map(opinions::compared)
                .toList();
    }

    /** That ChromeData does not carry a vehicle, with which one was perhaps meant. */
    Failure notCarried(StoredVehicle vehicle) {
        String vin = vehicle.vin().value();
        return new UncarriedVin(detail(vin, vehicle.look()), decode.probable(vin));
    }

    /** With what ChromeData said, or why it was not asked: a reader with a typing error is helped by the reason. */
    static String detail(String what, LastFetch look) {
        String reasons = look.inWords();
        return look.asked()
                ? "ChromeData does not carry " + what + (reasons.isEmpty() ? "" : ". It says: " + reasons)
                : "ChromeData is not asked for " + what + ": " + reasons;
    }

    private boolean wanting(StoredVehicle vehicle, boolean anyway) {
        return settings.serves()
                && !vehicle.described()
                && !vehicle.stoodInFor()
                && (anyway || vehicle.missing().settled());
    }
}
