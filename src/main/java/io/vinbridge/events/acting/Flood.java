package io.vinbridge.events.acting;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.vinbridge.events.EventSettings;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/**
 * Pauses acting where most events fail: something is wrong with the routes, or with what all of them need, and trying on would make dead
 * letters of everything. Events are taken in meanwhile, and wait.
 */
@Component
public class Flood {

    private final CircuitBreaker breaker;

    Flood(EventSettings settings) {
        EventSettings.Flood flood = settings.flood();
        this.breaker = CircuitBreaker.of(
                "acting",
                CircuitBreakerConfig.custom()
                        .slidingWindowType(SlidingWindowType.COUNT_BASED)
                        .slidingWindowSize(flood.events())
                        .minimumNumberOfCalls(flood.events())
                        .failureRateThreshold(flood.failing())
                        .waitDurationInOpenState(flood.pause())
                        .automaticTransitionFromOpenToHalfOpenEnabled(true)
                        .permittedNumberOfCallsInHalfOpenState(flood.events())
                        .build());
    }

    /** Whether acting goes on. */
    boolean calm() {
        return !paused();
    }

    /** Whether acting is paused. */
    public boolean paused() {
        return breaker.getState() == State.OPEN;
    }

    void note(EventInHand event) {
        if (event.failure() == null) {
            breaker.onSuccess(0, TimeUnit.NANOSECONDS);
        } else {
            breaker.onError(0, TimeUnit.NANOSECONDS, event.failure());
        }
    }
}
