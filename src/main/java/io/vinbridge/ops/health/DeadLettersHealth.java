package io.vinbridge.ops.health;

import io.vinbridge.ops.monitoring.DegradedHealth;
import io.vinbridge.ops.monitoring.GaugeSampler;
import io.vinbridge.ops.monitoring.MonitoringSettings;
import io.vinbridge.ops.monitoring.StoreGauge;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/** Health of the dead letters: degraded if more wait than the settings allow, as last sampled. */
@Component("deadLettersHealthIndicator")
class DeadLettersHealth implements HealthIndicator {

    private final MonitoringSettings settings;
    private final GaugeSampler sampling;

    DeadLettersHealth(MonitoringSettings settings, GaugeSampler sampling) {
        this.settings = settings;
        this.sampling = sampling;
    }

    @Override
    public Health health() {
        long waiting = (long) sampling.last(StoreGauge.DEAD_LETTERS);
        if (waiting <= settings.deadLetters()) {
            return Health.up().build();
        }
        return DegradedHealth.because(
                "dead-letters-many",
                waiting + " dead letters wait",
                "Look at GET /api/v1/dead-letters; mend the cause, then POST /api/v1/dead-letters/replay or /discard");
    }
}
