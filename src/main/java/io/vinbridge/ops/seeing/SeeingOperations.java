package io.vinbridge.ops.seeing;

import io.vinbridge.api.ApiPolicy;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** The operations of the contract on what is seen. */
@Component
class SeeingOperations extends RouteBuilder {

    @Override
    public void configure() {
        from("direct:listFlows")
                .routeId("ops-list-flows")
                .group("ops")
                .description("What goes through the service, and how fast")
                .routeConfigurationId(ApiPolicy.ANSWER_PROBLEM)
                .bean(SeeingRequests.class, "flows");

        from("direct:listTrends")
                .routeId("ops-list-trends")
                .group("ops")
                .description("What went through it in the last day")
                .routeConfigurationId(ApiPolicy.ANSWER_PROBLEM)
                .bean(SeeingRequests.class, "trends");

        from("direct:listHealth")
                .routeId("ops-list-health")
                .group("ops")
                .description("How this node is, and what to do about it")
                .routeConfigurationId(ApiPolicy.ANSWER_PROBLEM)
                .bean(HealthRequests.class, "list");
    }
}
