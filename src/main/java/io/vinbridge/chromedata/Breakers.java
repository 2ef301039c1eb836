package io.vinbridge.chromedata;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;
import java.util.function.Predicate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The breakers: one for each service (pictures are one of their own), which open when the service does not answer, and one for the account, which opens at the first
 * refusal of the account itself, because every call after that would be refused as well.
 */
@Configuration(proxyBeanMethods = false)
class Breakers {

    @Bean
    CircuitBreaker adsBreaker(ChromeDataSettings settings) {
        return CircuitBreaker.of("ads", service(settings.breaker()));
    }

    @Bean
    CircuitBreaker mediaBreaker(ChromeDataSettings settings) {
        return CircuitBreaker.of("media", service(settings.breaker()));
    }

    @Bean
    CircuitBreaker pictureBreaker(ChromeDataSettings settings) {
        return CircuitBreaker.of("picture", service(settings.breaker()));
    }

    @Bean
    CircuitBreaker accountBreaker(ChromeDataSettings settings) {
        return CircuitBreaker.of("account", account(settings.breaker()));
    }

    @Bean
    BreakerFallback adsFallback(ChromeDataSettings settings) {
        return unavailable("ADS", settings.breaker());
    }

    @Bean
    BreakerFallback mediaFallback(ChromeDataSettings settings) {
        return unavailable("the Media Gallery", settings.breaker());
    }

    @Bean
    BreakerFallback pictureFallback(ChromeDataSettings settings) {
        return unavailable("the Media Gallery's pictures", settings.breaker());
    }

    @Bean
    BreakerFallback accountFallback(ChromeDataSettings settings) {
        return new BreakerFallback(() -> new Failure(
                Reason.UPSTREAM_REFUSED,
                "ChromeData refused this account a moment ago; see the health of chromedata",
                settings.breaker().refusedFor()));
    }

    private static BreakerFallback unavailable(String service, ChromeDataSettings.Breaker settings) {
        return new BreakerFallback(() -> new Failure(
                Reason.UPSTREAM_UNAVAILABLE,
                service + " has not been answering; calls are held back for a while",
                settings.openFor()));
    }

    private static CircuitBreakerConfig service(ChromeDataSettings.Breaker settings) {
        return recording(failure -> is(failure, Reason.UPSTREAM_UNAVAILABLE))
                .failureRateThreshold(settings.failureRate())
                .slidingWindowType(SlidingWindowType.COUNT_BASED)
                .slidingWindowSize(settings.window())
                .minimumNumberOfCalls(settings.minimumCalls())
                .waitDurationInOpenState(settings.openFor())
                .automaticTransitionFromOpenToHalfOpenEnabled(true)
                .permittedNumberOfCallsInHalfOpenState(settings.trialCalls())
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
                .ignoreExceptions(AttemptNotAllowed.class)
                .recordException(failures)
                .writableStackTraceEnabled(false);
    }

    private static boolean is(Throwable failure, Reason reason) {
        return failure instanceof Failure named && named.reason() == reason;
    }
}
