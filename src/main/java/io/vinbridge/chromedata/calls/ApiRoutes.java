package io.vinbridge.chromedata.calls;

import io.opentelemetry.api.trace.SpanKind;
import io.vinbridge.chromedata.Answer;
import io.vinbridge.chromedata.ApiAccount;
import io.vinbridge.tracing.Journey;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.http.HttpMethods;
import org.springframework.stereotype.Component;

/** Calls of CVD and VSS: a VIN goes in, or a {@code VssQuestion}, and an {@link Answer} comes out. */
@Component
class ApiRoutes extends RouteBuilder {

    private final ApiAccount account;
    private final HttpAddress addresses;
    private final Journey journey;

    ApiRoutes(ApiAccount account, HttpAddress addresses, Journey journey) {
        this.account = account;
        this.addresses = addresses;
        this.journey = journey;
    }

    @Override
    public void configure() {
        from("direct:chromedata.exchange-cvd")
                .routeId("chromedata-exchange-cvd")
                .group("chromedata")
                .description("Signs one call for a VIN, sends it, and reads the answer as it comes in")
                .errorHandler(noErrorHandler())
                .policy(journey.step(SpanKind.CLIENT))
                .setVariable("vin", body())
                .setHeader(Exchange.HTTP_PATH, method(CvdCall.class, "path"))
                .setHeader(Exchange.HTTP_QUERY, method(CvdCall.class, "query"))
                .setHeader(Exchange.HTTP_METHOD, constant(HttpMethods.GET))
                .removeHeaders("Content-Type|SOAPAction|Authorization")
                .setHeader("Accept", constant("application/json"))
                .bean(ApiSigner.class, "sign")
                .setBody(simple("${null}"))
                .doTry()
                .to(addresses.of(account.cvdUrl()))
                .doCatch(Exception.class)
                .bean(CvdCall.class, "explain")
                .end()
                .bean(CvdCall.class, "read");

        from("direct:chromedata.exchange-vss")
                .routeId("chromedata-exchange-vss")
                .group("chromedata")
                .description("Signs one question of the catalogue, sends it, and reads the answer as it comes in")
                .errorHandler(noErrorHandler())
                .policy(journey.step(SpanKind.CLIENT))
                .setVariable("question", body())
                .setHeader(Exchange.HTTP_PATH, method(VssCall.class, "path"))
                .setHeader(Exchange.HTTP_QUERY, method(VssCall.class, "query"))
                .setHeader(Exchange.HTTP_METHOD, constant(HttpMethods.GET))
                .removeHeaders("Content-Type|SOAPAction|Authorization")
                .setHeader("Accept", constant("application/json"))
                .bean(ApiSigner.class, "sign")
                .setBody(simple("${null}"))
                .doTry()
                .to(addresses.of(account.vssUrl()))
                .doCatch(Exception.class)
                .bean(VssCall.class, "explain")
                .end()
                .bean(VssCall.class, "read");
    }
}
