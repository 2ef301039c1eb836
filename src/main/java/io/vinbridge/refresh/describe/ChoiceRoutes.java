package io.vinbridge.refresh.describe;

import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** The way to the operator's route that chooses a service for a call that is about to be made. */
@Component
class ChoiceRoutes extends RouteBuilder {

    private final ServiceChoice choice;

    ChoiceRoutes(ServiceChoice choice) {
        this.choice = choice;
    }

    @Override
    public void configure() {
        from("direct:refresh.choose-service")
                .routeId("refresh-choose-service")
                .group("refresh")
                .description("Has the operator's route choose a service; the usual one where it does not")
                .errorHandler(noErrorHandler())
                .choice()
                .when(choice::open)
                .to("direct:refresh.ask-choice")
                .otherwise()
                .bean(choice, "only");

        from("direct:refresh.ask-choice")
                .routeId("refresh-ask-choice")
                .group("refresh")
                .description("Tells the route what it may choose by, and takes what it chose")
                .errorHandler(noErrorHandler())
                .bean(choice, "facts")
                // In an exchange of its own: the call that is chosen for goes on with no header and no variable of it.
                .enrich("direct:refresh.put-choice", choice::take, true);

        // An edit exchanges the route; a call that comes in between waits for the new one.
        from("direct:refresh.put-choice")
                .routeId("refresh-put-choice")
                .group("refresh")
                .description("Puts the choice to the operator's route")
                .errorHandler(noErrorHandler())
                .to("direct:choose-service?block=true&timeout=200");
    }
}
