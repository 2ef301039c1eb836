package io.vinbridge.api.comparisons;

import io.vinbridge.api.contract.ApiErrorPolicy;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** The operations of the comparison of ADS with CVD. */
@Component
class ComparisonReportRoutes extends RouteBuilder {

    @Override
    public void configure() {
        from("direct:listComparisons")
                .routeId("api-list-comparisons")
                .group("api")
                .description("Sums up how far ADS and CVD agree")
                .routeConfigurationId(ApiErrorPolicy.ANSWER_PROBLEM)
                .bean(ComparisonHandler.class, "summary");

        from("direct:listComparisonDifferences")
                .routeId("api-list-comparison-differences")
                .group("api")
                .description("Lists what ADS and CVD do not agree in")
                .routeConfigurationId(ApiErrorPolicy.ANSWER_PROBLEM)
                .bean(ComparisonHandler.class, "differences");
    }
}
