package io.vinbridge.api.vins;

import io.vinbridge.api.contract.ApiErrorPolicy;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** The operations of the free decode, and on the editions of NHTSA's data that it decodes by. */
@Component
class VinRoutes extends RouteBuilder {

    @Override
    public void configure() {
        from("direct:decodeVin")
                .routeId("api-decode-vin")
                .group("api")
                .description("Decodes one VIN by NHTSA's data, without a call of anybody")
                .routeConfigurationId(ApiErrorPolicy.ANSWER_PROBLEM)
                .bean(VinHandler.class, "one");

        from("direct:decodeVins")
                .routeId("api-decode-vins")
                .group("api")
                .description("Decodes many VINs by NHTSA's data, as they come in")
                .routeConfigurationId(ApiErrorPolicy.ANSWER_PROBLEM)
                .bean(VinHandler.class, "many");

        from("direct:findVpic")
                .routeId("api-find-vpic")
                .group("api")
                .description("Tells which edition of NHTSA's data is in use")
                .routeConfigurationId(ApiErrorPolicy.ANSWER_PROBLEM)
                .bean(VpicHandler.class, "find");

        from("direct:listDisagreements")
                .routeId("api-list-disagreements")
                .group("api")
                .description("Lists the vehicles of which NHTSA's data says otherwise than ChromeData")
                .routeConfigurationId(ApiErrorPolicy.ANSWER_PROBLEM)
                .bean(DisagreementHandler.class, "list");

        from("direct:importVpic")
                .routeId("api-import-vpic")
                .group("api")
                .description("Imports an edition of NHTSA's data and puts it in use")
                .routeConfigurationId(ApiErrorPolicy.ANSWER_PROBLEM)
                .bean(VpicHandler.class, "load");

        from("direct:rollBackVpic")
                .routeId("api-roll-back-vpic")
                .group("api")
                .description("Puts the edition before in use again")
                .routeConfigurationId(ApiErrorPolicy.ANSWER_PROBLEM)
                .bean(VpicHandler.class, "rollBack");
    }
}
