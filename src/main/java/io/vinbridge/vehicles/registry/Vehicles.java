package io.vinbridge.vehicles.registry;

import io.vinbridge.database.ArrayColumn;
import io.vinbridge.database.ReadQueries;
import io.vinbridge.vehicles.RequestKeys;
import io.vinbridge.vehicles.VehiclesSettings;
import io.vinbridge.vehicles.Vin;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The vehicles somebody asked for, as they stand. */
@Component
public class Vehicles {

    private static final String STATED_COLOR = """
            SELECT coalesce(own::json ->> 'exteriorColor', own::json ->> 'color', own::json ->> 'colour',
                hints::json ->> 'exteriorColor')
            FROM vehicles WHERE vin = :vin
            """;

    private final ReadQueries reading;
    private final RequestKeys keys;
    private final String freshFor;
    private final String notCarriedFor;

    Vehicles(ReadQueries reading, RequestKeys keys, VehiclesSettings settings) {
        this.reading = reading;
        this.keys = keys;
        this.freshFor = settings.freshFor().toString();
        this.notCarriedFor = settings.notCarriedFor().toString();
    }

    /** The vehicle as it stands; empty where nobody asked for it yet. */
    public Optional<StoredVehicle> find(Vin vin) {
        return withReasons(reading.ask(jdbc -> jdbc.sql(VehicleRows.BY_VIN)
                        .param("notCarriedFor", notCarriedFor)
                        .param("freshFor", freshFor)
                        .param("vin", vin.value())
                        .query(this::vehicle)
                        .list()))
                .stream()
                .findFirst();
    }

    /** Stored vehicles of these, in no order. */
    public List<StoredVehicle> find(Collection<Vin> vins) {
        return withReasons(reading.ask(jdbc -> jdbc.sql(VehicleRows.BY_VINS)
                .param("notCarriedFor", notCarriedFor)
                .param("freshFor", freshFor)
                .param("vins", ArrayColumn.TEXT.of(vins, Vin::value))
                .query(this::vehicle)
                .list()));
    }

    /** Those that are not described, with why asking for them failed last. */
    private List<StoredVehicle> withReasons(List<StoredVehicle> vehicles) {
        List<String> keys = vehicles.stream()
                .filter(vehicle -> MissingDescription.PENDING.equals(vehicle.missing()))
                .map(StoredVehicle::requestKey)
                .distinct()
                .toList();
        if (keys.isEmpty()) {
            return vehicles;
        }
        Map<String, MissingDescription> failed = new HashMap<>();
        reading.ask(jdbc -> jdbc.sql(VehicleRows.FAILURES)
                .param("keys", ArrayColumn.TEXT.of(keys))
                .query((row, number) -> failed.put(row.getString("request_key"), VehicleRows.failed(row)))
                .list());
        return vehicles.stream()
                .map(vehicle -> MissingDescription.PENDING.equals(vehicle.missing())
                        ? vehicle.missing(failed.getOrDefault(vehicle.requestKey(), vehicle.missing()))
                        : vehicle)
                .toList();
    }

    /** The exterior colour that somebody said the vehicle has, in their words; those who have it know best. */
    public Optional<String> statedColor(Vin vin) {
        return reading
                .ask(jdbc -> jdbc.sql(STATED_COLOR)
                        .param("vin", vin.value())
                        .query((row, number) -> row.getString(1))
                        .list())
                .stream()
                .filter(Objects::nonNull)
                .findFirst();
    }

    /** A description under other settings than the current counts as stale. */
    private StoredVehicle vehicle(ResultSet row, int number) throws SQLException {
        StoredVehicle vehicle = VehicleRows.vehicle(row, number);
        return keys.current(vehicle.requestKey()) ? vehicle : vehicle.outdated();
    }
}
