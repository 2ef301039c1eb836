package io.vinbridge.ops.seeing;

import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/** Whether more dead letters wait than anybody expects, as last sampled. */
@Component("deadLettersHealthIndicator")
class DeadLettersHealth implements HealthIndicator {

    private final SeeingSettings settings;
    private final Sampling sampling;

    DeadLettersHealth(SeeingSettings settings, Sampling sampling) {
        this.settings = settings;
        this.sampling = sampling;
    }

    @Override
    public Health health() {
        long waiting = (long) sampling.last(StoreGauge.DEAD_LETTERS);
        if (waiting <= settings.deadLetters()) {
            return Health.up().build();
        }
        return Degraded.because(
                "dead-letters-many",
                waiting + " dead letters wait",
                "Look at GET /api/v1/dead-letters; mend the cause, then POST /api/v1/dead-letters/replay or /discard");
    }
}
