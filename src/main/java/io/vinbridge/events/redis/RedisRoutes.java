package io.vinbridge.events.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vinbridge.events.EventSettings;
import io.vinbridge.events.intake.IntakeErrorPolicy;
import java.net.URLEncoder;
import java.time.Duration;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** The ways in from Redis; nothing is acknowledged before it is stored. */
@Component
class RedisRoutes extends RouteBuilder {

    /** How often the subscription is looked at, and sent a heartbeat. */
    static final Duration HEARTBEAT = Duration.ofSeconds(1);

    private final EventSettings.Redis settings;

    RedisRoutes(EventSettings settings) {
        this.settings = settings.redis();
    }

    @Override
    public void configure() {
        from("direct:events.buffer")
                .routeId("events-buffer")
                .group("events")
                .description("Buffers pub/sub messages until they are stored together")
                .routeProperty("offered", "true")
                .errorHandler(noErrorHandler())
                .bean(PubSubBuffer.class, "add");

        from("scheduler:events.store-buffered?initialDelay=0&delay=50&greedy=true")
                .routeId("events-store-buffered")
                .group("events")
                .description("Stores buffered pub/sub messages, many at once")
                .routeConfigurationId(IntakeErrorPolicy.AGAIN)
                .setBody(method(PubSubBuffer.class, "next"))
                .setProperty(Exchange.SCHEDULER_POLLED_MESSAGES, simple("${body} != null", Boolean.class))
                .filter(body().isNotNull())
                .to("direct:events.take-in")
                .bean(PubSubBuffer.class, "stored");

        from("timer:events.heartbeat?period=" + HEARTBEAT.toMillis())
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
        from("redis-stream:" + URLEncoder.encode(settings.stream(), UTF_8) + "?reader=" + number)
                .routeId("events-read-stream-" + number)
                .group("events")
                .description("Stores the entries of the Redis stream, which are acknowledged then")
                .autoStartup(settings.enabled())
                .errorHandler(noErrorHandler())
                .to("direct:events.take-in");
    }
}
