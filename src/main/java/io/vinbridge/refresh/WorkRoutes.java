package io.vinbridge.refresh;

import org.apache.camel.ExchangePattern;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** What a worker does with a piece of work: the flow of its kind, and then room for the next. */
@Component
class WorkRoutes extends RouteBuilder {

    @Override
    public void configure() {
        from("seda:refresh.work?concurrentConsumers={{vinbridge.chromedata.concurrent-calls}}")
                .routeId("refresh-work")
                .group("refresh")
                .description("Does one piece of work by the flow of its kind")
                .setVariable("claim", body())
                .bean(Correlation.class, "begin")
                .doTry()
                .choice()
                .when(Kind.VEHICLE.inHand())
                .to("direct:refresh.describe")
                .when(Kind.STYLE.inHand())
                .to("direct:refresh.describe")
                .when(Kind.GALLERY.inHand())
                .to("direct:refresh.list-media")
                .when(Kind.PICTURE.inHand())
                .to("direct:refresh.mirror-picture")
                .when(Kind.PICTURE_CHECK.inHand())
                .to("direct:refresh.check-mirror")
                .when(Kind.CATALOG.inHand())
                .to("direct:refresh.list-catalog")
                .when(Kind.AGED.inHand())
                .to("direct:refresh.ask-aged")
                .when(Kind.CATALOG_SYNC.inHand())
                .to("direct:refresh.walk-catalog")
                .when(Kind.FORGETTING.inHand())
                .to("direct:refresh.forget")
                .otherwise()
                .to("direct:refresh.read-version")
                .endDoTry()
                .doFinally()
                .bean(Workers.class, "done")
                .bean(Correlation.class, "end")
                .filter(method(Workers.class, "expecting"))
                .to(ExchangePattern.InOnly, ClaimRoutes.SIGNAL)
                .end()
                .end();
    }
}
