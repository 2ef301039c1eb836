package io.vinbridge.refresh;

import io.vinbridge.work.LostClaim;
import org.apache.camel.LoggingLevel;
import org.apache.camel.builder.RouteConfigurationBuilder;
import org.apache.camel.model.RouteConfigurationDefinition;
import org.springframework.stereotype.Component;

/** What becomes of work that fails: it goes back to the queue with the reason, and those who wait are told. */
@Component
public class WorkPolicy extends RouteConfigurationBuilder {

    /** What a worker had in hand goes back to the queue. */
    public static final String GIVE_BACK = "give-back";

    /** What a clock set off is done again by its next tick; one line says why it was not done now. */
    public static final String NEXT_TIME = "next-time";

    @Override
    public void configuration() {
        RouteConfigurationDefinition giveBack = routeConfiguration(GIVE_BACK);
        giveBack.onException(LostClaim.class)
                .handled(true)
                .log(LoggingLevel.WARN, "${exception.message}; the result is thrown away");
        giveBack.onException(Exception.class).handled(true).logExhausted(false).bean(GivingBack.class, "failed");

        routeConfiguration(NEXT_TIME)
                .onException(Exception.class)
                .handled(true)
                .logExhausted(false)
                .log(LoggingLevel.WARN, "${routeId} will be tried again: ${exception.message}")
                .end();
    }
}
