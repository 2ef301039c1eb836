package io.vinbridge.chromedata;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;
import io.vinbridge.work.Lane;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Admission of calls: the lanes that this node's circuit breakers and the cluster's budget let through now. */
@Component
public class CallAdmission {

    /** Lanes in which everything is a call; what is to be described may be answered without. */
    private static final List<Lane> CALLS_ONLY = List.of(Lane.LIST, Lane.MEDIA, Lane.PICTURE);

    private final List<Guarded> guarded;
    private final Budget budget;
    private final boolean account;

    CallAdmission(
            CircuitBreaker accountBreaker,
            CircuitBreaker requestBreaker,
            CircuitBreaker adsBreaker,
            CircuitBreaker mediaBreaker,
            CircuitBreaker pictureBreaker,
            BreakerFallback accountFallback,
            BreakerFallback requestGate,
            BreakerFallback adsFallback,
            BreakerFallback mediaFallback,
            BreakerFallback pictureFallback,
            Budget budget,
            Account account) {
        this.guarded = List.of(
                new Guarded(adsBreaker, adsFallback, List.of(Lane.LIST, Lane.DESCRIBE)),
                new Guarded(mediaBreaker, mediaFallback, List.of(Lane.MEDIA)),
                new Guarded(pictureBreaker, pictureFallback, List.of(Lane.PICTURE)),
                new Guarded(requestBreaker, requestGate, List.of(Lane.LIST, Lane.DESCRIBE)),
                new Guarded(
                        accountBreaker, accountFallback, List.of(Lane.LIST, Lane.DESCRIBE, Lane.MEDIA, Lane.PICTURE)));
        this.budget = budget;
        this.account = account.complete();
    }

    /** Number of calls in a lane that the circuit breakers let through: none, a few trials, or all. */
    public int admitted(Lane lane, int most) {
        if (!account && CALLS_ONLY.contains(lane)) {
            return 0;
        }
        return guarded.stream()
                .filter(one -> one.lanes.contains(lane))
                .mapToInt(one -> one.admitted(most))
                .min()
                .orElse(most);
    }

    /**
     * Whether a service behind a lane is in trouble, so that its failures say nothing of what was asked: a breaker is open, or tries
     * whether the trouble has passed.
     */
    public boolean troubled(Lane lane) {
        return guarded.stream()
                .filter(one -> one.lanes.contains(lane))
                .anyMatch(one -> one.breaker.getState() != CircuitBreaker.State.CLOSED);
    }

    /**
     * Lets a call pass, whatever it is.
     *
     * @throws Failure where there is no account to ask with
     */
    public void requireAccount() {
        if (!account) {
            throw noAccount();
        }
    }

    /** The lanes in which nothing is begun now, for people who wait or for the others, and why. */
    public Map<Lane, Failure> closed(boolean people) {
        Map<Lane, Failure> closed = budget.closed(people);
        if (!account) {
            CALLS_ONLY.forEach(lane -> closed.put(lane, noAccount()));
        }
        guarded.stream()
                .filter(one -> one.admitted(1) == 0)
                .forEach(one -> one.lanes.forEach(lane -> closed.put(lane, one.gate.closed())));
        return closed;
    }

    private static Failure noAccount() {
        return new Failure(Reason.UPSTREAM_REFUSED, "There is no ChromeData account to ask with");
    }

    private record Guarded(CircuitBreaker breaker, BreakerFallback gate, List<Lane> lanes) {

        int admitted(int most) {
            return switch (breaker.getState()) {
                case OPEN, FORCED_OPEN -> 0;
                case HALF_OPEN ->
                    Math.min(most, breaker.getCircuitBreakerConfig().getPermittedNumberOfCallsInHalfOpenState());
                default -> most;
            };
        }
    }
}
