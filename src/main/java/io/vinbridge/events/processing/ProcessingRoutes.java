package io.vinbridge.events.processing;

import io.opentelemetry.api.trace.SpanKind;
import io.vinbridge.events.RouteGate;
import io.vinbridge.failures.ErrorPolicies;
import io.vinbridge.refresh.queue.ClaimRoutes;
import io.vinbridge.tracing.Journey;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/**
 * From the inbox to what is done about its events. Which of the steps that is for which kind is said in
 * {@code act-on-event}, in YAML.
 */
@Component
class ProcessingRoutes extends RouteBuilder {

    private static final Map<String, String> STEPS = Map.of(
            "track", "track",
            "untrack", "untrack",
            "keep-fields", "keepFields",
            "describe", "describe",
            "look-again", "lookAgain",
            "refuse", "refuse");

    private final RouteGate gate;
    private final Journey journey;

    ProcessingRoutes(RouteGate gate, Journey journey) {
        this.gate = gate;
        this.journey = journey;
    }

    @Override
    public void configure() {
        from("scheduler:events.act?initialDelay=0&delay=100&greedy=true")
                .routeId("events-act")
                .group("events")
                .description("Processes the events in the inbox, many at once")
                .autoStartup("{{vinbridge.events.processing:true}}")
                .routeConfigurationId(ErrorPolicies.NEXT_TICK)
                .setProperty(Exchange.SCHEDULER_POLLED_MESSAGES, constant(false))
                .filter(method(FailureBreaker.class, "calm"))
                .setBody(method(InboxQueue.class, "next"))
                .filter()
                .body(InboxQueue.Batch.class, due -> !due.events().isEmpty())
                .split()
                .body(InboxQueue.Batch.class, InboxQueue.Batch::events)
                .to("direct:events.decide")
                .end()
                .bean(EventProcessor.class, "act")
                .setProperty(Exchange.SCHEDULER_POLLED_MESSAGES, constant(true))
                .to(ExchangePattern.InOnly, ClaimRoutes.SIGNAL);

        from("direct:events.decide")
                .routeId("events-decide")
                .group("events")
                .description(
                        "Passes an event to the operator's route, which notes its steps; an event it fails on is put aside")
                .policy(gate)
                .policy(journey.step(SpanKind.INTERNAL, ProcessingRoutes::correlationId))
                .doTry()
                .to("direct:act-on-event?block=false")
                .bean(EventSteps.class, "decided")
                .doCatch(Exception.class)
                .bean(EventSteps.class, "failed");

        routeTemplate("events-step")
                .templateParameter("step")
                .templateParameter("method")
                .from("direct:events.{{step}}")
                .group("events")
                .description("Notes a step for an event")
                .routeProperty("offered", "true")
                .errorHandler(noErrorHandler())
                .bean(EventSteps.class, "{{method}}");

        STEPS.forEach((step, method) -> templatedRoute("events-step")
                .routeId("events-" + step)
                .parameter("step", step)
                .parameter("method", method));
    }

    private static String correlationId(Exchange exchange) {
        return exchange.getMessage().getBody(EventContext.class).correlationId();
    }
}
