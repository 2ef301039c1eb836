package io.vinbridge.api.vehicles;

import io.vinbridge.api.http.Parameters;
import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;
import io.vinbridge.vehicles.lists.VehicleFacets;
import io.vinbridge.vehicles.lists.VehicleFilter;
import io.vinbridge.vehicles.lists.VehicleOrder;
import java.util.Arrays;
import java.util.List;

/**
 * The parameters of a list of vehicles: by what it is filtered, in which order it goes, and which facets are counted.
 */
record VehicleListQuery(VehicleFilter filter, VehicleOrder order, List<String> facets) {

    private static final List<String> WORDS =
            List.of("body", "drivetrain", "fuel", "transmission", "color", "status", "dealer", "stock");

    /** Without an order, a list of what changed goes by that, and any other by make, model, year and VIN. */
    static VehicleListQuery of(Parameters parameters) {
        VehicleFilter filter = new VehicleFilter()
                .with("make", parameters.text("make"))
                .with("model", parameters.text("model"))
                .with("year", parameters.integer("year"))
                .with("yearFrom", parameters.integer("yearFrom"))
                .with("yearTo", parameters.integer("yearTo"))
                .with("bodyType", parameters.text("bodyType"))
                .between("price", parameters.decimal("priceFrom"), parameters.decimal("priceTo"))
                .between("mileage", parameters.decimal("mileageFrom"), parameters.decimal("mileageTo"))
                .with("tracked", flag(parameters, "tracked"))
                .with("pictures", flag(parameters, "pictures"))
                .with("changedSince", parameters.instant("changedSince"))
                .text(parameters.text("q"));
        WORDS.forEach(name -> filter.worded(name, parameters.text(name)));
        String sort = parameters.text("sort");
        String usual = parameters.instant("changedSince") == null ? "model" : "changed";
        return new VehicleListQuery(filter, VehicleOrder.of(sort == null ? usual : sort), facets(parameters));
    }

    private static Boolean flag(Parameters parameters, String name) {
        return parameters.text(name) == null ? null : parameters.flag(name);
    }

    private static List<String> facets(Parameters parameters) {
        String asked = parameters.text("facets");
        List<String> facets = asked == null
                ? List.of()
                : Arrays.stream(asked.split(",", -1))
                        .map(String::strip)
                        .filter(name -> !name.isEmpty())
                        .distinct()
                        .toList();
        for (String facet : facets) {
            if (!VehicleFacets.names().contains(facet)) {
                throw new Failure(
                        Reason.INVALID_REQUEST,
                        "Parameter facets names %s, which is none; there are %s"
                                .formatted(
                                        facet.length() > 50 ? facet.substring(0, 50) + "..." : facet,
                                        String.join(", ", VehicleFacets.names())));
            }
        }
        return facets;
    }
}
