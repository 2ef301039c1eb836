package io.vinbridge.chromedata.calls;

import io.opentelemetry.api.trace.SpanKind;
import io.vinbridge.chromedata.Answer;
import io.vinbridge.tracing.Correlation;
import io.vinbridge.tracing.Journey;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** Calls of the Automotive Description Service: an {@code AdsOperation} goes in, an {@link Answer} comes out. */
@Component
class AdsRoutes extends RouteBuilder {

    private final Journey journey;

    AdsRoutes(Journey journey) {
        this.journey = journey;
    }

    @Override
    public void configure() {
        from("direct:chromedata.exchange-ads")
                .routeId("chromedata-exchange-ads")
                .group("chromedata")
                .description("Writes one SOAP envelope, sends it, and reads the answer as it comes in")
                .errorHandler(noErrorHandler())
                .policy(journey.step(SpanKind.CLIENT))
                .setVariable("question", body())
                .removeHeaders("*", Correlation.HEADER)
                .setHeader("SOAPAction", constant("\"\""))
                .setHeader("Content-Type", constant("text/xml; charset=utf-8"))
                .bean(AdsCall.class, "write")
                .doTry()
                .to("cxf:bean:ads?synchronous=true")
                .doCatch(Exception.class)
                .bean(AdsCall.class, "explain")
                .end()
                .bean(AdsCall.class, "read");
    }
}
