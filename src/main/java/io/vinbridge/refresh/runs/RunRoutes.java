package io.vinbridge.refresh.runs;

import io.vinbridge.failures.ErrorPolicies;
import io.vinbridge.refresh.queue.ClaimRoutes;
import org.apache.camel.ExchangePattern;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** Routes that carry runs on, on any node, one step after the other. */
@Component
class RunRoutes extends RouteBuilder {

    @Override
    public void configure() {
        from("timer:refresh.runs?period={{vinbridge.refresh.carry-on}}")
                .routeId("refresh-carry-on")
                .group("refresh")
                .description("Carries every running run on, as far as it can be now")
                .routeConfigurationId(ErrorPolicies.NEXT_TICK)
                .split(method(Runs.class, "running"))
                .to("direct:refresh.carry-on-run");

        from("direct:refresh.carry-on-run")
                .routeId("refresh-carry-on-run")
                .group("refresh")
                .description("Plans, counts and feeds one run, step by step while there is something to feed")
                .errorHandler(noErrorHandler())
                .setVariable("run", body())
                .setVariable("more", constant(true))
                .loopDoWhile(variable("more").isEqualTo(true))
                .setBody(variable("run"))
                .bean(RunStep.class, "step")
                .setVariable("more", body())
                .to(ExchangePattern.InOnly, ClaimRoutes.SIGNAL)
                .end();
    }
}
