package io.vinbridge.ops;

import java.util.Map;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/** Whether all of the operator's routes run. It is no part of readiness: the others do. */
@Component("routes")
class RoutesHealth implements HealthIndicator {

    private final RouteFiles files;

    RoutesHealth(RouteFiles files) {
        this.files = files;
    }

    @Override
    public Health health() {
        Map<String, String> refused = files.refused();
        if (refused.isEmpty()) {
            return Health.up().build();
        }
        return Health.status(ChromeDataHealth.DEGRADED)
                .withDetail("state", "route-refused")
                .withDetail("what", refused)
                .withDetail("todo", "Mend the file and start the node again; the routes of the other files run")
                .build();
    }
}
