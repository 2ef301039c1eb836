package io.vinbridge.stock.files;

import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** The step by which an operator's route hands over a stock file that it has fetched. */
@Component
class FetchedRoutes extends RouteBuilder {

    @Override
    public void configure() {
        from("direct:stock.receive")
                .routeId("stock-receive")
                .group("stock")
                .description("Takes in a stock file that a route has fetched for the dealer in its variable dealer")
                .routeProperty("offered", "true")
                .errorHandler(noErrorHandler())
                .bean(FetchedIntake.class, "take");
    }
}
