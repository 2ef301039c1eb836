package io.vinbridge.events.formats;

import org.apache.camel.builder.RouteConfigurationBuilder;
import org.springframework.stereotype.Component;

/**
 * Error policy of an operator's route: the event it fails on becomes a dead letter, with the reason, and no line in the
 * log.
 */
@Component
class DeadLetterRouteConfiguration extends RouteConfigurationBuilder {

    @Override
    public void configuration() {
        routeConfiguration("to-dead-letter").errorHandler(noErrorHandler());
    }
}
