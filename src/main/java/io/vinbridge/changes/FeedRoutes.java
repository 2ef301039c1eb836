package io.vinbridge.changes;

import io.vinbridge.failures.ErrorPolicies;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** Route that numbers committed changes, which moves the feed on. */
@Component
class FeedRoutes extends RouteBuilder {

    @Override
    public void configure() {
        from("timer:changes.number?period={{vinbridge.changes.number}}")
                .routeId("changes-number")
                .group("changes")
                .description("Gives committed changes their positions in the feed")
                .routeConfigurationId(ErrorPolicies.NEXT_TICK)
                .bean(Sequencer.class, "number");
    }
}
