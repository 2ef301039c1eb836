package io.vinbridge.events.intake;

import io.vinbridge.events.formats.EventNormalizer;
import org.apache.camel.LoggingLevel;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** The way in. All channels lead through {@code direct:events.take-in}. */
@Component
class IntakeRoutes extends RouteBuilder {

    @Override
    public void configure() {
        from("direct:events.take-in")
                .routeId("events-take-in")
                .group("events")
                .description("Normalizes messages and stores new events (deduplication)")
                .errorHandler(noErrorHandler())
                .bean(EventNormalizer.class, "read")
                .bean(Inbox.class, "store");

        from("direct:events.accept")
                .routeId("events-accept")
                .group("events")
                .description("Takes one message from a route of the operator's own")
                .routeProperty("offered", "true")
                .bean(CustomIntake.class, "read")
                .split(body())
                .idempotentConsumer(simple("${body.key}"))
                .idempotentRepository("inboxRepository")
                .removeOnFailure(false)
                .log(LoggingLevel.DEBUG, "Accepted ${body.key}");
    }
}
