package io.vinbridge.api;

import io.vinbridge.api.http.HttpRequest;
import io.vinbridge.api.http.Reply;
import io.vinbridge.correlation.Correlation;
import io.vinbridge.refresh.Renewal;
import io.vinbridge.vehicles.Choosing;
import io.vinbridge.vehicles.Choosing.Choice;
import io.vinbridge.vehicles.Hints;
import io.vinbridge.vehicles.StoredVehicle;
import io.vinbridge.vehicles.Vin;
import org.apache.camel.Body;
import org.apache.camel.Variable;
import org.springframework.stereotype.Component;

/** Reads requests for one vehicle, and answers them. */
@Component
class VehicleRequests {

    private final VehicleJson json;
    private final Choosing choosing;

    VehicleRequests(VehicleJson json, Choosing choosing) {
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
            @Variable(Renewal.VARIABLE) Renewal renewal) {
        Hints hints = hints(parameters);
        if (hints.none()) {
            return Renewals.tell(
                    renewal,
                    Conditional.reply(request, Tag.of(vehicle), vehicle.at(), () -> json.vehicle(vehicle, null)));
        }
        Choice choice = vehicle.remembered()
                ? choosing.rank(vehicle, hints)
                : choosing.choose(vehicle, hints, Correlation.id());
        Reply reply = Reply.ok(json.vehicle(choice.vehicle(), choice.resolution()));
        return Renewals.tell(renewal, Aged.reply(reply, choice.vehicle().at()));
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
