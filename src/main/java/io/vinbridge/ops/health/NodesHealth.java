package io.vinbridge.ops.health;

import io.vinbridge.ops.monitoring.DegradedHealth;
import io.vinbridge.ops.nodes.NodeRegistry;
import io.vinbridge.settings.SettingNames;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Health of the nodes together: settings that must be equal are, and clocks agree. It is no part of readiness: a
 * rolling change makes settings differ for a while, and whatever is due is due by the database's clock.
 */
@Component("nodesHealthIndicator")
class NodesHealth implements HealthIndicator {

    /** Signatures of calls and sessions bear minutes; a slow answer of the database takes seconds. */
    private static final int SECONDS_APART = 30;

    private final NodeRegistry nodes;

    NodesHealth(NodeRegistry nodes) {
        this.nodes = nodes;
    }

    @Override
    public Health health() {
        return DegradedHealth.of(
                Stream.concat(clock().stream(), settings().stream()).toList());
    }

    private Optional<Health> clock() {
        long ahead = nodes.ahead().toSeconds();
        return Math.abs(ahead) <= SECONDS_APART
                ? Optional.empty()
                : Optional.of(DegradedHealth.because(
                        "clock-differs",
                        "The clock of this node is %,d seconds %s PostgreSQL's"
                                .formatted(Math.abs(ahead), ahead > 0 ? "ahead of" : "behind"),
                        "Set the clock that is wrong, and keep both by NTP"));
    }

    private Optional<Health> settings() {
        List<String> differences = nodes.differences().stream()
                .map(one -> "%s is %s here and %s on %s"
                        .formatted(
                                SettingNames.variable(one.setting()), said(one.here()), said(one.there()), one.node()))
                .toList();
        return differences.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        DegradedHealth.because(
                                "settings-differ",
                                differences,
                                "Give all nodes the same settings and restart those that have others; during a rolling change this passes by itself"));
    }

    private static String said(String value) {
        return value.isEmpty() ? "not set" : value;
    }
}
