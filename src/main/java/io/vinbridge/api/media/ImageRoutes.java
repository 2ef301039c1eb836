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
                .description("A mirrored picture, in the size and type asked for")
                .routeConfigurationId(ApiErrorPolicy.ANSWER_PROBLEM)
                .bean(ImageHandler.class, "image");

        from("direct:listMediaCoverage")
                .routeId("api-list-media-coverage")
                .group("api")
                .description("Which styles lack which pictures")
                .routeConfigurationId(ApiErrorPolicy.ANSWER_PROBLEM)
                .bean(CoverageHandler.class, "report");

        from("direct:findStyleMediaCoverage")
                .routeId("api-find-style-media-coverage")
                .group("api")
                .description("Which pictures a style lacks")
                .routeConfigurationId(ApiErrorPolicy.ANSWER_PROBLEM)
                .setBody(method(CoverageHandler.class, "styleId"))
                .to("direct:refresh.find-gallery")
                .bean(CoverageHandler.class, "ofStyle");
    }
}
