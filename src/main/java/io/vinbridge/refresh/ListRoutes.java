package io.vinbridge.refresh;

import io.vinbridge.chromedata.Outcome;
import io.vinbridge.failures.ErrorPolicies;
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
                .description("Lists a style's pictures unless that was done a moment ago, and stores what there are")
                .routeConfigurationId(WorkPolicy.GIVE_BACK)
                .choice()
                .when(Workers::answered)
                .bean(Listing.class, "finish")
                .otherwise()
                .setBody(method(Listing.class, "style"))
                .to("direct:chromedata.ask-media")
                .bean(Outcome.class, "orThrow")
                .to("direct:refresh.keep-listing")
                .bean(Workers.class, "expectAfter")
                .end()
                .bean(Awaiting.class, "answer");

        from("direct:refresh.keep-listing")
                .routeId("refresh-keep-listing")
                .group("refresh")
                .description("Stores a listing that was paid for, again while the database is away")
                .routeConfigurationId(WorkPolicy.KEEP)
                .bean(StoringListings.class, "store");

        from("direct:refresh.list-catalog")
                .routeId("refresh-list-catalog")
                .group("refresh")
                .description("Fetches one list of the catalogue and stores it")
                .routeConfigurationId(WorkPolicy.GIVE_BACK)
                .setBody(method(Listing.class, "catalogQuestion"))
                .to("direct:chromedata.ask-ads")
                .bean(Outcome.class, "orThrow")
                .bean(Listing.class, "storeCatalog")
                .bean(Awaiting.class, "answer");

        from("direct:refresh.read-version")
                .routeId("refresh-read-version")
                .group("refresh")
                .description("Asks which data builds there are and remembers them")
                .routeConfigurationId(WorkPolicy.GIVE_BACK)
                .setBody(method(Listing.class, "versionQuestion"))
                .to("direct:chromedata.ask-ads")
                .bean(Outcome.class, "orThrow")
                .bean(Listing.class, "storeVersions")
                .bean(Awaiting.class, "answer");

        from("timer:refresh.first-version?repeatCount=1&delay=0")
                .routeId("refresh-first-version")
                .group("refresh")
                .description("Asks for the data builds at once in an installation that has not seen any")
                .routeConfigurationId(ErrorPolicies.NEXT_TICK)
                .filter(method(Listing.class, "versionUnknown"))
                .to("direct:refresh.poll-version");
    }
}
