package io.vinbridge.chromedata.status;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.StateTransition;
import io.vinbridge.chromedata.LastFailure;
import io.vinbridge.chromedata.UnansweredCalls;
import io.vinbridge.chromedata.UpstreamRefused;
import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Status of ChromeData for operators: the calls that are held back, and the reason. */
@Component
public class UpstreamStatus {

    private static final Logger LOG = LoggerFactory.getLogger(UpstreamStatus.class);

    private final CircuitBreaker ads;
    private final CircuitBreaker cvd;
    private final CircuitBreaker vss;
    private final CircuitBreaker media;
    private final CircuitBreaker request;
    private final LastFailure adsFailure;
    private final LastFailure cvdFailure;
    private final LastFailure vssFailure;
    private final LastFailure mediaFailure;
    private final LastFailure complaint;
    private final List<AccountStatus> accounts;
    private final UnansweredCalls unanswered;

    public UpstreamStatus(
            CircuitBreaker adsAccountBreaker,
            CircuitBreaker requestBreaker,
            CircuitBreaker adsBreaker,
            CircuitBreaker cvdAccountBreaker,
            CircuitBreaker cvdBreaker,
            CircuitBreaker vssAccountBreaker,
            CircuitBreaker vssBreaker,
            CircuitBreaker mediaAccountBreaker,
            CircuitBreaker mediaBreaker,
            UnansweredCalls unanswered) {
        this.unanswered = unanswered;
        this.accounts = List.of(
                new AccountStatus("ADS", AccountStatus.Pair.ADS, adsAccountBreaker),
                new AccountStatus("CVD", AccountStatus.Pair.API, cvdAccountBreaker),
                new AccountStatus("VSS", AccountStatus.Pair.API, vssAccountBreaker),
                new AccountStatus("The Media Gallery", AccountStatus.Pair.MEDIA, mediaAccountBreaker));
        this.cvd = cvdBreaker;
        this.vss = vssBreaker;
        this.cvdFailure = LastFailure.of(cvd);
        this.vssFailure = LastFailure.of(vss);
        this.request = requestBreaker;
        this.ads = adsBreaker;
        this.media = mediaBreaker;
        this.adsFailure = LastFailure.of(ads);
        this.mediaFailure = LastFailure.of(media);
        this.complaint = LastFailure.of(request);
        logWhenOpen(ads, "ADS", adsFailure);
        logWhenOpen(cvd, "CVD", cvdFailure);
        logWhenOpen(vss, "VSS", vssFailure);
        logWhenOpen(media, "The Media Gallery", mediaFailure);
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

    /** What ADS failed with last, where that holds calls back or it says nothing at all; empty while it does not. */
    public Optional<Failure> adsFailure() {
        return failure(ads, adsFailure);
    }

    /** What CVD failed with last, where that holds calls back or it says nothing at all; empty while it does not. */
    public Optional<Failure> cvdFailure() {
        return failure(cvd, cvdFailure);
    }

    /** What VSS failed with last, where that holds calls back or it says nothing at all; empty while it does not. */
    public Optional<Failure> vssFailure() {
        return failure(vss, vssFailure);
    }

    /**
     * What the Media Gallery failed with last, where that holds calls back or it says nothing at all; empty while it
     * does not.
     */
    public Optional<Failure> mediaFailure() {
        return failure(media, mediaFailure);
    }

    /**
     * A silent service need not hold calls back yet. A breaker that tries whether a service has recovered holds back
     * nearly as much as one that is open.
     */
    private Optional<Failure> failure(CircuitBreaker breaker, LastFailure last) {
        if (breaker.getState() == State.CLOSED) {
            long silent = unanswered.since(breaker.getName()).toSeconds();
            return silent == 0
                    ? Optional.empty()
                    : Optional.of(new Failure(
                            Reason.UPSTREAM_UNAVAILABLE, "it was asked, and said nothing for " + silent + " seconds"));
        }
        return Optional.of(Objects.requireNonNullElseGet(
                last.failure(), () -> new Failure(Reason.UPSTREAM_UNAVAILABLE, "calls are held back")));
    }

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
