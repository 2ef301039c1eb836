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
                .description("Serves the flows through the service, and their rates")
                .routeConfigurationId(ApiErrorPolicy.ANSWER_PROBLEM)
                .bean(MonitoringHandler.class, "flows");

        from("direct:listTrends")
                .routeId("ops-list-trends")
                .group("ops")
                .description("Serves the time series up to now")
                .routeConfigurationId(ApiErrorPolicy.ANSWER_PROBLEM)
                .bean(MonitoringHandler.class, "trends");

        from("direct:listNodes")
                .routeId("ops-list-nodes")
                .group("ops")
                .description("Serves the nodes that are there")
                .routeConfigurationId(ApiErrorPolicy.ANSWER_PROBLEM)
                .bean(MonitoringHandler.class, "nodes");

        from("direct:listHealth")
                .routeId("ops-list-health")
                .group("ops")
                .description("Serves this node's health, with remedies")
                .routeConfigurationId(ApiErrorPolicy.ANSWER_PROBLEM)
                .bean(HealthHandler.class, "list");
    }
}
