package io.vinbridge.api.media;

import io.vinbridge.api.contract.ApiErrorPolicy;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** The operations on pictures themselves. */
@Component
class ImageRoutes extends RouteBuilder {

    @Override
    public void configure() {
        from("direct:findImage")
                .routeId("api-find-image")
                .group("api")
                .description("Serves a mirrored picture, in the requested size and type")
                .routeConfigurationId(ApiErrorPolicy.ANSWER_PROBLEM)
                .bean(ImageHandler.class, "image");

        from("direct:listMediaCoverage")
                .routeId("api-list-media-coverage")
                .group("api")
                .description("Lists the picture coverage of styles")
                .routeConfigurationId(ApiErrorPolicy.ANSWER_PROBLEM)
                .bean(CoverageHandler.class, "report");

        from("direct:findStyleMediaCoverage")
                .routeId("api-find-style-media-coverage")
                .group("api")
                .description("Serves a style's picture coverage")
                .routeConfigurationId(ApiErrorPolicy.ANSWER_PROBLEM)
                .setBody(method(CoverageHandler.class, "styleId"))
                .to("direct:refresh.find-gallery")
                .bean(CoverageHandler.class, "ofStyle");
    }
}
