package io.vinbridge.api.stream;

import io.vinbridge.settings.Bounds;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the streams of changes (server-sent events).
 *
 * @param readers how many readers one node takes; who comes after them is told to come back
 * @param readersPerKey how many of them one key or token may have
 * @param heartbeat how long a stream is silent at most, so that neither end takes the other for gone
 * @param reconnect when a reader that lost its stream should come back
 */
@ConfigurationProperties("vinbridge.streams")
record StreamSettings(
        @Bounds(least = "1", most = "100000") @DefaultValue("200")
        int readers,

        @Bounds(least = "1", most = "100000") @DefaultValue("50")
        int readersPerKey,

        @Bounds(least = "100ms", most = "5m") @DefaultValue("15s")
        Duration heartbeat,

        @Bounds(least = "1ms", most = "10m") @DefaultValue("2s")
        Duration reconnect) {}
