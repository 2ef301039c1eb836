package io.vinbridge.ops.monitoring;

import io.vinbridge.failures.ErrorPolicies;
import io.vinbridge.ops.nodes.NodeRegistry;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** Clock of the gauges over stored data. */
@Component
class SamplingRoutes extends RouteBuilder {

    @Override
    public void configure() {
        from("timer:ops.sample?delay=0&period={{vinbridge.monitoring.sample}}")
                .routeId("ops-sample")
                .group("ops")
                .description(
                        "Reads the gauges over stored data, and keeps some of them for a day, their hours for a month")
                .routeConfigurationId(ErrorPolicies.NEXT_TICK)
                .bean(DegradedStates.class, "read") // First: the rest fails where the database does.
                .bean(NodeRegistry.class, "tell")
                .bean(GaugeSampler.class, "read")
                .bean(SampleRecorder.class, "keep")
                .bean(HourlySamples.class, "keep");
    }
}
