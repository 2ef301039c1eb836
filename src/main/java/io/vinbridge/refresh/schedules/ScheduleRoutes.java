package io.vinbridge.refresh.schedules;

import io.vinbridge.failures.ErrorPolicies;
import io.vinbridge.refresh.catalog.CatalogSync;
import io.vinbridge.refresh.queue.ClaimRoutes;
import io.vinbridge.refresh.queue.InFlightWork;
import io.vinbridge.refresh.queue.WorkErrorPolicies;
import java.util.Map;
import org.apache.camel.ExchangePattern;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.model.RouteDefinition;
import org.springframework.stereotype.Component;

/** The steps that schedules in YAML call, and the watch over them. */
@Component
class ScheduleRoutes extends RouteBuilder {

    private static final Map<String, String> ACTS = Map.of(
            "poll-version", "pollVersion",
            "refresh-aged", "refreshAged",
            "sync-catalog", "syncCatalog",
            "forget-old", "forgetOld",
            "check-pictures", "checkPictures",
            "refresh-vpic", "refreshVpic");

    private RouteDefinition work(String name, String does) {
        return from("direct:refresh." + name)
                .routeId("refresh-" + name)
                .group("refresh")
                .description(does)
                .routeConfigurationId(WorkErrorPolicies.GIVE_BACK);
    }

    @Override
    public void configure() {
        routeTemplate("refresh-act")
                .templateParameter("act")
                .templateParameter("method")
                .from("direct:refresh.{{act}}")
                .group("refresh")
                .description("Enqueues a schedule's work, once for each due time")
                .routeProperty("offered", "true")
                .bean(ScheduledJobs.class, "{{method}}")
                .to(ExchangePattern.InOnly, ClaimRoutes.SIGNAL);

        ACTS.forEach((act, method) -> templatedRoute("refresh-act")
                .routeId("refresh-" + act)
                .parameter("act", act)
                .parameter("method", method));

        work("walk-catalog", "Goes down the catalogue and asks for the lists that are missing or old")
                .bean(CatalogSync.class, "walk")
                .bean(InFlightWork.class, "expectMore");

        work("forget", "Deletes what has been kept for long enough").bean(RetentionCleanup.class, "forget");

        work("fetch-vpic", "Fetches NHTSA's monthly publication, and puts it in use where it is another")
                .bean(VpicRefresh.class, "fetch");

        from("timer:refresh.missed-fires?period={{vinbridge.refresh.missed-fires}}")
                .routeId("refresh-missed-fires")
                .group("refresh")
                .description("Fires schedules that missed their due time")
                .routeConfigurationId(ErrorPolicies.NEXT_TICK)
                .bean(Schedules.class, "fireMissed");
    }
}
