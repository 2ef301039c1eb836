package io.vinbridge.publishing.redis;

import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** The steps that the route of an operator calls to publish changes. What fails in one fails in that route. */
@Component
class PublishingRoutes extends RouteBuilder {

    @Override
    public void configure() {
        errorHandler(noErrorHandler());

        from("direct:publishing.take-changes")
                .routeId("publishing-take-changes")
                .group("publishing")
                .description("Takes the next changes to publish, as a list of JSON")
                .routeProperty("offered", "true")
                .bean(RedisChangePublisher.class, "take");

        from("direct:publishing.append-changes")
                .routeId("publishing-append-changes")
                .group("publishing")
                .description("Appends a list of changes to the Redis stream")
                .routeProperty("offered", "true")
                .bean(ChangesStream.class, "append");

        from("direct:publishing.publish-changes")
                .routeId("publishing-publish-changes")
                .group("publishing")
                .description("Publishes a list of changes on the Redis channel")
                .routeProperty("offered", "true")
                .bean(ChangesChannel.class, "publish");

        from("direct:publishing.note-published")
                .routeId("publishing-note-published")
                .group("publishing")
                .description("Notes that the taken changes are published")
                .routeProperty("offered", "true")
                .bean(RedisChangePublisher.class, "note");

        from("timer:publishing.probe-redis?delay=0&period=5000")
                .routeId("publishing-probe-redis")
                .group("publishing")
                .description("Looks every five seconds whether Redis lets the service write")
                .bean(RedisWriteProbe.class, "look");
    }
}
