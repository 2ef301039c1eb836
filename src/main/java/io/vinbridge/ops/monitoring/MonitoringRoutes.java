package io.vinbridge.ops.monitoring;

import io.vinbridge.api.contract.ApiErrorPolicy;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** The operations of the contract on what is seen. */
@Component
class MonitoringRoutes extends RouteBuilder {

    @Override
    public void configure() {
        from("direct:listFlows")
                .routeId("ops-list-flows")
                .group("ops")
                .description("What goes through the service, and how fast")
                .routeConfigurationId(ApiErrorPolicy.ANSWER_PROBLEM)
                .bean(MonitoringHandler.class, "flows");

        from("direct:listTrends")
                .routeId("ops-list-trends")
                .group("ops")
                .description("What went through it in the last day")
                .routeConfigurationId(ApiErrorPolicy.ANSWER_PROBLEM)
                .bean(MonitoringHandler.class, "trends");

        from("direct:listHealth")
                .routeId("ops-list-health")
                .group("ops")
                .description("How this node is, and what to do about it")
                .routeConfigurationId(ApiErrorPolicy.ANSWER_PROBLEM)
                .bean(HealthHandler.class, "list");
    }
}
