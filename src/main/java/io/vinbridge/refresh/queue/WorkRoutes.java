package io.vinbridge.refresh.queue;

import io.opentelemetry.api.trace.SpanKind;
import io.vinbridge.chromedata.ChromeDataSettings;
import io.vinbridge.tracing.Correlation;
import io.vinbridge.tracing.Journey;
import io.vinbridge.work.Claim;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** Routes of a worker: the flow of the work's kind, and then room for the next. */
@Component
class WorkRoutes extends RouteBuilder {

    /** Endpoint of claimed work. */
    static final String CLAIMED = "seda:refresh.work?pollTimeout=100";

    private final Journey journey;
    private final ChromeDataSettings settings;

    WorkRoutes(Journey journey, ChromeDataSettings settings) {
        this.journey = journey;
        this.settings = settings;
    }

    @Override
    public void configure() {
        from(CLAIMED)
                .routeId("refresh-worker")
                .group("refresh")
                .description("Does one piece of work, and makes room for the next whatever becomes of it")
                .threads(1, settings.concurrentCalls() + InFlightWork.OWN, "refresh-work")
                .maxQueueSize(0)
                .setVariable("claim", body())
                .doTry()
                .to("direct:refresh.work")
                .doCatch(Exception.class)
                .bean(WorkFailureHandler.class, "failed")
                .doFinally()
                .bean(InFlightWork.class, "done")
                .filter(method(InFlightWork.class, "worthClaiming"))
                .to(ExchangePattern.InOnly, ClaimRoutes.SIGNAL)
                .end()
                .end();

        from("direct:refresh.work")
                .routeId("refresh-work")
                .group("refresh")
                .description("Does it by the flow of its kind, under the id of whoever asked for it")
                .errorHandler(noErrorHandler())
                .setHeader(Correlation.HEADER)
                .body(Claim.class, Claim::correlationId)
                .policy(journey.step(SpanKind.CONSUMER, WorkRoutes::correlationId))
                // Here too, so that the log of a failure has the id; the worker's own is for what fails before.
                .doTry()
                .choice()
                .when(WorkRoutes::endsNodes)
                .bean(WorkFailureHandler.class, "putAside")
                .otherwise()
                .setVariable("flow")
                .body(Claim.class, WorkKind::flow)
                .toD("direct:refresh.${variable.flow}")
                .endDoTry()
                .doCatch(Exception.class)
                .bean(WorkFailureHandler.class, "failed")
                .end()
                .end();
    }

    private static boolean endsNodes(Exchange exchange) {
        return exchange.getVariable("claim", Claim.class).endsNodes();
    }

    private static String correlationId(Exchange exchange) {
        return exchange.getMessage().getBody(Claim.class).correlationId();
    }
}
