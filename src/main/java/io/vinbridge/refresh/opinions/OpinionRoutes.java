package io.vinbridge.refresh.opinions;

import io.vinbridge.failures.ErrorPolicies;
import io.vinbridge.refresh.queue.ClaimRoutes;
import io.vinbridge.refresh.queue.WorkErrorPolicies;
import org.apache.camel.ExchangePattern;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** Routes of the sweep that compares vehicles with NHTSA's data. */
@Component
class OpinionRoutes extends RouteBuilder {

    @Override
    public void configure() {
        from("timer:refresh.ask-opinions?period=1000")
                .routeId("refresh-ask-opinions")
                .group("refresh")
                .description(
                        "Asks for the comparison of vehicles with NHTSA's data, where some are not compared as they are now")
                .routeConfigurationId(ErrorPolicies.NEXT_TICK)
                .filter(method(OpinionSweep.class, "ask"))
                .to(ExchangePattern.InOnly, ClaimRoutes.SIGNAL);

        from("direct:refresh.compare-vehicles")
                .routeId("refresh-compare-vehicles")
                .group("refresh")
                .description("Compares vehicles with NHTSA's data")
                .routeConfigurationId(WorkErrorPolicies.GIVE_BACK)
                .bean(OpinionSweep.class, "sweep");
    }
}
