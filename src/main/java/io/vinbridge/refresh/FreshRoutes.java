package io.vinbridge.refresh;

import io.vinbridge.failures.ErrorPolicies;
import org.apache.camel.ExchangePattern;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** What keeps the store fresh without anybody waiting for it. */
@Component
class FreshRoutes extends RouteBuilder {

    @Override
    public void configure() {
        from("timer:refresh.behind?period={{vinbridge.refresh.behind}}")
                .routeId("refresh-ask-behind")
                .group("refresh")
                .description("Asks for new looks at what was served stale")
                .routeConfigurationId(ErrorPolicies.NEXT_TICK)
                .filter(method(Behind.class, "ask"))
                .to(ExchangePattern.InOnly, ClaimRoutes.SIGNAL);

        from("timer:refresh.note-reads?period={{vinbridge.refresh.note-reads}}&delay={{vinbridge.refresh.note-reads}}")
                .routeId("refresh-note-reads")
                .group("refresh")
                .description("Writes down what was read since the last time")
                .routeConfigurationId(ErrorPolicies.NEXT_TICK)
                .bean(Reads.class, "write");

        from("direct:refresh.ask-aged")
                .routeId("refresh-ask-aged")
                .group("refresh")
                .description("Asks for new looks at what is stale and wanted, and lets the rest rest")
                .routeConfigurationId(WorkPolicy.GIVE_BACK)
                .bean(Leftovers.class, "takeOver")
                .bean(AgedWalk.class, "walk")
                .bean(Workers.class, "expect")
                .bean(Awaiting.class, "answer");
    }
}
