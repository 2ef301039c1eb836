package io.vinbridge.api.stream;

import io.vinbridge.failures.ErrorPolicies;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** Keeps silent streams alive. */
@Component
class HeartbeatRoutes extends RouteBuilder {

    @Override
    public void configure() {
        from("timer:api.stream-heartbeat?period={{vinbridge.streams.wake}}")
                .routeId("api-stream-heartbeat")
                .group("api")
                .description("Wakes every stream, so that it shows that it is still there")
                .routeConfigurationId(ErrorPolicies.NEXT_TICK)
                .bean(ChangeStreams.class, "wake");
    }
}
