package io.vinbridge.events.processing;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.vinbridge.events.EventSettings;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/**
 * Circuit breaker of event processing: it opens when most events fail. Something is wrong with the routes then, or with
 * what all of them need, and trying on would make dead letters of everything. Events are taken in meanwhile, and wait.
 */
@Component
public class FailureBreaker {

    private final CircuitBreaker breaker;

    FailureBreaker(EventSettings settings) {
        EventSettings.FailureBreakerSettings limits = settings.failureBreaker();
        this.breaker = CircuitBreaker.of(
                "acting",
                CircuitBreakerConfig.custom()
                        .slidingWindowType(SlidingWindowType.COUNT_BASED)
                        .slidingWindowSize(limits.events())
                        .minimumNumberOfCalls(limits.events())
                        .failureRateThreshold(limits.failing())
                        .waitDurationInOpenState(limits.pause())
                        .automaticTransitionFromOpenToHalfOpenEnabled(true)
                        .permittedNumberOfCallsInHalfOpenState(limits.events())
                        .build());
    }

    /** True while processing goes on. */
    boolean calm() {
        return !paused();
    }

    /** True while processing is paused. */
    public boolean paused() {
        return breaker.getState() == State.OPEN;
    }

    void note(EventContext event) {
        if (event.failure() == null) {
            breaker.onSuccess(0, TimeUnit.NANOSECONDS);
        } else {
            breaker.onError(0, TimeUnit.NANOSECONDS, event.failure());
        }
    }
}
