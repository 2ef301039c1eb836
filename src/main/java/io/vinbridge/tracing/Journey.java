package io.vinbridge.tracing;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import java.util.function.Function;
import org.apache.camel.Exchange;
import org.apache.camel.spi.Policy;
import org.springframework.stereotype.Component;

/**
 * Everything that is done under one correlation id, step by step: from a request or event through the queue, the call
 * and the change to the receivers.
 */
@Component
public class Journey {

    private final Tracer tracer;
    private final TextMapPropagator propagator;

    Journey(OpenTelemetry telemetry) {
        this.tracer = telemetry.getTracer("io.vinbridge");
        this.propagator = telemetry.getPropagators().getTextMapPropagator();
    }

    /**
     * Begins a step that somebody outside asked for: as a part of the caller's trace, where the carrier has one (W3C
     * Trace Context).
     */
    public <C> TracedStep begin(String name, String id, C carrier, TextMapGetter<C> headers) {
        return begin(name, SpanKind.SERVER, id, propagator.extract(Context.root(), carrier, headers));
    }

    /** Makes a part of a route a step, named like the route, under the id that its thread has. */
    public Policy step(SpanKind kind) {
        return step(kind, exchange -> Correlation.id());
    }

    /** Makes a part of a route a step under the id of what the exchange holds; that may come from another node. */
    public Policy step(SpanKind kind, Function<Exchange, String> id) {
        return new RouteStep(this, kind, id);
    }

    TracedStep begin(String name, SpanKind kind, String id, Context parent) {
        return new TracedStep(name, id, () -> tracer.spanBuilder(name)
                .setSpanKind(kind)
                .setParent(parent)
                .startSpan());
    }
}
