package io.vinbridge.changes;

import io.vinbridge.failures.ErrorPolicies;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** What keeps the feed going. */
@Component
class FeedRoutes extends RouteBuilder {

    @Override
    public void configure() {
        from("timer:changes.number?period={{vinbridge.changes.number}}")
                .routeId("changes-number")
                .group("changes")
                .description("Gives committed changes their places in the feed")
                .routeConfigurationId(ErrorPolicies.NEXT_TICK)
                .bean(Sequencer.class, "number");
    }
}
