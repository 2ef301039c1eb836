package io.vinbridge.refresh.queue;

import io.vinbridge.database.DatabaseUnavailable;
import io.vinbridge.failures.ErrorPolicies;
import io.vinbridge.work.LeaseLost;
import org.apache.camel.Exchange;
import org.apache.camel.LoggingLevel;
import org.apache.camel.builder.RouteConfigurationBuilder;
import org.apache.camel.model.RouteConfigurationDefinition;
import org.springframework.stereotype.Component;

/** Error policies of work: failed work goes back to the queue with the reason, and the callers who wait are told. */
@Component
public class WorkErrorPolicies extends RouteConfigurationBuilder {

    /** A worker's failed work goes back to the queue. */
    public static final String GIVE_BACK = "give-back";

    /**
     * A paid answer is not thrown away because the database is away for a while: storing it is retried once a second,
     * for half of a lease as it is by default. Where nobody knows whether it was committed, trying again finds the
     * claim gone, and nothing is done twice. What fails for good becomes the body: see
     * {@link ErrorPolicies#RETRY_TRANSIENT}.
     */
    public static final String KEEP = "keep";

    @Override
    public void configuration() {
        RouteConfigurationDefinition giveBack = routeConfiguration(GIVE_BACK);
        giveBack.onException(LeaseLost.class)
                .handled(true)
                .log(LoggingLevel.WARN, "${exception.message}; the result is thrown away");
        giveBack.onException(Exception.class)
                .handled(true)
                .logExhausted(false)
                .bean(WorkFailureHandler.class, "failed");

        RouteConfigurationDefinition keep = routeConfiguration(KEEP);
        keep.onException(Exception.class)
                .onWhen(WorkErrorPolicies::mayPass)
                .maximumRedeliveries(15)
                .redeliveryDelay(1000)
                .logExhausted(false)
                .continued(true)
                .setBody(exchangeProperty(Exchange.EXCEPTION_CAUGHT));
        keep.onException(Exception.class)
                .logExhausted(false)
                .continued(true)
                .setBody(exchangeProperty(Exchange.EXCEPTION_CAUGHT));
    }

    private static boolean mayPass(Exchange exchange) {
        return DatabaseUnavailable.mayPass(exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class));
    }
}
