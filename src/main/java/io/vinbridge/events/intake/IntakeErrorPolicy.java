package io.vinbridge.events.intake;

import io.vinbridge.failures.ThrottledWarnings;
import org.apache.camel.builder.RouteConfigurationBuilder;
import org.springframework.stereotype.Component;

/** Error policy of intake: events that cannot be stored now are kept, and stored at the next turn of the clock. */
@Component
public class IntakeErrorPolicy extends RouteConfigurationBuilder {

    /** Id of the policy. */
    public static final String AGAIN = "store-again";

    @Override
    public void configuration() {
        routeConfiguration(AGAIN)
                .onException(Exception.class)
                .handled(true)
                .logExhausted(false)
                .bean(ThrottledWarnings.class, "warn")
                .delay(1000)
                .end();
    }
}
