package io.vinbridge.ops;

import io.vinbridge.events.acting.Flood;
import io.vinbridge.events.intake.Subscription;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/** Whether events come in and are acted upon. It is no part of readiness: HTTP takes them in, and what is stored is served. */
@Component("events")
class EventsHealth implements HealthIndicator {

    private final Subscription subscription;
    private final Flood flood;

    EventsHealth(Subscription subscription, Flood flood) {
        this.subscription = subscription;
        this.flood = flood;
    }

    @Override
    public Health health() {
        if (flood.paused()) {
            return Health.status(ChromeDataHealth.DEGRADED)
                    .withDetail("state", "acting-paused")
                    .withDetail("what", "Most events cannot be acted upon; those that come in are stored and wait")
                    .withDetail("todo", "Look at GET /api/v1/dead-letters?source=acting and at the route act-on-event")
                    .build();
        }
        if (subscription.silent()) {
            return Health.status(ChromeDataHealth.DEGRADED)
                    .withDetail("state", "redis-silent")
                    .withDetail("what", "Redis does not answer; no events come in by it")
                    .withDetail("todo", "Check Redis and SPRING_DATA_REDIS_URL; it is tried again by itself")
                    .build();
        }
        return Health.up().build();
    }
}
