package io.vinbridge.refresh.describe;

import io.vinbridge.chromedata.vss.VssQuestion;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** The way from a decode without a style to VSS, whose styles are its candidates. */
@Component
class SelectorRoutes extends RouteBuilder {

    private static final String SPARSE = "sparse";

    private final SelectorFallback fallback;

    SelectorRoutes(SelectorFallback fallback) {
        this.fallback = fallback;
    }

    @Override
    public void configure() {
        from("direct:refresh.ask-selector")
                .routeId("refresh-ask-selector")
                .group("refresh")
                .description(
                        "Asks VSS for the styles of a decode that has none; where VSS fails, it keeps those it had")
                .errorHandler(noErrorHandler())
                .setVariable(SPARSE, body())
                .bean(fallback, "makes(${body})")
                .to("direct:chromedata.ask-vss")
                .bean(fallback, "styles(${body}, ${variable.sparse})")
                .filter(body().isInstanceOf(VssQuestion.class))
                .to("direct:chromedata.ask-vss")
                .end()
                .bean(fallback, "completed(${body}, ${variable.sparse}, ${variable.claim})");
    }
}
