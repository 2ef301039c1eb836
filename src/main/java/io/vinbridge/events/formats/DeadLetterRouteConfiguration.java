package io.vinbridge.events.formats;

import org.apache.camel.builder.RouteConfigurationBuilder;
import org.springframework.stereotype.Component;

/** What becomes of an event that an operator's route fails on: it is a dead letter, with the reason, and no line in the log. */
@Component
class DeadLetterRouteConfiguration extends RouteConfigurationBuilder {

    @Override
    public void configuration() {
        routeConfiguration("to-dead-letter").errorHandler(noErrorHandler());
    }
}
