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
                .description("Receives events, and answers with the result of each once it is stored")
                .routeConfigurationId(ApiErrorPolicy.ANSWER_PROBLEM)
                .bean(EventHandler.class, "read")
                .to("direct:events.take-in")
                .bean(EventHandler.class, "reply");

        from("direct:summariseEvents")
                .routeId("api-summarise-events")
                .group("api")
                .description("Counts events by channel and outcome")
                .routeConfigurationId(ApiErrorPolicy.ANSWER_PROBLEM)
                .bean(EventHandler.class, "summary");
    }
}
