package io.vinbridge.api.vehicles;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vinbridge.api.access.Visitors;
import io.vinbridge.api.caching.ETags;
import io.vinbridge.api.caching.RefreshHeader;
import io.vinbridge.api.http.Content;
import io.vinbridge.api.http.HttpRequest;
import io.vinbridge.api.http.Parameters;
import io.vinbridge.api.http.Reply;
import io.vinbridge.api.http.bodies.RequestBody;
import io.vinbridge.api.representation.JsonBodyReader;
import io.vinbridge.api.views.VehicleViews;
import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;
import io.vinbridge.refresh.lookup.ForcedRefresh;
import io.vinbridge.tracing.Correlation;
import io.vinbridge.vehicles.Vin;
import io.vinbridge.vehicles.WrittenVin;
import io.vinbridge.vehicles.registry.StoredVehicle;
import io.vinbridge.vehicles.registry.StyleSelection;
import io.vinbridge.vehicles.registry.StyleSelection.Choice;
import io.vinbridge.vehicles.registry.VehicleDeletion;
import io.vinbridge.vehicles.styles.Hints;
import org.apache.camel.Body;
import org.apache.camel.Variable;
import org.springframework.stereotype.Component;

/** Reads requests for one vehicle, and answers them. */
@Component
class VehicleHandler {

    private final VehicleJson json;
    private final VehicleViews views;
    private final StyleSelection choosing;
    private final VehicleDeletion deletion;
    private final ObjectMapper mapper;

    VehicleHandler(
            VehicleJson json,
            VehicleViews views,
            StyleSelection choosing,
            VehicleDeletion deletion,
            ObjectMapper mapper) {
        this.json = json;
        this.views = views;
        this.choosing = choosing;
        this.deletion = deletion;
        this.mapper = mapper;
    }

    Vin vin(@Variable("parameters") Parameters parameters) {
        return Vin.of(parameters.text("vin"));
    }

    /** What the caller knows beside the VIN decides which style this answer shows, and the answer then says how. */
    Reply vehicle(
            @Body StoredVehicle vehicle,
            @Variable("parameters") Parameters parameters,
            @Variable("request") HttpRequest request,
            @Variable(ForcedRefresh.VARIABLE) ForcedRefresh renewal) {
        Visitors.check(request.caller(), views.shown(request, parameters));
        Hints hints = hints(parameters);
        String forgiven = WrittenVin.read(parameters.text("vin")).notice();
        if (hints.none()) {
            return RefreshHeader.tell(
                    renewal, views.reply(vehicle, request, parameters, () -> json.vehicle(vehicle, null, forgiven)));
        }
        Choice choice = choosing.rank(vehicle, hints);
        return RefreshHeader.tell(
                renewal,
                views.hinted(
                        choice.vehicle(),
                        request,
                        parameters,
                        () -> json.vehicle(choice.vehicle(), choice.resolution(), forgiven)));
    }

    /**
     * The number of the style that a vehicle is to be for everyone; null where that is to be as if nobody had chosen.
     */
    Integer styleId(@Body RequestBody body) {
        JsonNode wanted = JsonBodyReader.read(mapper, body, StyleWanted.class).styleId();
        boolean number =
                wanted != null && wanted.isIntegralNumber() && wanted.canConvertToInt() && wanted.intValue() > 0;
        if (!number && (wanted == null || !wanted.isNull())) {
            throw new Failure(Reason.INVALID_REQUEST, "styleId must be the number of a style, or null");
        }
        return number ? wanted.intValue() : null;
    }

    Reply choose(@Body StoredVehicle vehicle, @Variable("styleId") Integer styleId) {
        if (vehicle.remembered()) {
            throw new Failure(Reason.STORE_UNAVAILABLE, "The database does not answer");
        }
        StoredVehicle chosen = choosing.choose(vehicle.vin(), styleId, Correlation.id());
        return Reply.ok(json.vehicle(chosen, null)).with("ETag", ETags.of(chosen));
    }

    Reply delete(@Variable("parameters") Parameters parameters) {
        deletion.delete(vin(parameters), Correlation.id());
        return Reply.of(204, Reply.JSON, Content.NONE);
    }

    /** The body of a choice. */
    record StyleWanted(JsonNode styleId) {}

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
