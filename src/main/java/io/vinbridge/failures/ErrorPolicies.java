package io.vinbridge.failures;

import org.apache.camel.Exchange;
import org.apache.camel.LoggingLevel;
import org.apache.camel.builder.RouteConfigurationBuilder;
import org.apache.camel.model.RouteConfigurationDefinition;
import org.springframework.stereotype.Component;

/** The error policies that routes choose by name with {@code routeConfigurationId}. */
@Component
public class ErrorPolicies extends RouteConfigurationBuilder {

    /**
     * Transient failures are retried with exponential backoff and jitter. A final failure becomes the body: a failure
     * that left this route as an exception would count as dealt with, and no policy of the caller's would see it.
     */
    public static final String RETRY_TRANSIENT = "retry-transient";

    /** A timer's work is retried by its next tick; one line a minute for each route logs the failure. */
    public static final String NEXT_TICK = "next-tick";

    @Override
    public void configuration() {
        routeConfiguration(NEXT_TICK)
                .onException(Exception.class)
                .handled(true)
                .logExhausted(false)
                .bean(ThrottledWarnings.class, "warn")
                .end();

        RouteConfigurationDefinition retry = routeConfiguration(RETRY_TRANSIENT);
        retry.onException(TransientFailure.class)
                .maximumRedeliveries("{{vinbridge.failures.retries}}")
                .redeliveryDelay("{{vinbridge.failures.first-pause}}")
                .backOffMultiplier("{{vinbridge.failures.pause-factor}}")
                .maximumRedeliveryDelay("{{vinbridge.failures.longest-pause}}")
                .useExponentialBackOff()
                .useCollisionAvoidance()
                .collisionAvoidanceFactor("{{vinbridge.failures.jitter}}")
                .retryAttemptedLogLevel(LoggingLevel.DEBUG)
                .logRetryStackTrace(false)
                .logExhausted(false)
                .continued(true)
                .setBody(exchangeProperty(Exchange.EXCEPTION_CAUGHT));
        retry.onException(Exception.class)
                .logExhausted(false)
                .continued(true)
                .setBody(exchangeProperty(Exchange.EXCEPTION_CAUGHT));
    }
}
