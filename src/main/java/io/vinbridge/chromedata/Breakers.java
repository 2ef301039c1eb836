package io.vinbridge.chromedata;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.github.resilience4j.core.IntervalFunction;
import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;
import java.time.Duration;
import java.util.function.Predicate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The breakers: one for each service (pictures are one of their own), which open when too many of its last calls
 * brought no right answer; one for each service's account, which opens at the first refusal of the account itself,
 * because every call after that would be refused as well (of that service: one account may be entitled to some of
 * them); and one for the form of what we ask, for the same reason.
 */
@Configuration(proxyBeanMethods = false)
public class Breakers {

    private static final double LONGER_EACH_TIME = 1.5;

    @Bean
    public CircuitBreaker adsBreaker(ChromeDataSettings settings) {
        return CircuitBreaker.of("ads", service(settings.breaker()));
    }

    @Bean
    public CircuitBreaker cvdBreaker(ChromeDataSettings settings) {
        return CircuitBreaker.of("cvd", service(settings.breaker()));
    }

    @Bean
    public CircuitBreaker vssBreaker(ChromeDataSettings settings) {
        return CircuitBreaker.of("vss", service(settings.breaker()));
    }

    @Bean
    public CircuitBreaker mediaBreaker(ChromeDataSettings settings) {
        return CircuitBreaker.of("media", service(settings.breaker()));
    }

    @Bean
    public CircuitBreaker pictureBreaker(ChromeDataSettings settings) {
        return CircuitBreaker.of("picture", service(settings.breaker()));
    }

    @Bean
    public CircuitBreaker adsAccountBreaker(ChromeDataSettings settings) {
        return CircuitBreaker.of("ads-account", account(settings.breaker()));
    }

    @Bean
    public CircuitBreaker cvdAccountBreaker(ChromeDataSettings settings) {
        return CircuitBreaker.of("cvd-account", account(settings.breaker()));
    }

    @Bean
    public CircuitBreaker vssAccountBreaker(ChromeDataSettings settings) {
        return CircuitBreaker.of("vss-account", account(settings.breaker()));
    }

    @Bean
    public CircuitBreaker mediaAccountBreaker(ChromeDataSettings settings) {
        return CircuitBreaker.of("media-account", account(settings.breaker()));
    }

    @Bean
    public CircuitBreaker requestBreaker(ChromeDataSettings settings) {
        return CircuitBreaker.of("request", request(settings.breaker()));
    }

    @Bean
    public BreakerFallback adsFallback(CircuitBreaker adsBreaker, ChromeDataSettings settings) {
        return unavailable("ADS", adsBreaker, settings.breaker());
    }

    @Bean
    public BreakerFallback cvdFallback(CircuitBreaker cvdBreaker, ChromeDataSettings settings) {
        return unavailable("CVD", cvdBreaker, settings.breaker());
    }

    @Bean
    public BreakerFallback vssFallback(CircuitBreaker vssBreaker, ChromeDataSettings settings) {
        return unavailable("VSS", vssBreaker, settings.breaker());
    }

    @Bean
    public BreakerFallback mediaFallback(CircuitBreaker mediaBreaker, ChromeDataSettings settings) {
        return unavailable("the Media Gallery", mediaBreaker, settings.breaker());
    }

    @Bean
    public BreakerFallback pictureFallback(CircuitBreaker pictureBreaker, ChromeDataSettings settings) {
        return unavailable("the Media Gallery's pictures", pictureBreaker, settings.breaker());
    }

    @Bean
    public BreakerFallback requestGate(ChromeDataSettings settings) {
        return new BreakerFallback(() -> new Failure(
                Reason.UPSTREAM_UNAVAILABLE,
                "ADS could not read what it was asked a moment ago; see the health of chromedata",
                settings.breaker().refusedFor()));
    }

    @Bean
    public BreakerFallback accountFallback(ChromeDataSettings settings) {
        return new BreakerFallback(() -> new Failure(
                Reason.UPSTREAM_REFUSED,
                "ChromeData refused this account a moment ago; see the health of chromedata",
                settings.breaker().refusedFor()));
    }

    private static BreakerFallback unavailable(
            String service, CircuitBreaker breaker, ChromeDataSettings.Breaker settings) {
        LastFailure last = LastFailure.of(breaker);
        return new BreakerFallback(() -> new Failure(
                Reason.UPSTREAM_UNAVAILABLE,
                service + last.inWords() + "; calls are held back for a while",
                settings.openFor()));
    }

    private static CircuitBreakerConfig service(ChromeDataSettings.Breaker settings) {
        return recording(Breakers::noRightAnswer)
                .failureRateThreshold(settings.failureRate())
                .slidingWindowType(SlidingWindowType.COUNT_BASED)
                .slidingWindowSize(settings.window())
                .minimumNumberOfCalls(settings.minimumCalls())
                .waitIntervalFunctionInOpenState(
                        IntervalFunction.ofExponentialBackoff(settings.openFor(), LONGER_EACH_TIME, longest(settings)))
                .automaticTransitionFromOpenToHalfOpenEnabled(true)
                .permittedNumberOfCallsInHalfOpenState(settings.trialCalls())
                .build();
    }

    private static Duration longest(ChromeDataSettings.Breaker settings) {
        boolean longer = settings.longestOpen().compareTo(settings.openFor()) > 0;
        return longer ? settings.longestOpen() : settings.openFor();
    }

    /**
     * An answer that cannot be read, and a refusal of what others are asked too, are no better than none: asking on
     * would be paid for.
     */
    private static boolean noRightAnswer(Throwable failure) {
        return is(failure, Reason.UPSTREAM_UNAVAILABLE)
                || (is(failure, Reason.UPSTREAM_MALFORMED) && !(failure instanceof RequestComplaint))
                || (failure instanceof UpstreamRefused refused
                        && !refused.about().ofAccount());
    }

    private static CircuitBreakerConfig request(ChromeDataSettings.Breaker settings) {
        return recording(failure -> failure instanceof RequestComplaint)
                .failureRateThreshold(100)
                .slidingWindowType(SlidingWindowType.COUNT_BASED)
                .slidingWindowSize(settings.complaints())
                .minimumNumberOfCalls(settings.complaints())
                .waitDurationInOpenState(settings.refusedFor())
                .automaticTransitionFromOpenToHalfOpenEnabled(true)
                .permittedNumberOfCallsInHalfOpenState(1)
                .build();
    }

    private static CircuitBreakerConfig account(ChromeDataSettings.Breaker settings) {
        return recording(failure -> failure instanceof UpstreamRefused refused
                        && refused.about().ofAccount())
                .failureRateThreshold(1)
                .slidingWindowType(SlidingWindowType.COUNT_BASED)
                .slidingWindowSize(1)
                .minimumNumberOfCalls(1)
                .waitDurationInOpenState(settings.refusedFor())
                .automaticTransitionFromOpenToHalfOpenEnabled(true)
                .permittedNumberOfCallsInHalfOpenState(1)
                .build();
    }

    private static CircuitBreakerConfig.Builder recording(Predicate<Throwable> failures) {
        return CircuitBreakerConfig.custom()
                .ignoreExceptions(AttemptNotAllowed.class, UnusableAddress.class)
                .recordException(failures)
                .writableStackTraceEnabled(false);
    }

    private static boolean is(Throwable failure, Reason reason) {
        return failure instanceof Failure named && named.reason() == reason;
    }
}
