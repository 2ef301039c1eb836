package io.vinbridge.ops.health;

import io.vinbridge.ops.monitoring.DegradedHealth;
import io.vinbridge.ops.routes.RouteTroubles;
import java.util.Map;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/** Whether all of the operator's routes run. It is no part of readiness: the others do. */
@Component("routes")
class RoutesHealth implements HealthIndicator {

    private final RouteTroubles troubles;

    RoutesHealth(RouteTroubles troubles) {
        this.troubles = troubles;
    }

    @Override
    public Health health() {
        Map<String, String> refused = troubles.all();
        if (refused.isEmpty()) {
            return Health.up().build();
        }
        return DegradedHealth.because(
                "route-refused",
                refused,
                "Mend the file; until then the last good revision runs, if there is one, and the other files do");
    }
}
