package io.vinbridge.publishing.webhooks;

import io.opentelemetry.api.trace.SpanKind;
import io.vinbridge.failures.ErrorPolicies;
import io.vinbridge.tracing.Journey;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/** Routes from the feed to deliveries, and from deliveries to receivers. */
@Component
class DeliveryRoutes extends RouteBuilder {

    /** Of this signal one is kept, however many are given. */
    private static final String SIGNAL =
            "seda:events.claim-deliveries?size=1&discardWhenFull=true&waitForTaskToComplete=Never&pollTimeout=100";

    private static final String CLAIMED = "seda:events.deliver?pollTimeout=100";

    private final Journey journey;
    private final WebhookSettings settings;

    DeliveryRoutes(Journey journey, WebhookSettings settings) {
        this.journey = journey;
        this.settings = settings;
    }

    @Override
    public void configure() {
        from("timer:events.fan-out?period={{vinbridge.webhooks.read}}")
                .routeId("publishing-fan-out")
                .group("publishing")
                .description("Fans new changes of the feed out to deliveries for webhooks")
                .routeConfigurationId(ErrorPolicies.NEXT_TICK)
                .loopDoWhile(method(FanOut.class, "readOn"))
                .to(ExchangePattern.InOnly, SIGNAL)
                .end();

        from("timer:events.look-for-deliveries?period={{vinbridge.webhooks.look}}")
                .routeId("publishing-look-for-deliveries")
                .group("publishing")
                .description("Looks for deliveries that are due")
                .to(ExchangePattern.InOnly, SIGNAL);

        from(SIGNAL)
                .routeId("publishing-claim-deliveries")
                .group("publishing")
                .description("Claims as many deliveries as this node can make now")
                .routeConfigurationId(ErrorPolicies.NEXT_TICK)
                .bean(DeliveryWorker.class, "claim")
                .split(body())
                .to(ExchangePattern.InOnly, CLAIMED);

        from(CLAIMED)
                .routeId("publishing-deliver")
                .group("publishing")
                .description("Makes one attempt at a delivery")
                .routeConfigurationId(ErrorPolicies.NEXT_TICK)
                .threads(1, settings.concurrentDeliveries(), "publishing-deliver")
                .maxQueueSize(0)
                .policy(journey.step(SpanKind.PRODUCER, DeliveryRoutes::correlationId))
                .doTry()
                .bean(DeliveryWorker.class, "deliver")
                .doFinally()
                .bean(DeliveryWorker.class, "done")
                .to(ExchangePattern.InOnly, SIGNAL)
                .end();

        from("timer:events.tell-budget?period={{vinbridge.monitoring.sample}}")
                .routeId("publishing-tell-budget")
                .group("publishing")
                .description("Tells webhooks that want to know it that a share of the day's budget is spent")
                .routeConfigurationId(ErrorPolicies.NEXT_TICK)
                .bean(BudgetNotices.class, "tell");

        from("timer:events.tidy-deliveries?period=60000")
                .routeId("publishing-tidy-deliveries")
                .group("publishing")
                .description("Gives up expired deliveries, and deletes old ones")
                .routeConfigurationId(ErrorPolicies.NEXT_TICK)
                .bean(DeliveryLog.class, "tidy");
    }

    private static String correlationId(Exchange exchange) {
        return exchange.getMessage().getBody(Delivery.class).correlationId();
    }
}
