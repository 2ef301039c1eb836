package io.vinbridge.refresh.pictures;

import io.vinbridge.chromedata.Answer;
import io.vinbridge.chromedata.CallOutcome;
import io.vinbridge.refresh.queue.InFlightWork;
import io.vinbridge.refresh.queue.KeyWaiters;
import io.vinbridge.refresh.queue.WorkErrorPolicies;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** The flows that copy pictures and look after the copies. */
@Component
class MirrorRoutes extends RouteBuilder {

    @Override
    public void configure() {
        from("direct:refresh.mirror-picture")
                .routeId("refresh-mirror-picture")
                .group("refresh")
                .description("Fetches one picture unless it is there, and keeps it")
                .routeConfigurationId(WorkErrorPolicies.GIVE_BACK)
                .setBody(method(MirrorSteps.class, "request"))
                .choice()
                .when(body().isNull())
                .bean(MirrorSteps.class, "finish")
                .otherwise()
                .to("direct:refresh.copy-picture")
                .end()
                .bean(KeyWaiters.class, "answer");

        from("direct:refresh.copy-picture")
                .routeId("refresh-copy-picture")
                .group("refresh")
                .description(
                        "Fetches a picture, looks at it, stores it; asks for new addresses where the old ones have run out")
                .errorHandler(noErrorHandler())
                .to("direct:chromedata.ask-picture")
                .bean(CallOutcome.class, "orThrow")
                .setVariable("fetched", body())
                .choice()
                .when(body().isInstanceOf(Answer.NotCarried.class))
                .bean(MirrorSteps.class, "relist")
                .otherwise()
                .setBody(method(MirrorSteps.class, "keep"))
                .bean(MirrorSteps.class, "record")
                .end();

        from("direct:refresh.check-mirror")
                .routeId("refresh-check-mirror")
                .group("refresh")
                .description(
                        "Asks for what is missing of the mirror, verifies what is there, repairs, and forgets what no style uses")
                .routeConfigurationId(WorkErrorPolicies.GIVE_BACK)
                .bean(MirrorCheck.class, "check")
                .bean(InFlightWork.class, "expectMore")
                .bean(KeyWaiters.class, "answer");
    }
}
