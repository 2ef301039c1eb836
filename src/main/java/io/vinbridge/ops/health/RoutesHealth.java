package io.vinbridge.ops.health;

import io.vinbridge.ops.monitoring.DegradedHealth;
import io.vinbridge.ops.routes.RouteTroubles;
import java.util.Map;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/** Health of the operator's routes. It is no part of readiness: a node serves with those that run. */
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
                "Mend the file; until then its last good revision runs, if there is one, and all other files run");
    }
}
