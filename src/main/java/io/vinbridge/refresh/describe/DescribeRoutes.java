package io.vinbridge.refresh.describe;

import io.vinbridge.chromedata.Answer;
import io.vinbridge.chromedata.CallOutcome;
import io.vinbridge.chromedata.ads.AdsOperation;
import io.vinbridge.chromedata.vss.VssQuestion;
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
                .description("Chooses a service and has it describe, unless it has done so lately")
                .errorHandler(noErrorHandler())
                .to("direct:refresh.choose-service")
                .choice()
                .when(method(DescribeSteps.class, "adopt"))
                .otherwise()
                .bean(DescribeSteps.class, "question")
                .to("direct:refresh.ask")
                .bean(CallOutcome.class, "orThrow")
                .to("direct:refresh.keep-answer")
                .end();

        from("direct:refresh.ask")
                .routeId("refresh-ask")
                .group("refresh")
                .description("Asks the service in whose words the question is")
                .errorHandler(noErrorHandler())
                .choice()
                .when(body().isInstanceOf(AdsOperation.class))
                .to("direct:chromedata.ask-ads")
                .when(body().isInstanceOf(VssQuestion.class))
                .to("direct:chromedata.ask-vss")
                .otherwise()
                .to("direct:chromedata.ask-cvd")
                .choice()
                .when(SelectorFallback::needed)
                .to("direct:refresh.ask-selector")
                .end()
                .end();

        from("direct:refresh.keep-answer")
                .routeId("refresh-keep-answer")
                .group("refresh")
                .description("Normalises an answer, resolves the style, enriches with the gallery, stores")
                .errorHandler(noErrorHandler())
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
                .bean(NotCarriedSteps.class, "store");

        from("direct:refresh.keep-description")
                .routeId("refresh-keep-description")
                .group("refresh")
                .description("Stores a paid answer; retries while the database is away")
                .routeConfigurationId(WorkErrorPolicies.KEEP)
                .bean(DescriptionWriter.class, "store");
    }
}
