package io.vinbridge.api;

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
                .description("A vehicle by VIN, from the store or looked up; hints choose its style")
                .routeConfigurationId(ApiPolicy.ANSWER_PROBLEM)
                .setBody(method(VehicleRequests.class, "vin"))
                .choice()
                .when(Renewals::asked)
                .to("direct:refresh.renew-vehicle")
                .otherwise()
                .to("direct:refresh.find-vehicle")
                .end()
                .bean(VehicleRequests.class, "vehicle");

        from("direct:listVehicles")
                .routeId("api-list-vehicles")
                .group("api")
                .description("Vehicles in the store, part by part")
                .routeConfigurationId(ApiPolicy.ANSWER_PROBLEM)
                .bean(VehicleListRequests.class, "list");

        from("direct:listVehicleHistory")
                .routeId("api-list-vehicle-history")
                .group("api")
                .description("What happened to a vehicle, the newest first")
                .routeConfigurationId(ApiPolicy.ANSWER_PROBLEM)
                .bean(VehicleListRequests.class, "history");

        from("direct:listVehicleMedia")
                .routeId("api-list-vehicle-media")
                .group("api")
                .description("The pictures of a vehicle's style")
                .routeConfigurationId(ApiPolicy.ANSWER_PROBLEM)
                .setBody(method(VehicleRequests.class, "vin"))
                .to("direct:refresh.find-vehicle")
                .setVariable("vehicle", body())
                .bean(MediaRequests.class, "style")
                .filter(body().isNotNull())
                .to("direct:refresh.find-gallery")
                .end()
                .bean(MediaRequests.class, "vehicleMedia");

        from("direct:lookUpVehicles")
                .routeId("api-look-up-vehicles")
                .group("api")
                .description("Many vehicles at once, each with its answer or its problem")
                .routeConfigurationId(ApiPolicy.ANSWER_PROBLEM)
                .bean(LookupRequests.class, "read")
                .setVariable("lookups", body())
                .setBody()
                .body(LookupRequests.Lookups.class, LookupRequests.Lookups::vins)
                .to("direct:refresh.find-vehicles")
                .bean(LookupRequests.class, "results");
    }
}
