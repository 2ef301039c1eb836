package io.vinbridge.work;

import io.vinbridge.failures.Reason;
import io.vinbridge.settings.Bounds;
import io.vinbridge.settings.ClusterWide;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the queue: leases, backoff, and attempts.
 *
 * @param lease how long a claim holds without being renewed: what a crashed node held is taken up again after this time
 * @param firstPause first backoff of work that failed; it doubles with every attempt, with jitter
 * @param longestPause the longest backoff of work that failed
 * @param personPause how soon a person who asks again may cause another attempt at work that failed
 * @param deadPause how long a billed dead letter rests before whatever wants it but a person may cause another attempt:
 *     its age, an event, a reader whom something older is served; what is not billed rests for the longest pause
 * @param attempts how often work is tried whose failure may pass, before it becomes a dead letter
 * @param hopelessAttempts how often work is tried whose failure hardly passes by itself: refused, or answered with
 *     nonsense
 */
@ConfigurationProperties("vinbridge.work")
record WorkSettings(
        @ClusterWide @Bounds(least = "1s", most = "1h") @DefaultValue("30s")
        Duration lease,

        @Bounds(least = "1ms", most = "1d") @DefaultValue("10s")
        Duration firstPause,

        @Bounds(least = "1ms", most = "30d") @DefaultValue("1h")
        Duration longestPause,

        @Bounds(least = "0s", most = "1d") @DefaultValue("10s")
        Duration personPause,

        @Bounds(least = "0s", most = "365d") @DefaultValue("1d")
        Duration deadPause,

        @Bounds(least = "1", most = "10000") @DefaultValue("30")
        int attempts,

        @Bounds(least = "1", most = "10000") @DefaultValue("4")
        int hopelessAttempts) {

    int attempts(Reason reason) {
        return switch (reason) {
            case UPSTREAM_REFUSED, UPSTREAM_MALFORMED, INVALID_REQUEST, INTERNAL -> hopelessAttempts;
            default -> attempts;
        };
    }
}
