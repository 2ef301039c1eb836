package io.vinbridge.api.stream;

import io.vinbridge.failures.ErrorPolicies;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** Keeps silent streams alive, and none for longer than its caller is let in. */
@Component
class HeartbeatRoutes extends RouteBuilder {

    @Override
    public void configure() {
        from("timer:api.stream-heartbeat?period={{vinbridge.streams.wake}}")
                .routeId("api-stream-heartbeat")
                .group("api")
                .description("Sends the heartbeat of every stream")
                .routeConfigurationId(ErrorPolicies.NEXT_TICK)
                .bean(ChangeStreams.class, "wake");

        from("timer:api.stream-callers?period=3000")
                .routeId("api-stream-callers")
                .group("api")
                .description("Ends the streams of those whose key or token lets them in no more")
                .routeConfigurationId(ErrorPolicies.NEXT_TICK)
                .bean(ChangeStreams.class, "dismiss");
    }
}
