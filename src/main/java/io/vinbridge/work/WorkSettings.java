package io.vinbridge.work;

import io.vinbridge.failures.Reason;
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
 * @param deadPause how long a billed dead letter rests before whatever wants it but a person may cause another attempt: its age, an event,
 *     a reader whom something older is served; what is not billed rests for the longest pause
 * @param attempts how often work is tried whose failure may pass, before it becomes a dead letter
 * @param hopelessAttempts how often work is tried whose failure hardly passes by itself: refused, or answered with nonsense
 */
@ConfigurationProperties("vinbridge.work")
record WorkSettings(
        @DefaultValue("30s") Duration lease,
        @DefaultValue("10s") Duration firstPause,
        @DefaultValue("1h") Duration longestPause,
        @DefaultValue("10s") Duration personPause,
        @DefaultValue("1d") Duration deadPause,
        @DefaultValue("30") int attempts,
        @DefaultValue("4") int hopelessAttempts) {

    int attempts(Reason reason) {
        return switch (reason) {
            case UPSTREAM_REFUSED, UPSTREAM_MALFORMED, INTERNAL -> hopelessAttempts;
            default -> attempts;
        };
    }
}
