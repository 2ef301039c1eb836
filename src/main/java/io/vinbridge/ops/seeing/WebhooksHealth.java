package io.vinbridge.ops.seeing;

import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/** Whether receivers of webhooks fail, as last sampled. */
@Component("webhooksHealthIndicator")
class WebhooksHealth implements HealthIndicator {

    private final Sampling sampling;

    WebhooksHealth(Sampling sampling) {
        this.sampling = sampling;
    }

    @Override
    public Health health() {
        long resting = (long) sampling.last(StoreGauge.WEBHOOKS_RESTING);
        if (resting == 0) {
            return Health.up().build();
        }
        return Degraded.because(
                "webhooks-resting",
                resting + " webhooks rest because their receivers fail",
                "Look at GET /api/v1/webhooks and the deliveries of those with failures; they are tried again for a day");
    }
}
