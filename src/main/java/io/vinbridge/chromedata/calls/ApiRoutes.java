package io.vinbridge.chromedata.calls;

import io.opentelemetry.api.trace.SpanKind;
import io.vinbridge.chromedata.Answer;
import io.vinbridge.chromedata.ApiAccount;
import io.vinbridge.chromedata.calls.wire.HttpAddress;
import io.vinbridge.tracing.Correlation;
import io.vinbridge.tracing.Journey;
import java.net.URI;
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
        exchange(
                "cvd",
                "Signs one call for a VIN, sends it, and reads the answer as it comes in",
                CvdCall.class,
                account.cvdUrl());
        exchange(
                "vss",
                "Signs one question of the catalogue, sends it, and reads the answer as it comes in",
                VssCall.class,
                account.vssUrl());
    }

    /** Both services take a signed question and are read alike; {@code call} knows its paths and its answers. */
    private void exchange(String service, String description, Class<?> call, URI url) {
        from("direct:chromedata.exchange-" + service)
                .routeId("chromedata-exchange-" + service)
                .group("chromedata")
                .description(description)
                .errorHandler(noErrorHandler())
                .policy(journey.step(SpanKind.CLIENT))
                .setVariable("question", body())
                .removeHeaders("*", Correlation.HEADER)
                .setHeader(Exchange.HTTP_PATH, method(call, "path"))
                .setHeader(Exchange.HTTP_QUERY, method(call, "query"))
                .setHeader(Exchange.HTTP_METHOD, constant(HttpMethods.GET))
                .setHeader("Accept", constant("application/json"))
                .bean(ApiSigner.class, "sign")
                .setBody(simple("${null}"))
                .doTry()
                .to(addresses.of(url))
                .doCatch(Exception.class)
                .bean(call, "explain")
                .end()
                .bean(call, "read");
    }
}
