package io.vinbridge.ops.health;

import io.vinbridge.events.intake.Subscription;
import io.vinbridge.events.processing.FailureBreaker;
import io.vinbridge.ops.monitoring.DegradedHealth;
import io.vinbridge.publishing.redis.RedisWriteProbe;
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
        if (flood.paused()) {
            return DegradedHealth.because(
                    "acting-paused",
                    "Most events cannot be processed; those that come in are stored and wait",
                    "Look at GET /api/v1/dead-letters?source=acting and at the route act-on-event");
        }
        if (redis.refusal().isPresent()) {
            return DegradedHealth.because(
                    "redis-refusing",
                    "Redis answers and lets nothing be written: "
                            + redis.refusal().get(),
                    "Let SPRING_DATA_REDIS_URL lead to the primary, give Redis memory and room on its disk, and its user the rights that"
                            + " docs/deployment.md names; it is tried again by itself");
        }
        if (subscription.silent()) {
            return DegradedHealth.because(
                    "redis-silent",
                    "Redis does not answer; no events come in from it",
                    "Check Redis and SPRING_DATA_REDIS_URL; it is tried again by itself");
        }
        return Health.up().build();
    }
}
