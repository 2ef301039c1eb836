package io.vinbridge.api.styles;

import io.vinbridge.api.caching.RefreshHeader;
import io.vinbridge.api.contract.ApiErrorPolicy;
import io.vinbridge.api.media.MediaHandler;
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
                .description("Serves a style's own description")
                .routeConfigurationId(ApiErrorPolicy.ANSWER_PROBLEM)
                .setBody(method(StyleHandler.class, "styleId"))
                .choice()
                .when(RefreshHeader::asked)
                .to("direct:refresh.renew-style")
                .otherwise()
                .to("direct:refresh.find-style")
                .end()
                .bean(StyleHandler.class, "style");

        from("direct:listStyleMedia")
                .routeId("api-list-style-media")
                .group("api")
                .description("Serves a style's pictures")
                .routeConfigurationId(ApiErrorPolicy.ANSWER_PROBLEM)
                .setBody(method(StyleHandler.class, "styleId"))
                .to("direct:refresh.find-gallery")
                .bean(MediaHandler.class, "styleMedia");

        routeTemplate("api-list-catalog")
                .templateParameter("list")
                .from("direct:list{{list}}")
                .group("api")
                .description("Serves a list of the catalogue")
                .routeConfigurationId(ApiErrorPolicy.ANSWER_PROBLEM)
                .bean(CatalogHandler.class, "of{{list}}")
                .to("direct:refresh.find-catalog")
                .bean(CatalogHandler.class, "reply");

        for (String list : new String[] {"Years", "Divisions", "Models", "Styles"}) {
            templatedRoute("api-list-catalog")
                    .routeId("api-list-" + list.toLowerCase(java.util.Locale.ROOT))
                    .parameter("list", list);
        }
    }
}
