package io.vinbridge.api.styles;

import io.vinbridge.api.caching.RefreshHeader;
import io.vinbridge.api.contract.ApiErrorPolicy;
import io.vinbridge.api.media.MediaHandler;
import java.util.List;
import java.util.Locale;
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

        from("direct:describeModel")
                .routeId("api-describe-model")
                .group("api")
                .description("Serves what goes by year, make and model, or what that would cost")
                .routeConfigurationId(ApiErrorPolicy.ANSWER_PROBLEM)
                .setBody(method(ModelHandler.class, "designation"))
                .choice()
                .when(ModelHandler::estimates)
                .to("direct:refresh.price-model")
                .bean(ModelHandler.class, "estimate")
                .otherwise()
                .to("direct:api.find-model")
                .bean(ModelHandler.class, "model");

        from("direct:api.find-model")
                .routeId("api-find-model")
                .group("api")
                .description("Finds it, anew where the caller wants that")
                .errorHandler(noErrorHandler())
                .choice()
                .when(RefreshHeader::asked)
                .to("direct:refresh.renew-model")
                .otherwise()
                .to("direct:refresh.find-model");

        from("direct:listOptionKinds")
                .routeId("api-list-option-kinds")
                .group("api")
                .description("Serves the kinds of options")
                .routeConfigurationId(ApiErrorPolicy.ANSWER_PROBLEM)
                .bean(CatalogHandler.class, "optionKinds");

        routeTemplate("api-list-catalog")
                .templateParameter("list")
                .templateParameter("reply")
                .from("direct:list{{list}}")
                .group("api")
                .description("Serves a list of the catalogue")
                .routeConfigurationId(ApiErrorPolicy.ANSWER_PROBLEM)
                .bean(CatalogHandler.class, "of{{list}}")
                .to("direct:refresh.find-catalog")
                .bean(CatalogHandler.class, "{{reply}}");

        for (String list : List.of("Years", "Divisions", "Subdivisions", "Models", "Styles")) {
            catalogue(list, "reply");
        }
        catalogue("Categories", "categories");
        catalogue("Specifications", "specifications");
    }

    private void catalogue(String list, String reply) {
        templatedRoute("api-list-catalog")
                .routeId("api-list-" + list.toLowerCase(Locale.ROOT))
                .parameter("list", list)
                .parameter("reply", reply);
    }
}
