package io.vinbridge.ops.routes;

import io.vinbridge.failures.ErrorPolicies;
import io.vinbridge.ops.routes.check.RoutesSettings;
import org.apache.camel.builder.RouteBuilder;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Watches for edits of the operator's routes: in the database, made on other nodes, and in this node's folder. */
@Component
class RouteWatchRoutes extends RouteBuilder {

    private final boolean watched;

    RouteWatchRoutes(RoutesSettings settings, Environment environment) {
        this.watched = settings.watch()
                && environment.getRequiredProperty("vinbridge.routes-source").startsWith("file:");
    }

    @Override
    public void configure() {
        from("timer:ops.converge-routes?delay=1000&period=1000")
                .routeId("ops-converge-routes")
                .group("ops")
                .description("Reconciles this node's routes with edits made on other nodes")
                .routeConfigurationId(ErrorPolicies.NEXT_TICK)
                .bean(RouteReconciler.class, "converge");

        from("timer:ops.watch-routes?delay=1000&period=500")
                .routeId("ops-watch-routes")
                .group("ops")
                .description("Imports changed files of the folder of routes")
                .autoStartup(watched)
                .routeConfigurationId(ErrorPolicies.NEXT_TICK)
                .bean(FolderImport.class, "look");
    }
}
