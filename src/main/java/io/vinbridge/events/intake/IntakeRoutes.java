package io.vinbridge.events.intake;

import io.vinbridge.events.EventSettings;
import io.vinbridge.events.formats.EventNormalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.camel.Exchange;
import org.apache.camel.LoggingLevel;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** The ways in. All lead through {@code direct:events.take-in}; nothing is acknowledged before it is stored. */
@Component
class IntakeRoutes extends RouteBuilder implements DisposableBean {

    private static final String AGAIN_AND_AGAIN = "?initialDelay=0&delay=50&greedy=true";

    private final RedisConnections connections;
    private final EventSettings.Redis settings;
    private final List<StreamReader> readers = new ArrayList<>();

    IntakeRoutes(RedisConnections connections, EventSettings settings) {
        this.connections = connections;
        this.settings = settings.redis();
    }

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

        from("direct:events.buffer")
                .routeId("events-buffer")
                .group("events")
                .description("Buffers pub/sub messages until they are stored together")
                .routeProperty("offered", "true")
                .errorHandler(noErrorHandler())
                .bean(PubSubBuffer.class, "add");

        from("scheduler:events.store-buffered" + AGAIN_AND_AGAIN)
                .routeId("events-store-buffered")
                .group("events")
                .description("Stores buffered pub/sub messages, many at once")
                .routeConfigurationId(IntakeErrorPolicy.AGAIN)
                .setBody(method(PubSubBuffer.class, "next"))
                .setProperty(Exchange.SCHEDULER_POLLED_MESSAGES, simple("${body} != null", Boolean.class))
                .filter(body().isNotNull())
                .to("direct:events.take-in")
                .bean(PubSubBuffer.class, "stored");

        from("timer:events.heartbeat?period=1000")
                .routeId("events-watch-subscription")
                .group("events")
                .description("Checks the subscription's heartbeat, and renews a silent one")
                .autoStartup(settings.enabled())
                .bean(Subscription.class, "look");

        for (int number = 1; number <= settings.readers(); number++) {
            readStream(number);
        }
    }

    private void readStream(int number) {
        StreamReader reader = new StreamReader(connections::open, settings, UUID.randomUUID() + "-" + number);
        readers.add(reader);
        from("scheduler:events.read-stream-" + number + AGAIN_AND_AGAIN)
                .routeId("events-read-stream-" + number)
                .group("events")
                .description("Reads the Redis stream, stores its entries, and acknowledges them")
                .autoStartup(settings.enabled())
                .onException(Exception.class)
                .handled(true)
                .logExhausted(false)
                .bean(reader, "notStored")
                .log(LoggingLevel.WARN, "What was read is not stored, and read again: ${exception.message}")
                .end()
                .setBody(method(reader, "read"))
                .setProperty(Exchange.SCHEDULER_POLLED_MESSAGES, simple("${body} != null", Boolean.class))
                .filter(body().isNotNull())
                .setVariable("entries", body())
                .setBody()
                .body(StreamEntries.class, StreamEntries::batch)
                .to("direct:events.take-in")
                .bean(reader, "acknowledge");
    }

    @Override
    public void destroy() {
        readers.forEach(StreamReader::close);
    }
}
