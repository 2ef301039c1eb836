package io.vinbridge.api.contract;

import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/**
 * Binds the contract: every operation of it has a route {@code direct:<operationId>}, or the service does not start.
 */
@Component
class ContractRoutes extends RouteBuilder {

    @Override
    public void configure() {
        // The consumer answers what fails here; a handler would log every caller's mistake as an error of ours.
        errorHandler(noErrorHandler());
        restConfiguration().component("platform-http").bindingMode("off");
        rest().openApi().specification(Contract.FILE);

        from("direct:contractAsYaml")
                .routeId("api-contract-yaml")
                .group("api")
                .description("Serves the contract as it is written")
                .routeConfigurationId(ApiErrorPolicy.ANSWER_PROBLEM)
                .bean(Contract.class, "yaml");

        from("direct:contractAsJson")
                .routeId("api-contract-json")
                .group("api")
                .description("Serves the contract as JSON")
                .routeConfigurationId(ApiErrorPolicy.ANSWER_PROBLEM)
                .bean(Contract.class, "json");
    }
}
