package io.vinbridge.refresh;

import io.vinbridge.chromedata.Answer;
import io.vinbridge.chromedata.Outcome;
import io.vinbridge.vehicles.NormalisedAnswer;
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
                .description("Looks up; describes and stores what is not there; tells those who wait")
                .routeConfigurationId(WorkPolicy.GIVE_BACK)
                .choice()
                .when(Workers::answered)
                .bean(Describing.class, "give")
                .otherwise()
                .to("direct:refresh.describe-anew")
                .end()
                .bean(Awaiting.class, "answer");

        from("direct:refresh.describe-anew")
                .routeId("refresh-describe-anew")
                .group("refresh")
                .description("Describes, normalises, resolves, enriches with the gallery, stores")
                .errorHandler(noErrorHandler())
                .bean(Describing.class, "question")
                .to("direct:chromedata.ask-ads")
                .bean(Outcome.class, "orThrow")
                .choice()
                .when(body().isInstanceOf(Answer.NotCarried.class))
                .to("direct:refresh.keep-not-carried")
                .otherwise()
                .bean(NormalisedAnswer.class, "of")
                .bean(Describing.class, "resolve")
                .bean(Describing.class, "enrich")
                .to("direct:refresh.keep-description")
                .end()
                .bean(Workers.class, "expectAfter");

        from("direct:refresh.keep-not-carried")
                .routeId("refresh-keep-not-carried")
                .group("refresh")
                .description("Stores that it is not carried, which was paid for too, again while the database is away")
                .routeConfigurationId(WorkPolicy.KEEP)
                .bean(Describing.class, "storeNotCarried");

        from("direct:refresh.keep-description")
                .routeId("refresh-keep-description")
                .group("refresh")
                .description("Stores what was paid for, again while the database is away")
                .routeConfigurationId(WorkPolicy.KEEP)
                .bean(StoringDescriptions.class, "store");
    }
}
