package io.vinbridge.chromedata.calls;

import io.opentelemetry.api.trace.SpanKind;
import io.vinbridge.chromedata.Account;
import io.vinbridge.chromedata.Answer;
import io.vinbridge.chromedata.calls.wire.HttpAddress;
import io.vinbridge.chromedata.media.PictureRequest;
import io.vinbridge.tracing.Correlation;
import io.vinbridge.tracing.Journey;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.http.HttpMethods;
import org.springframework.stereotype.Component;

/**
 * Calls of the Media Gallery: a style's number goes in, an {@link Answer} with its pictures comes out; or a picture's
 * address, and its bytes.
 */
@Component
class MediaRoutes extends RouteBuilder {

    private final Account account;
    private final HttpAddress addresses;
    private final Journey journey;

    MediaRoutes(Account account, HttpAddress addresses, Journey journey) {
        this.account = account;
        this.addresses = addresses;
        this.journey = journey;
    }

    @Override
    public void configure() {
        from("direct:chromedata.exchange-media")
                .routeId("chromedata-exchange-media")
                .group("chromedata")
                .description("Asks for one style's listing and reads it as it comes in")
                .errorHandler(noErrorHandler())
                .policy(journey.step(SpanKind.CLIENT))
                .removeHeaders("*", Correlation.HEADER)
                .setHeader(Exchange.HTTP_PATH, simple("/style/${body}.json"))
                .setHeader(Exchange.HTTP_METHOD, constant(HttpMethods.GET))
                .setHeader("Accept", constant("application/json"))
                .setHeader("Authorization", method(MediaCall.class, "authorization"))
                .setBody(simple("${null}"))
                .doTry()
                .to(addresses.of(account.mediaUrl()))
                .doCatch(Exception.class)
                .bean(MediaCall.class, "explain")
                .end()
                .bean(MediaCall.class, "read");

        from("direct:chromedata.exchange-picture")
                .routeId("chromedata-exchange-picture")
                .group("chromedata")
                .description("Fetches one picture from the address that a listing gave, if it has changed")
                .errorHandler(noErrorHandler())
                .policy(journey.step(SpanKind.CLIENT))
                .removeHeaders("*", Correlation.HEADER)
                .setHeader(Exchange.HTTP_PATH, method(PictureCall.class, "path"))
                .setHeader(Exchange.HTTP_METHOD, constant(HttpMethods.GET))
                .setHeader("If-None-Match")
                .body(PictureRequest.class, PictureRequest::etag)
                .setHeader("If-Modified-Since")
                .body(PictureRequest.class, PictureRequest::lastModified)
                .setBody(simple("${null}"))
                .doTry()
                .to(addresses.of(PictureCall.origin(account)))
                .doCatch(Exception.class)
                .bean(MediaCall.class, "explain")
                .end()
                .bean(PictureCall.class, "read");
    }
}
