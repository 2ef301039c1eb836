package io.vinbridge.api.stock;

import io.vinbridge.api.contract.ApiErrorPolicy;
import java.util.Map;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** The operations on dealers and their stock. */
@Component
class StockApiRoutes extends RouteBuilder {

    private static final Map<String, String> DEALERS = Map.of(
            "list", "listDealers",
            "find", "findDealer",
            "put", "putDealer",
            "load", "putDealers");

    @Override
    public void configure() {
        routeTemplate("api-dealer")
                .templateParameter("act")
                .templateParameter("operation")
                .from("direct:{{operation}}")
                .group("api")
                .description("Serves the operations on dealers")
                .routeConfigurationId(ApiErrorPolicy.ANSWER_PROBLEM)
                .bean(DealerHandler.class, "{{act}}");

        DEALERS.forEach((act, operation) -> templatedRoute("api-dealer")
                .routeId("api-dealer-" + act)
                .parameter("act", act)
                .parameter("operation", operation));
    }
}
