package io.vinbridge.ops.health;

import io.vinbridge.ops.monitoring.DegradedHealth;
import io.vinbridge.ops.nodes.NodeRegistry;
import io.vinbridge.settings.SettingNames;
import java.util.List;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Health of the nodes together: settings that must be equal are. It is no part of readiness: a rolling change makes
 * them differ for a while.
 */
@Component("nodesHealthIndicator")
class NodesHealth implements HealthIndicator {

    private final NodeRegistry nodes;

    NodesHealth(NodeRegistry nodes) {
        this.nodes = nodes;
    }

    @Override
    public Health health() {
        List<String> differences = nodes.differences().stream()
                .map(one -> "%s is %s here and %s on %s"
                        .formatted(
                                SettingNames.variable(one.setting()), said(one.here()), said(one.there()), one.node()))
                .toList();
        return differences.isEmpty()
                ? Health.up().build()
                : DegradedHealth.because(
                        "settings-differ",
                        differences,
                        "Give all nodes the same settings and restart those that have others; during a rolling change this passes by itself");
    }

    private static String said(String value) {
        return value.isEmpty() ? "not set" : value;
    }
}
