package io.vinbridge.chromedata;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.github.resilience4j.circuitbreaker.event.CircuitBreakerOnErrorEvent;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** How we stand with ChromeData, for whoever looks after the service: which calls are held back, and why. */
@Component
public class UpstreamStatus {

    private static final Logger LOG = LoggerFactory.getLogger(UpstreamStatus.class);

    private final CircuitBreaker account;
    private final CircuitBreaker ads;
    private final CircuitBreaker media;
    private volatile UpstreamRefused refusal;

    UpstreamStatus(CircuitBreaker accountBreaker, CircuitBreaker adsBreaker, CircuitBreaker mediaBreaker) {
        this.account = accountBreaker;
        this.ads = adsBreaker;
        this.media = mediaBreaker;
        account.getEventPublisher().onError(this::refused);
        account.getEventPublisher().onStateTransition(transition -> {
            if (transition.getStateTransition().getToState() == State.CLOSED) {
                refusal = null;
                LOG.info("ChromeData accepts this account again");
            }
        });
        logWhenOpen(ads, "ADS");
        logWhenOpen(media, "The Media Gallery");
    }

    /** Why the account is refused; empty while it is not. */
    public Optional<UpstreamRefused> refusal() {
        return Optional.ofNullable(refusal);
    }

    /** Whether calls are held back because ADS does not answer. */
    public boolean adsHeldBack() {
        return ads.getState() == State.OPEN;
    }

    /** Whether calls are held back because the Media Gallery does not answer. */
    public boolean mediaHeldBack() {
        return media.getState() == State.OPEN;
    }

    /** One at a time: of calls that are refused together, one is reported. */
    private synchronized void refused(CircuitBreakerOnErrorEvent event) {
        if (event.getThrowable() instanceof UpstreamRefused refused) {
            if (refusal == null || refusal.about() != refused.about()) {
                LOG.error(
                        "{} ({}). Calls are held back; one tries again every {} seconds",
                        refused.getMessage(),
                        refused.about(),
                        account.getCircuitBreakerConfig()
                                        .getWaitIntervalFunctionInOpenState()
                                        .apply(1)
                                / 1000);
            }
            refusal = refused;
        }
    }

    private static void logWhenOpen(CircuitBreaker breaker, String service) {
        breaker.getEventPublisher().onStateTransition(transition -> {
            if (transition.getStateTransition().getToState() == State.OPEN) {
                LOG.warn("{} does not answer; calls are held back for a while", service);
            } else if (transition.getStateTransition().getToState() == State.CLOSED) {
                LOG.info("{} answers again", service);
            }
        });
    }
}
