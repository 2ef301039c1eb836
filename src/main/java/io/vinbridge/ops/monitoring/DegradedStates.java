package io.vinbridge.ops.monitoring;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/** The named states of health as a gauge, so that an alert can name them too. */
@Component
class DegradedStates {

    private final Map<String, HealthIndicator> indicators;
    private final MultiGauge gauge;

    DegradedStates(Map<String, HealthIndicator> indicators, MeterRegistry meters) {
        this.indicators = indicators;
        this.gauge = MultiGauge.builder("vinbridge.degraded")
                .description("1 for each degraded state of health, 0 for the others")
                .register(meters);
    }

    /** Asks each. */
    void read() {
        List<MultiGauge.Row<?>> rows = indicators.entrySet().stream()
                .flatMap(named -> rows(
                        named.getKey(), DegradedHealth.states(named.getValue().health())))
                .toList();
        gauge.register(rows, true);
    }

    private static Stream<MultiGauge.Row<?>> rows(String component, List<String> states) {
        return states.isEmpty()
                ? Stream.of(row(component, "none", 0))
                : states.stream().map(state -> row(component, state, 1));
    }

    private static MultiGauge.Row<?> row(String component, String state, int value) {
        return MultiGauge.Row.of(Tags.of("component", component.replace("HealthIndicator", ""), "state", state), value);
    }
}
