package io.vinbridge.api.views;

import io.vinbridge.api.http.Parameters;
import java.util.Locale;

/** A view of a vehicle or style, and the schema of the contract that lists its members. */
public enum View {
    /** The facts by which it is shown and found, flat. */
    CARD("VehicleCard", "StyleCard"),
    /** One style alone, with its equipment, options, specifications and colours. */
    STYLE("VehicleStyle", "StyleView"),
    /** All candidates with all that is stored of them. */
    FULL("Vehicle", "Description");

    private final String vehicle;
    private final String style;

    View(String vehicle, String style) {
        this.vehicle = vehicle;
        this.style = style;
    }

    /** The one asked for, the full one where none is; the contract lets no other word pass. */
    public static View of(Parameters parameters) {
        String asked = parameters.text("view");
        return asked == null ? FULL : valueOf(asked.toUpperCase(Locale.ROOT));
    }

    /** The schema of a vehicle in this view. */
    public String vehicleSchema() {
        return vehicle;
    }

    /** The schema of a style that is asked for by its number. */
    public String styleSchema() {
        return style;
    }
}
