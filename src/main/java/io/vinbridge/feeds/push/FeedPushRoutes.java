package io.vinbridge.feeds.push;

import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** The steps of operators' routes that push feeds. */
@Component
class FeedPushRoutes extends RouteBuilder {

    @Override
    public void configure() {
        from("direct:feeds.make")
                .routeId("feeds-make")
                .group("feeds")
                .description("Makes the feed that the variable feed names, whole, to be pushed; a shorter one is held")
                .routeProperty("offered", "true")
                .errorHandler(noErrorHandler())
                .bean(FeedPushSteps.class, "make");

        from("direct:feeds.note-pushed")
                .routeId("feeds-note-pushed")
                .group("feeds")
                .description("Notes that the feed went out, against which the next one is held")
                .routeProperty("offered", "true")
                .errorHandler(noErrorHandler())
                .bean(FeedPushSteps.class, "note");
    }
}
