package io.vinbridge.api.runs;

import io.vinbridge.api.contract.ApiErrorPolicy;
import java.util.List;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** The operations on refresh runs. */
@Component
class RefreshRoutes extends RouteBuilder {

    @Override
    public void configure() {
        from("direct:beginRefresh")
                .routeId("api-begin-refresh")
                .group("api")
                .description("Begins a run, or estimates its cost")
                .routeConfigurationId(ApiErrorPolicy.ANSWER_PROBLEM)
                .bean(RefreshHandler.class, "begin");

        from("direct:importVehicles")
                .routeId("api-import-vehicles")
                .group("api")
                .description("Begins a run over a list of vehicles, read as it comes in")
                .routeConfigurationId(ApiErrorPolicy.ANSWER_PROBLEM)
                .bean(ImportHandler.class, "begin");

        from("direct:listRefreshes")
                .routeId("api-list-refreshes")
                .group("api")
                .description("Lists the runs, the newest first")
                .routeConfigurationId(ApiErrorPolicy.ANSWER_PROBLEM)
                .bean(RefreshHandler.class, "list");

        routeTemplate("api-refresh")
                .templateParameter("act")
                .from("direct:{{act}}Refresh")
                .group("api")
                .description("Serves one run, and an operator's actions on it")
                .routeConfigurationId(ApiErrorPolicy.ANSWER_PROBLEM)
                .bean(RefreshHandler.class, "{{act}}");

        for (String act : List.of("find", "pause", "resume", "cancel")) {
            templatedRoute("api-refresh").routeId("api-" + act + "-refresh").parameter("act", act);
        }

        from("direct:listRefreshFailures")
                .routeId("api-list-refresh-failures")
                .group("api")
                .description("Lists the failures of a run")
                .routeConfigurationId(ApiErrorPolicy.ANSWER_PROBLEM)
                .bean(RefreshHandler.class, "failures");
    }
}
