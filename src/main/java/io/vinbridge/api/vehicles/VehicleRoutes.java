package io.vinbridge.api.vehicles;

import io.vinbridge.api.access.Visitors;
import io.vinbridge.api.caching.RefreshHeader;
import io.vinbridge.api.contract.ApiErrorPolicy;
import io.vinbridge.api.media.MediaHandler;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** The operations on vehicles. */
@Component
class VehicleRoutes extends RouteBuilder {

    @Override
    public void configure() {
        from("direct:findVehicle")
                .routeId("api-find-vehicle")
                .group("api")
                .description("Serves a vehicle by VIN (read-through); hints choose its style")
                .routeConfigurationId(ApiErrorPolicy.ANSWER_PROBLEM)
                .bean(VehicleHandler.class, "vin")
                .choice()
                .when(Visitors::ask)
                .to("direct:refresh.recall-vehicle")
                .when(RefreshHeader::asked)
                .to("direct:refresh.renew-vehicle")
                .otherwise()
                .to("direct:refresh.find-vehicle")
                .end()
                .bean(VehicleHandler.class, "vehicle");

        from("direct:chooseVehicleStyle")
                .routeId("api-choose-vehicle-style")
                .group("api")
                .description("Chooses the style of a vehicle for everyone")
                .routeConfigurationId(ApiErrorPolicy.ANSWER_PROBLEM)
                .setVariable("styleId", method(VehicleHandler.class, "styleId"))
                .bean(VehicleHandler.class, "vin")
                .to("direct:refresh.find-vehicle")
                .bean(VehicleHandler.class, "choose");

        from("direct:deleteVehicle")
                .routeId("api-delete-vehicle")
                .group("api")
                .description("Deletes a vehicle with what dealers say of it")
                .routeConfigurationId(ApiErrorPolicy.ANSWER_PROBLEM)
                .bean(VehicleHandler.class, "delete");

        from("direct:listVehicles")
                .routeId("api-list-vehicles")
                .group("api")
                .description("Lists stored vehicles, page by page")
                .routeConfigurationId(ApiErrorPolicy.ANSWER_PROBLEM)
                .bean(VehicleListHandler.class, "list");

        from("direct:listVehicleHistory")
                .routeId("api-list-vehicle-history")
                .group("api")
                .description("Lists a vehicle's changes, the newest first")
                .routeConfigurationId(ApiErrorPolicy.ANSWER_PROBLEM)
                .bean(VehicleListHandler.class, "history");

        from("direct:listVehicleMedia")
                .routeId("api-list-vehicle-media")
                .group("api")
                .description("Serves the pictures of a vehicle's style")
                .routeConfigurationId(ApiErrorPolicy.ANSWER_PROBLEM)
                .bean(VehicleHandler.class, "vin")
                .choice()
                .when(Visitors::ask)
                .to("direct:refresh.recall-vehicle")
                .otherwise()
                .to("direct:refresh.find-vehicle")
                .end()
                .setVariable("vehicle", body())
                .bean(MediaHandler.class, "style")
                .filter(body().isNotNull())
                .choice()
                .when(Visitors::ask)
                .to("direct:refresh.recall-gallery")
                .otherwise()
                .to("direct:refresh.find-gallery")
                .end()
                .end()
                .bean(MediaHandler.class, "vehicleMedia");

        from("direct:lookUpVehicles")
                .routeId("api-look-up-vehicles")
                .group("api")
                .description("Looks up many vehicles at once, each with its answer or its problem")
                .routeConfigurationId(ApiErrorPolicy.ANSWER_PROBLEM)
                .bean(LookupHandler.class, "read")
                .setVariable("lookups", body())
                .setBody()
                .body(LookupHandler.Lookups.class, LookupHandler.Lookups::vins)
                .to("direct:refresh.find-vehicles")
                .bean(LookupHandler.class, "results");
    }
}
