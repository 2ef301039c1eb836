package io.vinbridge.chromedata.status;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.vinbridge.chromedata.ChromeDataSettings;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Meters of this node's circuit breakers and of the calls' budget. The time that calls take is measured by the routes
 * that make them.
 */
@Component
class ChromeDataMeters implements MeterBinder {

    private final List<CircuitBreaker> breakers;
    private final ChromeDataSettings settings;

    ChromeDataMeters(List<CircuitBreaker> breakers, ChromeDataSettings settings) {
        this.breakers = breakers;
        this.settings = settings;
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        // One account may serve both: then its breaker is two beans.
        for (CircuitBreaker breaker : Set.copyOf(breakers)) {
            Gauge.builder("vinbridge.breaker", breaker, ChromeDataMeters::shut)
                    .description("State of the circuit breaker: 0 closed, 0.5 half open, 1 open")
                    .tag("breaker", breaker.getName())
                    .register(meters);
        }
        if (settings.callsPerDay() != null) {
            Gauge.builder("vinbridge.budget.limit", settings::callsPerDay)
                    .description("Billed calls that a UTC day may have")
                    .register(meters);
        }
    }

    private static double shut(CircuitBreaker breaker) {
        return switch (breaker.getState()) {
            case OPEN, FORCED_OPEN -> 1;
            case HALF_OPEN -> 0.5;
            default -> 0;
        };
    }
}
