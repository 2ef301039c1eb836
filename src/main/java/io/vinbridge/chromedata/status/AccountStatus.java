package io.vinbridge.chromedata.status;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.github.resilience4j.circuitbreaker.event.CircuitBreakerOnErrorEvent;
import io.vinbridge.chromedata.ChromeDataService;
import io.vinbridge.chromedata.refusals.UpstreamRefused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Status of the account with one of the services: what it was refused for, while it is. */
public final class AccountStatus {

    private static final Logger LOG = LoggerFactory.getLogger(UpstreamStatus.class);

    private final ChromeDataService service;
    private final CircuitBreaker breaker;
    private volatile UpstreamRefused refusal;

    /** Pair that an account is asked with, and the settings of it. */
    public enum Pair {
        ADS("CHROMEDATA_ACCOUNT_NUMBER and CHROMEDATA_ACCOUNT_SECRET"),
        API("CHROMEDATA_API_KEY, CHROMEDATA_API_SECRET and CHROMEDATA_API_AUTH"),
        MEDIA(
                "CHROMEDATA_MEDIA_ACCOUNT_NUMBER and CHROMEDATA_MEDIA_ACCOUNT_SECRET (those of ADS where they are not set)");

        private final String settings;

        Pair(String settings) {
            this.settings = settings;
        }

        /** Names of the settings that hold it. */
        public String settings() {
            return settings;
        }
    }

    AccountStatus(ChromeDataService service, CircuitBreaker breaker) {
        this.service = service;
        this.breaker = breaker;
        breaker.getEventPublisher().onError(this::refused);
        breaker.getEventPublisher().onStateTransition(transition -> {
            if (transition.getStateTransition().getToState() == State.CLOSED) {
                refusal = null;
                LOG.info("{} accepts the account again", service.title());
            }
        });
    }

    public ChromeDataService service() {
        return service;
    }

    /** The pair that the service is asked with. */
    public Pair pair() {
        return switch (service) {
            case ADS -> Pair.ADS;
            case CVD, VSS -> Pair.API;
            case MEDIA, PICTURE -> Pair.MEDIA;
        };
    }

    /** Null while it is not refused. */
    public UpstreamRefused refusal() {
        return refusal;
    }

    /** One at a time: of calls that are refused together, one is reported. */
    private synchronized void refused(CircuitBreakerOnErrorEvent event) {
        if (event.getThrowable() instanceof UpstreamRefused refused) {
            if (refusal == null || refusal.about() != refused.about()) {
                LOG.error(
                        "{}: {} ({}). Calls are held back; one tries again every {} seconds",
                        service.title(),
                        refused.getMessage(),
                        refused.about(),
                        breaker.getCircuitBreakerConfig()
                                        .getWaitIntervalFunctionInOpenState()
                                        .apply(1)
                                / 1000);
            }
            refusal = refused;
        }
    }
}
