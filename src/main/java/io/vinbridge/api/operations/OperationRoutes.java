package io.vinbridge.api.operations;

import io.vinbridge.api.contract.ApiErrorPolicy;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** The operations for whoever runs the service and pays for it. */
@Component
class OperationRoutes extends RouteBuilder {

    @Override
    public void configure() {
        from("direct:listUsage")
                .routeId("api-list-usage")
                .group("api")
                .description("Serves the usage report: the calls of each day by cause")
                .routeConfigurationId(ApiErrorPolicy.ANSWER_PROBLEM)
                .bean(UsageHandler.class, "list");

        from("direct:listCalls")
                .routeId("api-list-calls")
                .group("api")
                .description("Lists the ledger of billed calls")
                .routeConfigurationId(ApiErrorPolicy.ANSWER_PROBLEM)
                .bean(UsageHandler.class, "calls");

        from("direct:forecastUsage")
                .routeId("api-forecast-usage")
                .group("api")
                .description("Forecasts the calls of this day and month")
                .routeConfigurationId(ApiErrorPolicy.ANSWER_PROBLEM)
                .bean(UsageHandler.class, "forecast");

        from("direct:listSchedules")
                .routeId("api-list-schedules")
                .group("api")
                .description("Lists the schedules")
                .routeConfigurationId(ApiErrorPolicy.ANSWER_PROBLEM)
                .bean(ScheduleHandler.class, "list");

        from("direct:runSchedule")
                .routeId("api-run-schedule")
                .group("api")
                .description("Runs a schedule now")
                .routeConfigurationId(ApiErrorPolicy.ANSWER_PROBLEM)
                .bean(ScheduleHandler.class, "run");
    }
}
