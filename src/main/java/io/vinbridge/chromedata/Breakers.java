package io.vinbridge.chromedata;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.github.resilience4j.core.IntervalFunction;
import io.vinbridge.chromedata.refusals.RequestComplaint;
import io.vinbridge.chromedata.refusals.UpstreamRefused;
import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;
import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.beans.factory.support.RootBeanDefinition;
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

    /** Beans of each service: {@code adsBreaker}, {@code adsFallback}, {@code adsAccountBreaker} and so on. */
    @Bean
    static BeanDefinitionRegistryPostProcessor serviceBreakers() {
        return registry -> {
            BeanFactory beans = (BeanFactory) registry;
            Supplier<ChromeDataSettings> settings = () -> beans.getBean(ChromeDataSettings.class);
            for (ChromeDataService service : ChromeDataService.values()) {
                String name = service.word() + "Breaker";
                bean(registry, name, CircuitBreaker.class, () -> reach(service, settings.get()));
                bean(
                        registry,
                        service.word() + "Fallback",
                        BreakerFallback.class,
                        () -> unavailable(service, beans.getBean(name, CircuitBreaker.class), settings.get()));
            }
            for (ChromeDataService service : ChromeDataService.SERVERS) {
                bean(
                        registry,
                        service.word() + "AccountBreaker",
                        CircuitBreaker.class,
                        () -> account(service, settings.get()));
            }
        };
    }

    private static <T> void bean(BeanDefinitionRegistry registry, String name, Class<T> type, Supplier<T> made) {
        registry.registerBeanDefinition(name, new RootBeanDefinition(type, made));
    }

    /** The breaker of a service. */
    public static CircuitBreaker reach(ChromeDataService service, ChromeDataSettings settings) {
        return CircuitBreaker.of(service.word(), service(settings.breaker()));
    }

    /** The breaker of a service's account. */
    public static CircuitBreaker account(ChromeDataService service, ChromeDataSettings settings) {
        return CircuitBreaker.of(service.word() + "-account", account(settings.breaker()));
    }

    @Bean
    public CircuitBreaker requestBreaker(ChromeDataSettings settings) {
        return CircuitBreaker.of("request", request(settings.breaker()));
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

    /** Says why a service's breaker lets no call through. */
    public static BreakerFallback unavailable(
            ChromeDataService service, CircuitBreaker breaker, ChromeDataSettings settings) {
        LastFailure last = LastFailure.of(breaker);
        return new BreakerFallback(() -> new Failure(
                Reason.UPSTREAM_UNAVAILABLE,
                service.title() + last.inWords() + "; calls are held back for a while",
                settings.breaker().openFor()));
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
