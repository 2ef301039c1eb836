package io.vinbridge.ops.health;

import io.vinbridge.events.processing.FailureBreaker;
import io.vinbridge.events.redis.Subscription;
import io.vinbridge.ops.monitoring.DegradedHealth;
import io.vinbridge.publishing.redis.RedisWriteProbe;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Health of event intake and processing. It is no part of readiness: HTTP takes events in, and stored data is served.
 */
@Component("events")
class EventsHealth implements HealthIndicator {

    private final Subscription subscription;
    private final FailureBreaker flood;
    private final RedisWriteProbe redis;

    EventsHealth(Subscription subscription, FailureBreaker flood, RedisWriteProbe redis) {
        this.subscription = subscription;
        this.flood = flood;
        this.redis = redis;
    }

    @Override
    public Health health() {
        return DegradedHealth.of(Stream.of(paused(), refusing(), silent())
                .flatMap(Optional::stream)
                .toList());
    }

    private Optional<Health> paused() {
        return !flood.paused()
                ? Optional.empty()
                : Optional.of(DegradedHealth.because(
                        "acting-paused",
                        "Most events cannot be processed; those that come in are stored and wait",
                        "Look at GET /api/v1/dead-letters?source=acting and at the route act-on-event"));
    }

    private Optional<Health> refusing() {
        return redis.refusal()
                .map(words -> DegradedHealth.because(
                        "redis-refusing",
                        "Redis answers and lets nothing be written: " + words,
                        "Let SPRING_DATA_REDIS_URL lead to the primary, give Redis memory and room on its disk, and its user the rights that"
                                + " docs/deployment.md names; it is tried again by itself"));
    }

    private Optional<Health> silent() {
        return redis.refusal().isPresent() || !subscription.silent()
                ? Optional.empty()
                : Optional.of(DegradedHealth.because(
                        "redis-silent",
                        "Redis does not answer; no events come in from it",
                        "Check Redis and SPRING_DATA_REDIS_URL; it is tried again by itself"));
    }
}
