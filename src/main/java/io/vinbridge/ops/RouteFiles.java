package io.vinbridge.ops;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.model.ModelCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.env.Environment;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Loads the operator's routes, file by file, once the service's own run and before the node is ready: one that cannot be loaded or
 * started is left out, and the rest runs. Only then the clock is started.
 */
@Component
class RouteFiles implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(RouteFiles.class);

    private final ModelCamelContext context;
    private final Environment environment;
    private final Triggers triggers;
    private final Map<String, String> refused = new LinkedHashMap<>();

    @Autowired
    RouteFiles(CamelContext context, Environment environment, Triggers triggers) {
        this.context = (ModelCamelContext) context;
        this.environment = environment;
        this.triggers = triggers;
    }

    @Override
    public void run(ApplicationArguments arguments) throws Exception {
        for (Resource file : files()) {
            load(file);
        }
        triggers.start();
    }

    /** The files that were left out, by name, with the reason. */
    synchronized Map<String, String> refused() {
        return Map.copyOf(refused);
    }

    private List<Resource> files() throws IOException {
        String pattern = environment.getRequiredProperty("vinbridge.routes-location") + "/*.camel.yaml";
        return Arrays.stream(new PathMatchingResourcePatternResolver().getResources(pattern))
                .sorted(Comparator.comparing(Resource::getFilename))
                .toList();
    }

    private void load(Resource file) throws IOException {
        List<String> before = ids();
        String name = file.getFilename();
        try {
            PluginHelper.getRoutesLoader(context)
                    .loadRoutes(ResourceHelper.fromBytes(name, file.getContentAsByteArray()));
        } catch (Exception e) {
            String reason = reason(e);
            LOG.error("The route in {} is left out: {}", name, reason);
            refuse(name, reason);
            ids().stream().filter(id -> !before.contains(id)).forEach(this::remove);
        }
    }

    private synchronized void refuse(String name, String reason) {
        refused.put(name, reason);
    }

    private List<String> ids() {
        return context.getRoutes().stream().map(Route::getRouteId).toList();
    }

    private void remove(String id) {
        try {
            context.getRouteController().stopRoute(id);
            context.removeRoute(id);
        } catch (Exception e) {
            LOG.warn("Route {} cannot be taken away: {}", id, e.getMessage());
        }
    }

    /** The two innermost reasons: Camel wraps them in what it was doing, and the innermost alone may not say of what it speaks. */
    private static String reason(Throwable thrown) {
        List<String> reasons = new ArrayList<>();
        for (Throwable one = thrown; one != null; one = one.getCause()) {
            if (one.getMessage() != null
                    && (one.getCause() == null
                            || !one.getMessage().contains(one.getCause().toString()))) {
                reasons.add(one.getMessage());
            }
        }
        return reasons.isEmpty()
                ? thrown.toString()
                : String.join(": ", reasons.subList(Math.max(0, reasons.size() - 2), reasons.size()));
    }
}
