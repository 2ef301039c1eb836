package io.vinbridge.ops.routes.check;

import io.vinbridge.ops.Rooms;
import io.vinbridge.refresh.schedules.Fire;
import io.vinbridge.refresh.schedules.FireLog;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.NamedNode;
import org.apache.camel.Route;
import org.apache.camel.model.ProcessorDefinition;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.model.ToDefinition;
import org.apache.camel.spi.RoutePolicy;
import org.apache.camel.spi.RoutePolicyFactory;
import org.springframework.stereotype.Component;

/**
 * Guard behind the beginning of every operator's route: of the headers that come with a message it lets through texts,
 * numbers, flags and times, these as text. Components send along objects, such as the scheduler, that lead to all the
 * service knows. Of a schedule's fires, which each node's clock sends, it lets through the first for each due time.
 */
@Component
class RouteEntry implements RoutePolicyFactory {

    private static final String ACT = "direct:refresh.";

    private final FireLog fires;

    RouteEntry(FireLog fires) {
        this.fires = fires;
    }

    @Override
    public RoutePolicy createRoutePolicy(CamelContext context, String id, NamedNode node) {
        boolean ours = node instanceof RouteDefinition route
                && (route.getGroup() == null || Rooms.LEFT_TO_RIGHT.contains(route.getGroup()));
        return ours ? null : new Guard(node instanceof RouteDefinition route && onlyActs(route));
    }

    /** True of a route that does nothing but call an act: that claims its fire in the transaction in which it acts. */
    private static boolean onlyActs(RouteDefinition route) {
        List<ProcessorDefinition<?>> steps =
                route.getOutputs().stream().filter(step -> !step.isAbstract()).toList();
        return steps.size() == 1
                && steps.get(0) instanceof ToDefinition to
                && to.getUri().startsWith(ACT);
    }

    /** No service, as others are: one that is stopped is passed over, and then nothing would be held back. */
    private final class Guard implements RoutePolicy {

        private final boolean onlyActs;

        private Guard(boolean onlyActs) {
            this.onlyActs = onlyActs;
        }

        @Override
        public void onExchangeBegin(Route route, Exchange exchange) {
            Fire.note(exchange);
            Map<String, Object> headers = exchange.getMessage().getHeaders();
            headers.replaceAll((name, value) ->
                    value instanceof Date date ? date.toInstant().toString() : value);
            headers.values().removeIf(value -> !plain(value));
            if (!onlyActs && exchange.removeProperty(Fire.PROPERTY) instanceof Fire fire) {
                claim(fire, exchange);
            }
        }

        /** Camel passes over what a policy throws, and would go on with what may be done already. */
        private void claim(Fire fire, Exchange exchange) {
            try {
                exchange.setRouteStop(!fires.claim(fire));
            } catch (RuntimeException e) {
                exchange.setException(e);
                exchange.setRouteStop(true);
            }
        }

        @Override
        public void onExchangeDone(Route route, Exchange exchange) {}

        @Override
        public void onInit(Route route) {}

        @Override
        public void onRemove(Route route) {}

        @Override
        public void onStart(Route route) {}

        @Override
        public void onStop(Route route) {}

        @Override
        public void onSuspend(Route route) {}

        @Override
        public void onResume(Route route) {}
    }

    private static boolean plain(Object value) {
        return value instanceof String || value instanceof Number || value instanceof Boolean;
    }
}
