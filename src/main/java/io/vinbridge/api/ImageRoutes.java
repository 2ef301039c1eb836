package io.vinbridge.api;

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
                .routeConfigurationId(ApiPolicy.ANSWER_PROBLEM)
                .bean(ImageRequests.class, "image");

        from("direct:listMediaCoverage")
                .routeId("api-list-media-coverage")
                .group("api")
                .description("Which styles lack which pictures")
                .routeConfigurationId(ApiPolicy.ANSWER_PROBLEM)
                .bean(CoverageRequests.class, "report");

        from("direct:findStyleMediaCoverage")
                .routeId("api-find-style-media-coverage")
                .group("api")
                .description("Which pictures a style lacks")
                .routeConfigurationId(ApiPolicy.ANSWER_PROBLEM)
                .setBody(method(StyleRequests.class, "styleId"))
                .to("direct:refresh.find-gallery")
                .bean(CoverageRequests.class, "ofStyle");
    }
}
