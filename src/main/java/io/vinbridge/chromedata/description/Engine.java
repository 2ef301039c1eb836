package io.vinbridge.chromedata.description;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.vinbridge.chromedata.description.values.AmountRange;
import io.vinbridge.chromedata.description.values.IdentifiedName;
import io.vinbridge.chromedata.description.values.InstallationCause;
import io.vinbridge.chromedata.description.values.Measure;
import java.math.BigDecimal;
import java.util.List;

/** An engine; cylinders and displacement are absent for electric ones. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Engine(
        IdentifiedName type,
        IdentifiedName fuel,
        Integer cylinders,
        List<Measure> displacement,
        Output horsepower,
        Output torque,
        FuelEconomy fuelEconomy,
        FuelCapacity fuelCapacity,
        IdentifiedName forcedInduction,
        Boolean highOutput,
        InstallationCause installed) {

    /** Power in horsepower or torque in pound-feet, at revolutions per minute. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Output(BigDecimal value, Integer rpm) {}

    /** Distance per amount of fuel, in {@code unit} (seen: {@code MPG}). */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record FuelEconomy(String unit, AmountRange city, AmountRange highway) {}

    /** Capacity of the tank, in {@code unit} (seen: {@code gal}). */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record FuelCapacity(String unit, BigDecimal low, BigDecimal high) {}
}
