package io.vinbridge.api.vehicles;

import io.vinbridge.api.caching.AgeHeader;
import io.vinbridge.api.caching.ConditionalRequest;
import io.vinbridge.api.caching.ETags;
import io.vinbridge.api.caching.RefreshHeader;
import io.vinbridge.api.http.HttpRequest;
import io.vinbridge.api.http.Parameters;
import io.vinbridge.api.http.Reply;
import io.vinbridge.refresh.lookup.ForcedRefresh;
import io.vinbridge.tracing.Correlation;
import io.vinbridge.vehicles.Vin;
import io.vinbridge.vehicles.registry.StoredVehicle;
import io.vinbridge.vehicles.registry.StyleSelection;
import io.vinbridge.vehicles.registry.StyleSelection.Choice;
import io.vinbridge.vehicles.styles.Hints;
import org.apache.camel.Body;
import org.apache.camel.Variable;
import org.springframework.stereotype.Component;

/** Reads requests for one vehicle, and answers them. */
@Component
class VehicleHandler {

    private final VehicleJson json;
    private final StyleSelection choosing;

    VehicleHandler(VehicleJson json, StyleSelection choosing) {
        this.json = json;
        this.choosing = choosing;
    }

    Vin vin(@Variable("parameters") Parameters parameters) {
        return Vin.of(parameters.text("vin"));
    }

    /** What the caller knows beside the VIN decides which style it is, and the answer then says how. */
    Reply vehicle(
            @Body StoredVehicle vehicle,
            @Variable("parameters") Parameters parameters,
            @Variable("request") HttpRequest request,
            @Variable(ForcedRefresh.VARIABLE) ForcedRefresh renewal) {
        Hints hints = hints(parameters);
        if (hints.none()) {
            return RefreshHeader.tell(
                    renewal,
                    ConditionalRequest.reply(
                            request, ETags.of(vehicle), vehicle.at(), () -> json.vehicle(vehicle, null)));
        }
        Choice choice = vehicle.remembered()
                ? choosing.rank(vehicle, hints)
                : choosing.choose(vehicle, hints, Correlation.id());
        Reply reply = Reply.ok(json.vehicle(choice.vehicle(), choice.resolution()));
        return RefreshHeader.tell(
                renewal, AgeHeader.reply(reply, choice.vehicle().at()));
    }

    private static Hints hints(Parameters parameters) {
        return new Hints(
                parameters.integer("styleId"),
                parameters.text("trim"),
                parameters.text("exteriorColor"),
                parameters.text("modelCode"),
                parameters.decimal("wheelBase"),
                parameters.text("drivetrain"),
                parameters.texts("option"));
    }
}
