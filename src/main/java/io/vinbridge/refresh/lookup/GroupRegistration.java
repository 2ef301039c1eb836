package io.vinbridge.refresh.lookup;

import static java.util.stream.Collectors.toMap;

import io.vinbridge.refresh.queue.WorkRequests;
import io.vinbridge.vehicles.Vin;
import io.vinbridge.vehicles.registry.RegisteredVin;
import io.vinbridge.vehicles.registry.VehicleRegistry;
import io.vinbridge.work.GroupCommit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Registration of VINs that are looked up at the same time, by one transaction for all of them (group commit). */
@Component
class GroupRegistration {

    private static final int MOST = 64;

    private final GroupCommit<Wanted, Optional<RegisteredVin>> together;

    GroupRegistration(VehicleRegistry registry) {
        this.together = new GroupCommit<>(MOST, wanted -> register(registry, wanted));
    }

    private record Wanted(Vin vin, String correlationId) {}

    /** Writes a VIN down as asked for; empty where it is described by now. */
    Optional<RegisteredVin> waiting(Vin vin) {
        return together.write(new Wanted(vin, WorkRequests.correlationId()));
    }

    /** Several may want the same VIN, of which the first is told as the one that wanted it. */
    private static List<Optional<RegisteredVin>> register(VehicleRegistry registry, List<Wanted> wanted) {
        Map<Vin, String> once = new LinkedHashMap<>();
        wanted.forEach(one -> once.putIfAbsent(one.vin, one.correlationId));
        Map<Vin, RegisteredVin> registered =
                registry.register(once).stream().collect(toMap(RegisteredVin::vin, vehicle -> vehicle));
        return wanted.stream()
                .map(one -> Optional.ofNullable(registered.get(one.vin)).filter(vehicle -> !vehicle.described()))
                .toList();
    }
}
