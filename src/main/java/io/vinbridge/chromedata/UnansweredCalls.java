package io.vinbridge.chromedata;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;
import java.time.Duration;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.Variable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Calls of each service since it answered last. A breaker opens once enough of them have failed, and where calls hang
 * that takes the time limit of several: operators are told sooner.
 */
@Component
public class UnansweredCalls {

    /**
     * Longer than a slow answer takes, and less than half a minute, within which operators are told of whatever fails.
     */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** One call alone may be lost on its way. */
    private static final int SEVERAL = 2;

    private final Map<ChromeDataService, Unanswered> services;
    private final LongSupplier nanos;
    private final Duration remembered;

    @Autowired
    UnansweredCalls(Map<String, CircuitBreaker> breakers, ChromeDataSettings settings) {
        this(breakers, settings, System::nanoTime);
    }

    /** The same with another clock; {@code nanos} counts as {@link System#nanoTime} does. */
    public UnansweredCalls(Map<String, CircuitBreaker> breakers, ChromeDataSettings settings, LongSupplier nanos) {
        this.services = Stream.of(ChromeDataService.values())
                .collect(Collectors.toUnmodifiableMap(
                        service -> service, service -> watched(breakers.get(service.word() + "Breaker"))));
        this.nanos = nanos;
        // Nobody asks a service that nobody needs: what it did long ago is no news.
        this.remembered = settings.answerTimeout().plusSeconds(30);
    }

    /** Notes that a call goes out. */
    public void begin(@Variable("calledService") ChromeDataService service) {
        services.get(service).begin(nanos.getAsLong());
    }

    /** Calls of a service that went out since it answered last. */
    int number(ChromeDataService service) {
        return services.get(service).number();
    }

    /**
     * How long a service has been asked without any answer.
     *
     * @return zero while it answers, and for as long as an answer may well take
     */
    public Duration since(ChromeDataService service) {
        return services.get(service).since(nanos.getAsLong(), remembered);
    }

    private static Unanswered watched(CircuitBreaker breaker) {
        Unanswered calls = new Unanswered();
        breaker.getEventPublisher()
                .onSuccess(event -> calls.answered())
                .onIgnoredError(event -> calls.failed(event.getThrowable()))
                .onError(event -> calls.failed(event.getThrowable()));
        return calls;
    }

    /** Calls of one service. */
    private static final class Unanswered {
        private int calls;
        private long first;
        private long last;

        synchronized void begin(long now) {
            first = calls++ == 0 ? now : first;
            last = now;
        }

        synchronized int number() {
            return calls;
        }

        synchronized void answered() {
            calls = 0;
        }

        /** A refusal, and what cannot be read, are answers. */
        void failed(Throwable failure) {
            if (failure instanceof Failure named && named.reason() != Reason.UPSTREAM_UNAVAILABLE) {
                answered();
            }
        }

        synchronized Duration since(long now, Duration remembered) {
            Duration waited = Duration.ofNanos(now - first);
            boolean asked = calls >= SEVERAL && now - last < remembered.toNanos();
            return asked && waited.compareTo(PATIENCE) >= 0 ? waited : Duration.ZERO;
        }
    }
}
