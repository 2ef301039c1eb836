package io.vinbridge.refresh.comparison;

import io.vinbridge.chromedata.CallOutcome;
import io.vinbridge.chromedata.ads.AdsOperation;
import io.vinbridge.refresh.queue.WorkErrorPolicies;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** The flow of a comparison: the other service is asked, and both answers are held against each other. */
@Component
class ComparisonRoutes extends RouteBuilder {

    @Override
    public void configure() {
        from("direct:refresh.compare")
                .routeId("refresh-compare")
                .group("refresh")
                .description("Compares what two services say of a vehicle, as far as the budget of comparing goes")
                .routeConfigurationId(WorkErrorPolicies.GIVE_BACK)
                .setBody(method(ComparisonSteps.class, "begin"))
                .setVariable("compared", body())
                .choice()
                .when(body().isNull())
                .bean(ComparisonSteps.class, "leave")
                .otherwise()
                .to("direct:refresh.ask-other");

        from("direct:refresh.ask-other")
                .routeId("refresh-ask-other")
                .group("refresh")
                .description("Asks the other service, compares, and stores what was found")
                .errorHandler(noErrorHandler())
                .setBody(method(ComparisonSteps.class, "question"))
                .choice()
                .when(body().isInstanceOf(AdsOperation.class))
                .to("direct:chromedata.ask-ads")
                .otherwise()
                .to("direct:chromedata.ask-cvd")
                .end()
                .bean(CallOutcome.class, "orThrow")
                .bean(ComparisonSteps.class, "store");
    }
}
