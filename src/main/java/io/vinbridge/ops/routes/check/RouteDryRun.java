package io.vinbridge.ops.routes.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;
import java.nio.charset.StandardCharsets;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.PropertiesSource;
import org.apache.camel.spring.spi.ApplicationContextBeanRepository;
import org.apache.camel.support.DefaultRegistry;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Starts a route in a context of its own, where nothing comes in: its beginning is another one there, because a second
 * consumer would write the live cluster's triggers or take real messages.
 */
@Component
class RouteDryRun implements DisposableBean {

    private final ApplicationContext beans;
    private CamelContext scratch;

    RouteDryRun(ApplicationContext beans) {
        this.beans = beans;
    }

    /**
     * Tries a route.
     *
     * @throws Failure if it cannot be started
     */
    synchronized void run(String id, JsonNode tree) {
        JsonNode tame = tame(tree);
        try {
            CamelContext context = context();
            PluginHelper.getRoutesLoader(context)
                    .loadRoutes(ResourceHelper.fromBytes(
                            id + ".camel.yaml", RouteYaml.write(tame).getBytes(StandardCharsets.UTF_8)));
            context.getRouteController().stopRoute(id);
            context.removeRoute(id);
        } catch (Exception e) {
            destroy();
            throw new Failure(Reason.INVALID_ROUTE, "it does not start: " + RootCauses.of(e));
        }
    }

    private static JsonNode tame(JsonNode tree) {
        JsonNode tame = tree.deepCopy();
        ObjectNode route = (ObjectNode) tame.at("/0/route");
        route.remove("autoStartup");
        route.remove("routeConfigurationId");
        ObjectNode from = (ObjectNode) route.get("from");
        from.put("uri", "direct:trial");
        from.remove("parameters");
        return tame;
    }

    private CamelContext context() throws Exception {
        if (scratch == null) {
            DefaultCamelContext context =
                    new DefaultCamelContext(new DefaultRegistry(new ApplicationContextBeanRepository(beans)));
            context.getCamelContextExtension().setName("vinbridge-trial");
            context.disableJMX();
            context.getPropertiesComponent().addPropertiesSource(new Settings(beans.getEnvironment()));
            context.getShutdownStrategy().setTimeout(1);
            context.start();
            scratch = context;
        }
        return scratch;
    }

    /** After a failure a trial begins with a new context: nobody knows what the old one has left. */
    @Override
    public synchronized void destroy() {
        if (scratch != null) {
            scratch.stop();
            scratch = null;
        }
    }

    private record Settings(Environment environment) implements PropertiesSource {

        @Override
        public String getName() {
            return "settings";
        }

        @Override
        public String getProperty(String name) {
            return environment.getProperty(name);
        }
    }
}
