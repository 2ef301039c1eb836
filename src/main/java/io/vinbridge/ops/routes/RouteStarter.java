package io.vinbridge.ops.routes;

import io.vinbridge.events.RouteGate;
import org.quartz.Scheduler;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * Starts the operator's routes, once the service's own run and before the node is ready. Only then messages pass and
 * the clock is started.
 */
@Component
@ConditionalOnProperty(name = "vinbridge.checking-routes", havingValue = "false", matchIfMissing = true)
class RouteStarter implements ApplicationRunner {

    private final RouteReconciler convergence;
    private final FolderImport folder;
    private final RouteGate gate;
    private final Scheduler clock;

    RouteStarter(RouteReconciler convergence, FolderImport folder, RouteGate gate, Scheduler clock) {
        this.convergence = convergence;
        this.folder = folder;
        this.gate = gate;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) throws Exception {
        convergence.converge();
        folder.start();
        gate.open();
        clock.start();
    }
}
