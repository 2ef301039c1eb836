package io.vinbridge.refresh.describe;

import io.vinbridge.chromedata.Answer;
import io.vinbridge.chromedata.CallOutcome;
import io.vinbridge.refresh.queue.InFlightWork;
import io.vinbridge.refresh.queue.KeyWaiters;
import io.vinbridge.refresh.queue.WorkErrorPolicies;
import io.vinbridge.vehicles.documents.NormalizedAnswer;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** The one flow that makes a description fresh: of a VIN pattern, of one VIN, or of a style. */
@Component
class DescribeRoutes extends RouteBuilder {

    @Override
    public void configure() {
        from("direct:refresh.describe")
                .routeId("refresh-describe")
                .group("refresh")
                .description("Fetches a description, stores it, and tells the callers who wait")
                .routeConfigurationId(WorkErrorPolicies.GIVE_BACK)
                .setVariable("exemption", method(CallExemption.class, "reason"))
                .choice()
                .when(InFlightWork::answered)
                .bean(DescribeSteps.class, "answerFromStore")
                .when(variable("exemption").isNotNull())
                .bean(CallExemption.class, "keep")
                .otherwise()
                .to("direct:refresh.describe-anew")
                .end()
                .bean(KeyWaiters.class, "answer");

        from("direct:refresh.describe-anew")
                .routeId("refresh-describe-anew")
                .group("refresh")
                .description("Describes, normalises, resolves, enriches with the gallery, stores")
                .errorHandler(noErrorHandler())
                .bean(DescribeSteps.class, "question")
                .to("direct:chromedata.ask-ads")
                .bean(CallOutcome.class, "orThrow")
                .choice()
                .when(body().isInstanceOf(Answer.NotCarried.class))
                .to("direct:refresh.keep-not-carried")
                .otherwise()
                .bean(NormalizedAnswer.class, "of")
                .bean(DescribeSteps.class, "resolve")
                .bean(DescribeSteps.class, "enrich")
                .to("direct:refresh.keep-description")
                .end()
                .bean(InFlightWork.class, "expectMoreAfter");

        from("direct:refresh.keep-not-carried")
                .routeId("refresh-keep-not-carried")
                .group("refresh")
                .description("Stores that it is not carried, a paid answer too; retries while the database is away")
                .routeConfigurationId(WorkErrorPolicies.KEEP)
                .bean(DescribeSteps.class, "storeNotCarried");

        from("direct:refresh.keep-description")
                .routeId("refresh-keep-description")
                .group("refresh")
                .description("Stores a paid answer; retries while the database is away")
                .routeConfigurationId(WorkErrorPolicies.KEEP)
                .bean(DescriptionWriter.class, "store");
    }
}
