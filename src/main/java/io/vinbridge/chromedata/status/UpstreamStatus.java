package io.vinbridge.chromedata.status;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.StateTransition;
import io.vinbridge.chromedata.Breakers;
import io.vinbridge.chromedata.ChromeDataService;
import io.vinbridge.chromedata.LastFailure;
import io.vinbridge.chromedata.UnansweredCalls;
import io.vinbridge.chromedata.refusals.UpstreamRefused;
import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Status of ChromeData for operators: the calls that are held back, and the reason. */
@Component
public class UpstreamStatus {

    private static final Logger LOG = LoggerFactory.getLogger(UpstreamStatus.class);

    private final Map<ChromeDataService, Watched> services = new EnumMap<>(ChromeDataService.class);
    private final List<AccountStatus> accounts;
    private final CircuitBreaker request;
    private final LastFailure complaint;
    private final UnansweredCalls unanswered;

    /**
     * Watches the services' circuit breakers.
     *
     * @param breakers by the names of their beans, as {@link Breakers} has them
     */
    public UpstreamStatus(Map<String, CircuitBreaker> breakers, UnansweredCalls unanswered) {
        this.unanswered = unanswered;
        this.request = breakers.get("requestBreaker");
        this.complaint = LastFailure.of(request);
        this.accounts = ChromeDataService.SERVERS.stream()
                .map(service -> new AccountStatus(service, breakers.get(service.word() + "AccountBreaker")))
                .toList();
        for (ChromeDataService service : ChromeDataService.SERVERS) {
            CircuitBreaker breaker = breakers.get(service.word() + "Breaker");
            LastFailure last = LastFailure.of(breaker);
            services.put(service, new Watched(breaker, last));
            logWhenOpen(breaker, service.title(), last);
        }
        request.getEventPublisher().onStateTransition(transition -> {
            if (transition.getStateTransition() == StateTransition.CLOSED_TO_OPEN) {
                LOG.error(
                        "{}. Nothing is asked; one call tries again now and then",
                        complaint.failure().getMessage());
            } else if (transition.getStateTransition().getToState() == State.CLOSED) {
                LOG.info("ADS understands what it is asked again");
            }
        });
    }

    /** First refusal of an account; empty while there is none. */
    public Optional<UpstreamRefused> refusal() {
        return refused().stream().findFirst().map(AccountStatus::refusal);
    }

    /** The services that refuse the account. */
    public List<AccountStatus> refused() {
        return accounts.stream().filter(account -> account.refusal() != null).toList();
    }

    /** What ADS complained of, where that holds back what it is asked; empty while it does not. */
    public Optional<Failure> complaint() {
        return request.getState() == State.CLOSED ? Optional.empty() : Optional.ofNullable(complaint.failure());
    }

    /**
     * What a service failed with last, where that holds calls back or it says nothing at all; empty while it does not.
     * A silent service need not hold calls back yet. A breaker that tries whether a service has recovered holds back
     * nearly as much as one that is open.
     */
    public Optional<Failure> failure(ChromeDataService service) {
        Watched watched = services.get(service);
        if (watched.breaker.getState() == State.CLOSED) {
            long silent = unanswered.since(service).toSeconds();
            return silent == 0
                    ? Optional.empty()
                    : Optional.of(new Failure(
                            Reason.UPSTREAM_UNAVAILABLE, "it was asked, and said nothing for " + silent + " seconds"));
        }
        return Optional.of(Objects.requireNonNullElseGet(
                watched.last.failure(), () -> new Failure(Reason.UPSTREAM_UNAVAILABLE, "calls are held back")));
    }

    private record Watched(CircuitBreaker breaker, LastFailure last) {}

    private static void logWhenOpen(CircuitBreaker breaker, String service, LastFailure last) {
        breaker.getEventPublisher().onStateTransition(transition -> {
            if (transition.getStateTransition() == StateTransition.CLOSED_TO_OPEN) {
                LOG.warn("{}{}; calls are held back for a while", service, last.inWords());
            } else if (transition.getStateTransition().getToState() == State.CLOSED) {
                LOG.info("{} answers again", service);
            }
        });
    }
}
