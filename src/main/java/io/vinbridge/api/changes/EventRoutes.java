package io.vinbridge.api.changes;

import io.vinbridge.api.contract.ApiErrorPolicy;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** The operations on events. */
@Component
class EventRoutes extends RouteBuilder {

    @Override
    public void configure() {
        from("direct:receiveEvents")
                .routeId("api-receive-events")
                .group("api")
                .description("Takes events in and says what became of each, once that is stored")
                .routeConfigurationId(ApiErrorPolicy.ANSWER_PROBLEM)
                .bean(EventHandler.class, "read")
                .to("direct:events.take-in")
                .bean(EventHandler.class, "reply");

        from("direct:summariseEvents")
                .routeId("api-summarise-events")
                .group("api")
                .description("How many events came in by each way, and what became of them")
                .routeConfigurationId(ApiErrorPolicy.ANSWER_PROBLEM)
                .bean(EventHandler.class, "summary");
    }
}
