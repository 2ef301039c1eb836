package io.vinbridge.events.formats;

import org.apache.camel.builder.RouteConfigurationBuilder;
import org.springframework.stereotype.Component;

/** What becomes of a message that a format's route cannot map: it is a dead letter, with the reason, and no line in the log. */
@Component
class FormatPolicy extends RouteConfigurationBuilder {

    @Override
    public void configuration() {
        routeConfiguration("event-format").errorHandler(noErrorHandler());
    }
}
