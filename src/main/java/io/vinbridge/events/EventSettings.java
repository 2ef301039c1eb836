package io.vinbridge.events;

import io.vinbridge.settings.Bounds;
import io.vinbridge.settings.ClusterWide;
import io.vinbridge.settings.Form;
import java.time.Duration;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings of event intake and processing.
 *
 * @param kinds the kinds that are known; another is a dead letter
 * @param largest how large an event may be; a larger one is a dead letter, and so is a message ten times as large
 * @param largestField how large a field of an event may be; a larger one is left out with a warning
 * @param mostFields how many fields an event may have; what is beyond, in the order they come, is left out with a
 *     warning
 * @param tolerance how far ahead of ours a source's clock may be: an event counts as having happened by then at the
 *     latest
 * @param unknownVehicles treatment of an event about a vehicle that nobody tracks and that is not said to arrive
 * @param lookAgainAfter how old a description must be for an event to cause a new fetch of it
 * @param processing whether this node acts upon events; what is taken in waits for one that does
 * @param attempts how often it is tried to act upon an event before it becomes a dead letter
 * @param keep for how long an event is kept after it came in, and a repeat of it known as one
 * @param batch how many events are acted upon in one transaction at most; of large ones a megabyte
 * @param processingLease how long events are taken to be in the hands of a node that has begun to act upon them: after
 *     that, it has ended
 */
@ConfigurationProperties("vinbridge.events")
public record EventSettings(
        @ClusterWide
        @Form(value = "[^\\s]{1,100}", words = "names without spaces")
        @DefaultValue({"vehicle.arrived", "vehicle.updated", "vehicle.price-changed", "vehicle.sold", "vehicle.removed"
        })
        Set<String> kinds,

        @ClusterWide @Bounds(least = "1KB", most = "16MB") @DefaultValue("256KB")
        DataSize largest,

        @ClusterWide @Bounds(least = "100B", most = "16MB") @DefaultValue("32KB")
        DataSize largestField,

        @ClusterWide @Bounds(least = "1", most = "10000") @DefaultValue("200")
        int mostFields,

        @Bounds(least = "0s", most = "365d") @DefaultValue("5m")
        Duration tolerance,

        @ClusterWide @DefaultValue("TAKE_UP") UnknownVehicles unknownVehicles,

        @ClusterWide @Bounds(least = "0s", most = "3650d") @DefaultValue("1d")
        Duration lookAgainAfter,

        @DefaultValue("true") boolean processing,

        @Bounds(least = "1", most = "1000") @DefaultValue("5")
        int attempts,

        @ClusterWide @Bounds(least = "1m", most = "3650d") @DefaultValue("90d")
        Duration keep,

        @Bounds(least = "1", most = "100000") @DefaultValue("500")
        int batch,

        @Bounds(least = "1s", most = "1h") @DefaultValue("1m")
        Duration processingLease,

        @DefaultValue Redis redis,
        @DefaultValue FailureBreakerSettings failureBreaker) {

    /** Treatment of an event about a vehicle that nobody tracks. */
    public enum UnknownVehicles {
        /** It is acted upon as about any other: the order in which events arrive makes no difference then. */
        TAKE_UP,
        /** It is counted and left alone. */
        IGNORE
    }

    /**
     * Intake from Redis.
     *
     * @param enabled whether events are taken in from Redis
     * @param channel the channel that is subscribed to
     * @param stream the stream that is read
     * @param field the field of the stream's entries that has the event; where it is missing, the others are looked at
     * @param group the consumer group of the stream
     * @param batch how many messages are stored in one transaction at most; of large ones a megabyte
     * @param readers how many readers of the stream a node has
     * @param buffer memory for pub/sub messages that wait to be stored
     * @param reclaimAfter after how long another reader takes over entries that one has read from the stream and not
     *     stored
     * @param heartbeatTimeout after how long a subscription is renewed that hears nothing, not even its own heartbeat
     *     of every second
     */
    public record Redis(
            @DefaultValue("true") boolean enabled,

            @ClusterWide @Form(value = "[^\\s]+", words = "a name without spaces") @DefaultValue("vehicle.events")
            String channel,

            @ClusterWide
            @Form(value = "[^\\s]+", words = "a name without spaces")
            @DefaultValue("vehicle.events.stream")
            String stream,

            @Form(value = "[^\\s]+", words = "a name without spaces") @DefaultValue("event")
            String field,

            @ClusterWide @Form(value = "[^\\s]+", words = "a name without spaces") @DefaultValue("vinbridge")
            String group,

            @Bounds(least = "1", most = "100000") @DefaultValue("1000")
            int batch,

            @Bounds(least = "1", most = "64") @DefaultValue("2")
            int readers,

            @Bounds(least = "1MB", most = "4GB") @DefaultValue("48MB")
            DataSize buffer,

            @Bounds(least = "100ms", most = "1h") @DefaultValue("15s")
            Duration reclaimAfter,

            @Bounds(least = "2s", most = "5m") @DefaultValue("4s")
            Duration heartbeatTimeout) {}

    /**
     * Settings of the circuit breaker of event processing. Events are taken in while it is open.
     *
     * @param events size of the window of the circuit breaker of event processing, in events
     * @param failing failure rate, in percent of the window, that opens the circuit breaker of event processing
     * @param pause how long the open circuit breaker pauses event processing
     */
    public record FailureBreakerSettings(
            @Bounds(least = "1", most = "100000") @DefaultValue("100")
            int events,

            @Bounds(least = "1", most = "100") @DefaultValue("50")
            float failing,

            @Bounds(least = "1ms", most = "1d") @DefaultValue("30s")
            Duration pause) {}
}
