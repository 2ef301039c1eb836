package io.vinbridge.api.stream;

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
        @DefaultValue("200") int readers,
        @DefaultValue("50") int readersPerKey,
        @DefaultValue("15s") Duration heartbeat,
        @DefaultValue("2s") Duration reconnect) {}
