package io.vinbridge.refresh.background;

import io.vinbridge.failures.ErrorPolicies;
import io.vinbridge.refresh.queue.ClaimRoutes;
import io.vinbridge.refresh.queue.InFlightWork;
import io.vinbridge.refresh.queue.KeyWaiters;
import io.vinbridge.refresh.queue.WorkErrorPolicies;
import org.apache.camel.ExchangePattern;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** Routes that keep the store fresh while no caller waits. */
@Component
class BackgroundRefreshRoutes extends RouteBuilder {

    @Override
    public void configure() {
        from("timer:refresh.behind?period={{vinbridge.refresh.behind}}")
                .routeId("refresh-ask-behind")
                .group("refresh")
                .description("Enqueues refreshes of answers that were served stale")
                .routeConfigurationId(ErrorPolicies.NEXT_TICK)
                .filter(method(StaleWhileRevalidate.class, "ask"))
                .to(ExchangePattern.InOnly, ClaimRoutes.SIGNAL);

        from("timer:refresh.sample-golden?period={{vinbridge.refresh.sample-golden}}")
                .routeId("refresh-sample-golden")
                .group("refresh")
                .description("Asks for the golden VINs once a day, and begins a run where one has changed")
                .routeConfigurationId(ErrorPolicies.NEXT_TICK)
                .filter(method(GoldenSample.class, "wanted"))
                .bean(GoldenSample.class, "sample")
                .to(ExchangePattern.InOnly, ClaimRoutes.SIGNAL);

        from("timer:refresh.note-reads?period={{vinbridge.refresh.note-reads}}&delay={{vinbridge.refresh.note-reads}}")
                .routeId("refresh-note-reads")
                .group("refresh")
                .description("Writes the read counts since the last time")
                .routeConfigurationId(ErrorPolicies.NEXT_TICK)
                .bean(ReadCounter.class, "write");

        from("direct:refresh.ask-aged")
                .routeId("refresh-ask-aged")
                .group("refresh")
                .description("Sweeps over stale descriptions: refreshes those in demand, lets the others rest")
                .routeConfigurationId(WorkErrorPolicies.GIVE_BACK)
                .bean(OutdatedWork.class, "takeOver")
                .bean(StaleSweep.class, "walk")
                .bean(InFlightWork.class, "expectMore")
                .bean(KeyWaiters.class, "answer");
    }
}
