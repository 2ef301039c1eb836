package io.vinbridge.ops.health;

import io.vinbridge.chromedata.ChromeDataService;
import io.vinbridge.ops.monitoring.DegradedHealth;
import io.vinbridge.ops.monitoring.GaugeSampler;
import io.vinbridge.ops.monitoring.StoreGauge;
import java.util.List;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/** Health of the rests that services of ChromeData asked for, as last sampled; short ones are no matter. */
@Component("holdsHealthIndicator")
class HoldsHealth implements HealthIndicator {

    private static final int SHORT_SECONDS = 60;

    private final GaugeSampler sampling;

    HoldsHealth(GaugeSampler sampling) {
        this.sampling = sampling;
    }

    @Override
    public Health health() {
        List<String> held = ChromeDataService.SERVERS.stream()
                .filter(service -> seconds(service) > SHORT_SECONDS)
                .map(service -> "%s for %d minutes".formatted(service, seconds(service) / 60))
                .toList();
        return held.isEmpty()
                ? Health.up().build()
                : DegradedHealth.because(
                        "asked-to-wait",
                        "ChromeData asked to be left alone (429, Retry-After): " + String.join(", ", held),
                        "Ask for less at once (VINBRIDGE_CHROMEDATA_CALLSPERSECOND); calls go on by themselves");
    }

    private long seconds(ChromeDataService service) {
        return (long) sampling.sum(StoreGauge.CALLS_HELD, "service", service.word());
    }
}
