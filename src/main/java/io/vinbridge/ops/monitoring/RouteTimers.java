package io.vinbridge.ops.monitoring;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.NamedNode;
import org.apache.camel.NonManagedService;
import org.apache.camel.Route;
import org.apache.camel.spi.RoutePolicy;
import org.apache.camel.spi.RoutePolicyFactory;
import org.apache.camel.support.RoutePolicySupport;
import org.springframework.stereotype.Component;

/**
 * Timer of each route, under the name and the tags that Camel's own policy gives it. That one makes three names by a
 * format for each route that an exchange passes, which costs several hundredths of a read.
 */
@Component
class RouteTimers implements RoutePolicyFactory {

    private final MeterRegistry meters;

    RouteTimers(MeterRegistry meters) {
        this.meters = meters;
    }

    @Override
    public RoutePolicy createRoutePolicy(CamelContext context, String id, NamedNode node) {
        return new Policy(id, Tags.of("camelContext", context.getName(), "kind", "CamelRoute", "routeId", id));
    }

    private final class Policy extends RoutePolicySupport implements NonManagedService {

        private final String began;
        private final Tags tags;
        private volatile Timer timer;

        private Policy(String id, Tags tags) {
            this.began = RouteTimers.class.getName() + "." + id;
            this.tags = tags.and("eventType", "route");
        }

        @Override
        public void onExchangeBegin(Route route, Exchange exchange) {
            exchange.setProperty(began, System.nanoTime());
        }

        @Override
        public void onExchangeDone(Route route, Exchange exchange) {
            if (exchange.removeProperty(began) instanceof Long since) {
                timer().record(System.nanoTime() - since, TimeUnit.NANOSECONDS);
            }
        }

        @Override
        public void onRemove(Route route) {
            if (timer != null) {
                meters.remove(timer);
            }
        }

        /** Of a route that nothing passes there is none. */
        private Timer timer() {
            if (timer == null) {
                timer = Timer.builder("camel.route.policy")
                        .description("Time that exchanges take in a route")
                        .tags(tags)
                        .register(meters);
            }
            return timer;
        }
    }
}
