package io.vinbridge.ops.health;

import io.vinbridge.ops.monitoring.DegradedHealth;
import java.util.List;
import java.util.Objects;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/** Health of the routes that take requests to the store: without one of them this node is not ready. */
@Component("flowsHealthIndicator")
class FlowsHealth implements HealthIndicator {

    private static final List<String> REQUEST_PATH = List.of("api", "refresh", "chromedata");

    private final CamelContext context;

    FlowsHealth(CamelContext context) {
        this.context = context;
    }

    @Override
    public Health health() {
        List<String> stopped = context.getRoutes().stream()
                .filter(route -> REQUEST_PATH.contains(Objects.toString(route.getGroup(), "")))
                .filter(route -> !Boolean.FALSE.equals(route.isAutoStartup()))
                .map(Route::getRouteId)
                .filter(id -> !context.getRouteController().getRouteStatus(id).isStarted())
                .toList();
        return stopped.isEmpty() && context.isStarted()
                ? Health.up().build()
                : DegradedHealth.outOfService(
                        "flows-stopped", stopped, "Restart this node; its log says why the routes do not run");
    }
}
