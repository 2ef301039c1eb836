package io.vinbridge.api.changes;

import io.vinbridge.api.contract.ApiErrorPolicy;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** The operations on the change feed. */
@Component
class ChangeRoutes extends RouteBuilder {

    @Override
    public void configure() {
        from("direct:listChanges")
                .routeId("api-list-changes")
                .group("api")
                .description("Serves the changes after a position of the feed")
                .routeConfigurationId(ApiErrorPolicy.ANSWER_PROBLEM)
                .bean(ChangeHandler.class, "list");
    }
}
