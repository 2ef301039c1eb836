package io.vinbridge.api;

import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** The operations on styles and on the catalogue. */
@Component
class StyleRoutes extends RouteBuilder {

    @Override
    public void configure() {
        from("direct:findStyle")
                .routeId("api-find-style")
                .group("api")
                .description("A style's own description")
                .routeConfigurationId(ApiPolicy.ANSWER_PROBLEM)
                .setBody(method(StyleRequests.class, "styleId"))
                .choice()
                .when(Renewals::asked)
                .to("direct:refresh.renew-style")
                .otherwise()
                .to("direct:refresh.find-style")
                .end()
                .bean(StyleRequests.class, "style");

        from("direct:listStyleMedia")
                .routeId("api-list-style-media")
                .group("api")
                .description("A style's pictures")
                .routeConfigurationId(ApiPolicy.ANSWER_PROBLEM)
                .setBody(method(StyleRequests.class, "styleId"))
                .to("direct:refresh.find-gallery")
                .bean(MediaRequests.class, "styleMedia");

        routeTemplate("api-list-catalog")
                .templateParameter("list")
                .from("direct:list{{list}}")
                .group("api")
                .description("A list of the catalogue")
                .routeConfigurationId(ApiPolicy.ANSWER_PROBLEM)
                .bean(CatalogRequests.class, "of{{list}}")
                .to("direct:refresh.find-catalog")
                .bean(CatalogRequests.class, "reply");

        for (String list : new String[] {"Years", "Divisions", "Models", "Styles"}) {
            templatedRoute("api-list-catalog")
                    .routeId("api-list-" + list.toLowerCase(java.util.Locale.ROOT))
                    .parameter("list", list);
        }
    }
}
