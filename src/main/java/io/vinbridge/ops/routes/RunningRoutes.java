package io.vinbridge.ops.routes;

import io.vinbridge.events.RouteGate;
import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;
import io.vinbridge.ops.routes.check.RootCauses;
import io.vinbridge.ops.routes.check.RouteFileName;
import io.vinbridge.ops.routes.check.RouteSet;
import io.vinbridge.ops.routes.check.RunningMappings;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The operator's routes as they run on this node, and how others are put in their place, route by route. */
@Component
class RunningRoutes {

    private static final Logger LOG = LoggerFactory.getLogger(RunningRoutes.class);
    private static final int SECONDS_TO_STOP = 5;

    private final CamelContext context;
    private final RunningMappings mappings;
    private final RouteGate gate;
    private RouteSet running = RouteSet.EMPTY;

    RunningRoutes(CamelContext context, RunningMappings mappings, RouteGate gate) {
        this.context = context;
        this.mappings = mappings;
        this.gate = gate;
    }

    /** Running routes. */
    synchronized RouteSet now() {
        return running;
    }

    /**
     * Puts other files in the place of those that run. Either all of them run then, or everything runs on as it did.
     *
     * @throws Failure if one cannot be started; it says why
     */
    synchronized void swap(RouteSet next) {
        RouteSet before = running;
        Set<String> exchanged = routesToExchange(before, next);
        gate.closed(() -> exchange(before, next, exchanged));
    }

    private void exchange(RouteSet before, RouteSet next, Set<String> exchanged) {
        try {
            put(next, exchanged);
        } catch (Exception e) {
            restore(before, exchanged);
            throw new Failure(Reason.INVALID_ROUTE, "it does not start: " + RootCauses.of(e));
        }
    }

    private void put(RouteSet routes, Set<String> exchanged) throws Exception {
        mappings.serve(routes);
        for (String file : exchanged) {
            takeAway(file);
            running = running.with(file, null);
            if (routes.text(file) != null) {
                PluginHelper.getRoutesLoader(context)
                        .loadRoutes(
                                ResourceHelper.fromBytes(file, routes.text(file).getBytes(StandardCharsets.UTF_8)));
                running = running.with(file, routes.text(file));
            }
        }
        running = routes;
    }

    private void restore(RouteSet before, Set<String> exchanged) {
        try {
            put(before, exchanged);
        } catch (Exception e) {
            LOG.error("The previous routes cannot be started again now; this is retried", e);
        }
    }

    private void takeAway(String file) throws Exception {
        String id = new RouteFileName(file).id();
        if (context.getRoute(id) != null) {
            context.getRouteController().stopRoute(id, SECONDS_TO_STOP, TimeUnit.SECONDS);
            context.removeRoute(id);
        }
    }

    /** A mapping is compiled when its route begins, so its routes begin anew. */
    private static Set<String> routesToExchange(RouteSet before, RouteSet next) {
        SortedSet<String> changed = next.differences(before);
        Set<String> routes = new LinkedHashSet<>(new TreeSet<>(changed));
        changed.stream().filter(file -> !new RouteFileName(file).route()).forEach(mapping -> {
            routes.remove(mapping);
            routes.addAll(next.usersOf(mapping));
        });
        return routes;
    }
}
