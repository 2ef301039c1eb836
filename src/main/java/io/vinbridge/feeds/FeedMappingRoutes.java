package io.vinbridge.feeds;

import io.vinbridge.events.RouteGate;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** The way from offers to the operator's routes that make rows of them. */
@Component
class FeedMappingRoutes extends RouteBuilder {

    private final RouteGate gate;

    FeedMappingRoutes(RouteGate gate) {
        this.gate = gate;
    }

    @Override
    public void configure() {
        from("direct:feeds.map")
                .routeId("feeds-map")
                .group("feeds")
                .description("Passes offers to the route of a feed, which leaves a row of each")
                .errorHandler(noErrorHandler())
                .policy(gate)
                .toD("direct:${variable.feed}?block=false");
    }
}
