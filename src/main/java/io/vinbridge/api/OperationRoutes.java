package io.vinbridge.api;

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
                .description("What the calls of each day were spent on")
                .routeConfigurationId(ApiPolicy.ANSWER_PROBLEM)
                .bean(UsageRequests.class, "list");

        from("direct:listSchedules")
                .routeId("api-list-schedules")
                .group("api")
                .description("What happens by the clock, and when")
                .routeConfigurationId(ApiPolicy.ANSWER_PROBLEM)
                .bean(ScheduleRequests.class, "list");

        from("direct:runSchedule")
                .routeId("api-run-schedule")
                .group("api")
                .description("Has a schedule act now")
                .routeConfigurationId(ApiPolicy.ANSWER_PROBLEM)
                .bean(ScheduleRequests.class, "run");

        from("direct:listDeadLetters")
                .routeId("api-list-dead-letters")
                .group("api")
                .description("What could not be done, the newest first")
                .routeConfigurationId(ApiPolicy.ANSWER_PROBLEM)
                .bean(DeadLetterRequests.class, "list");

        from("direct:replayDeadLetter")
                .routeId("api-replay-dead-letter")
                .group("api")
                .description("Has it tried again")
                .routeConfigurationId(ApiPolicy.ANSWER_PROBLEM)
                .bean(DeadLetterRequests.class, "replay");

        from("direct:discardDeadLetter")
                .routeId("api-discard-dead-letter")
                .group("api")
                .description("Forgets it")
                .routeConfigurationId(ApiPolicy.ANSWER_PROBLEM)
                .bean(DeadLetterRequests.class, "discard");
    }
}
