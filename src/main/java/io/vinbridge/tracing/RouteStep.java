package io.vinbridge.tracing;

import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import java.util.function.Function;
import org.apache.camel.Exchange;
import org.apache.camel.NamedNode;
import org.apache.camel.Processor;
import org.apache.camel.Route;
import org.apache.camel.spi.Policy;

/** A part of a route that is one step. It is gone through by one thread: a step cannot change threads. */
record RouteStep(Journey journey, SpanKind kind, Function<Exchange, String> id) implements Policy {

    @Override
    public void beforeWrap(Route route, NamedNode definition) {
        // Nothing to prepare.
    }

    @Override
    public Processor wrap(Route route, Processor processor) {
        String name = route.getRouteId();
        return exchange -> {
            try (TracedStep step = journey.begin(name, kind, id.apply(exchange), Context.current())) {
                processor.process(exchange);
                if (exchange.getException() != null) {
                    step.failed(exchange.getException());
                }
            }
        };
    }
}
