package io.vinbridge.ops.health;

import io.vinbridge.ops.monitoring.DegradedHealth;
import io.vinbridge.ops.monitoring.GaugeSampler;
import io.vinbridge.ops.monitoring.StoreGauge;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/** Health of the webhooks: degraded while receivers fail, as last sampled. */
@Component("webhooksHealthIndicator")
class WebhooksHealth implements HealthIndicator {

    private final GaugeSampler sampling;

    WebhooksHealth(GaugeSampler sampling) {
        this.sampling = sampling;
    }

    @Override
    public Health health() {
        long resting = (long) sampling.last(StoreGauge.WEBHOOKS_RESTING);
        if (resting == 0) {
            return Health.up().build();
        }
        return DegradedHealth.because(
                "webhooks-resting",
                resting + " webhooks rest because their receivers fail",
                "Look at GET /api/v1/webhooks and the deliveries of those with failures; they are tried again for a day");
    }
}
