package io.vinbridge.api.operations;

import io.vinbridge.api.contract.ApiErrorPolicy;
import java.util.Map;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** The operations on what could not be done. */
@Component
class DeadLetterRoutes extends RouteBuilder {

    private static final Map<String, String> OPERATIONS = Map.of(
            "list", "listDeadLetters",
            "groups", "listDeadLetterReasons",
            "find", "findDeadLetter",
            "edit", "editDeadLetter",
            "replay", "replayDeadLetter",
            "discard", "discardDeadLetter",
            "replayMany", "replayDeadLetters",
            "discardMany", "discardDeadLetters");

    @Override
    public void configure() {
        routeTemplate("api-dead-letters")
                .templateParameter("operation")
                .templateParameter("method")
                .from("direct:{{operation}}")
                .group("api")
                .description("Lists, edits, replays and discards dead letters")
                .routeConfigurationId(ApiErrorPolicy.ANSWER_PROBLEM)
                .bean(DeadLetterHandler.class, "{{method}}");

        OPERATIONS.forEach((method, operation) -> templatedRoute("api-dead-letters")
                .routeId("api-" + operation.replaceAll("([A-Z])", "-$1").toLowerCase(java.util.Locale.ROOT))
                .parameter("operation", operation)
                .parameter("method", method));
    }
}
