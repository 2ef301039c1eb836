package io.vinbridge.api.changes;

import io.vinbridge.api.contract.ApiErrorPolicy;
import java.util.Map;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** The operations on webhooks. */
@Component
class WebhookRoutes extends RouteBuilder {

    private static final Map<String, String> OPERATIONS = Map.of(
            "list", "listWebhooks",
            "create", "createWebhook",
            "find", "findWebhook",
            "replace", "replaceWebhook",
            "delete", "deleteWebhook",
            "rotate", "rotateWebhookSecret",
            "ping", "pingWebhook",
            "deliveries", "listWebhookDeliveries",
            "replay", "replayWebhookDelivery");

    @Override
    public void configure() {
        routeTemplate("api-webhook")
                .templateParameter("act")
                .templateParameter("operation")
                .from("direct:{{operation}}")
                .group("api")
                .description("Serves the operations on webhooks")
                .routeConfigurationId(ApiErrorPolicy.ANSWER_PROBLEM)
                .bean(WebhookHandler.class, "{{act}}");

        OPERATIONS.forEach((act, operation) -> templatedRoute("api-webhook")
                .routeId("api-webhook-" + act)
                .parameter("act", act)
                .parameter("operation", operation));
    }
}
