package io.vinbridge.chromedata;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;
import java.util.concurrent.atomic.AtomicReference;

/** Last failure that a breaker counted: why it is open, for those whose calls are held back. */
public final class LastFailure {

    private final AtomicReference<Failure> last = new AtomicReference<>();

    private LastFailure() {}

    public static LastFailure of(CircuitBreaker breaker) {
        LastFailure failure = new LastFailure();
        breaker.getEventPublisher().onError(event -> {
            if (event.getThrowable() instanceof Failure counted) {
                failure.last.set(counted);
            }
        });
        return failure;
    }

    /** Null where none was counted. */
    public Failure failure() {
        return last.get();
    }

    /** What the service has been doing instead of answering, after its name. */
    public String inWords() {
        Reason reason =
                failure() == null ? Reason.UPSTREAM_UNAVAILABLE : failure().reason();
        return switch (reason) {
            case UPSTREAM_MALFORMED -> " has been answering what cannot be right";
            case UPSTREAM_REFUSED -> " has been refusing what it is asked";
            default -> " has not been answering";
        };
    }
}
