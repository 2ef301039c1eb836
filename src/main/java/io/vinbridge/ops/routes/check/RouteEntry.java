package io.vinbridge.ops.routes.check;

import io.vinbridge.ops.Rooms;
import io.vinbridge.refresh.schedules.Fire;
import java.util.Date;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.NamedNode;
import org.apache.camel.Route;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.spi.RoutePolicy;
import org.apache.camel.spi.RoutePolicyFactory;
import org.springframework.stereotype.Component;

/**
 * Guard behind the beginning of every operator's route: of the headers that come with a message it lets through texts,
 * numbers, flags and times, these as text. Components send along objects, such as the scheduler, that lead to all the
 * service knows.
 */
@Component
class RouteEntry implements RoutePolicyFactory {

    @Override
    public RoutePolicy createRoutePolicy(CamelContext context, String id, NamedNode node) {
        boolean ours = node instanceof RouteDefinition route
                && (route.getGroup() == null || Rooms.LEFT_TO_RIGHT.contains(route.getGroup()));
        return ours ? null : new Guard();
    }

    /** No service, as others are: one that is stopped is passed over, and then nothing would be held back. */
    private static final class Guard implements RoutePolicy {

        @Override
        public void onExchangeBegin(Route route, Exchange exchange) {
            Fire.note(exchange);
            Map<String, Object> headers = exchange.getMessage().getHeaders();
            headers.replaceAll((name, value) ->
                    value instanceof Date date ? date.toInstant().toString() : value);
            headers.values().removeIf(value -> !plain(value));
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
