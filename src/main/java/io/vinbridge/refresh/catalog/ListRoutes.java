package io.vinbridge.refresh.catalog;

import io.vinbridge.chromedata.CallOutcome;
import io.vinbridge.failures.ErrorPolicies;
import io.vinbridge.refresh.pictures.GalleryWriter;
import io.vinbridge.refresh.queue.InFlightWork;
import io.vinbridge.refresh.queue.KeyWaiters;
import io.vinbridge.refresh.queue.WorkErrorPolicies;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** The flows that fetch lists: a style's pictures, the catalogue's lists, the data builds. */
@Component
class ListRoutes extends RouteBuilder {

    @Override
    public void configure() {
        from("direct:refresh.list-media")
                .routeId("refresh-list-media")
                .group("refresh")
                .description("Fetches a style's listing of pictures unless it is fresh, and stores it")
                .routeConfigurationId(WorkErrorPolicies.GIVE_BACK)
                .choice()
                .when(InFlightWork::answered)
                .bean(ListSteps.class, "finish")
                .otherwise()
                .setBody(method(ListSteps.class, "style"))
                .to("direct:chromedata.ask-media")
                .bean(CallOutcome.class, "orThrow")
                .to("direct:refresh.keep-listing")
                .bean(InFlightWork.class, "expectMoreAfter")
                .end()
                .bean(KeyWaiters.class, "answer");

        from("direct:refresh.keep-listing")
                .routeId("refresh-keep-listing")
                .group("refresh")
                .description("Stores a paid listing; retries while the database is away")
                .routeConfigurationId(WorkErrorPolicies.KEEP)
                .bean(GalleryWriter.class, "store");

        from("direct:refresh.list-catalog")
                .routeId("refresh-list-catalog")
                .group("refresh")
                .description("Fetches one list of the catalogue and stores it")
                .routeConfigurationId(WorkErrorPolicies.GIVE_BACK)
                .setBody(method(ListSteps.class, "catalogQuestion"))
                .to("direct:refresh.ask")
                .bean(CallOutcome.class, "orThrow")
                .bean(ListSteps.class, "storeCatalog")
                .bean(KeyWaiters.class, "answer");

        from("direct:refresh.read-version")
                .routeId("refresh-read-version")
                .group("refresh")
                .description("Fetches the published data builds and stores them")
                .routeConfigurationId(WorkErrorPolicies.GIVE_BACK)
                .filter(method(ListSteps.class, "versionUntold"))
                .bean(ListSteps.class, "leaveVersion")
                .bean(KeyWaiters.class, "answer")
                .stop()
                .end()
                .setBody(method(ListSteps.class, "versionQuestion"))
                .to("direct:chromedata.ask-ads")
                .bean(CallOutcome.class, "orThrow")
                .bean(ListSteps.class, "storeVersions")
                .bean(KeyWaiters.class, "answer");

        from("timer:refresh.first-version?repeatCount=1&delay=0")
                .routeId("refresh-first-version")
                .group("refresh")
                .description("Asks for the data builds at once in an installation that has not seen any")
                .routeConfigurationId(ErrorPolicies.NEXT_TICK)
                .filter(method(ListSteps.class, "versionUnknown"))
                .to("direct:refresh.poll-version");
    }
}
