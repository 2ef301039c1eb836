package io.vinbridge.ops.routes;

import io.vinbridge.api.contract.ApiErrorPolicy;
import java.util.Map;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** The operations of the contract on the operator's routes. */
@Component
class RouteApiRoutes extends RouteBuilder {

    private static final Map<String, String> OPERATIONS = Map.of(
            "listRoutes", "list",
            "findRoute", "find",
            "putRoute", "put",
            "deleteRoute", "delete",
            "listRouteRevisions", "revisions",
            "rollBackRoute", "rollBack");

    @Override
    public void configure() {
        routeTemplate("ops-routes")
                .templateParameter("operation")
                .templateParameter("method")
                .from("direct:{{operation}}")
                .group("ops")
                .description("Lists, edits and rolls back the operator's routes")
                .routeConfigurationId(ApiErrorPolicy.ANSWER_PROBLEM)
                .bean(RouteHandler.class, "{{method}}");

        OPERATIONS.forEach((operation, method) -> templatedRoute("ops-routes")
                .routeId("ops-" + operation.replaceAll("([A-Z])", "-$1").toLowerCase(java.util.Locale.ROOT))
                .parameter("operation", operation)
                .parameter("method", method));
    }
}
