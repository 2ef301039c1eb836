package io.vinbridge.events.publishing;

import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** The steps that the route of an operator calls to publish changes. What fails in one fails in that route. */
@Component
class PublishingRoutes extends RouteBuilder {

    @Override
    public void configure() {
        errorHandler(noErrorHandler());

        from("direct:events.take-changes")
                .routeId("events-take-changes")
                .group("events")
                .description("Takes the changes that are to be published next, as a list of JSON")
                .routeProperty("offered", "true")
                .bean(Publication.class, "take");

        from("direct:events.append-changes")
                .routeId("events-append-changes")
                .group("events")
                .description("Appends a list of changes to the Redis stream")
                .routeProperty("offered", "true")
                .bean(ChangesStream.class, "append");

        from("direct:events.note-published")
                .routeId("events-note-published")
                .group("events")
                .description("Notes that what was taken is published")
                .routeProperty("offered", "true")
                .bean(Publication.class, "note");
    }
}
