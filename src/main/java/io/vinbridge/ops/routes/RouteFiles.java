package io.vinbridge.ops.routes;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Starts the operator's routes, once the service's own run and before the node is ready. Only then the clock is started. */
@Component
@ConditionalOnProperty(name = "vinbridge.checking-routes", havingValue = "false", matchIfMissing = true)
class RouteFiles implements ApplicationRunner {

    private final Convergence convergence;
    private final FolderImport folder;
    private final Triggers triggers;

    RouteFiles(Convergence convergence, FolderImport folder, Triggers triggers) {
        this.convergence = convergence;
        this.folder = folder;
        this.triggers = triggers;
    }

    @Override
    public void run(ApplicationArguments arguments) throws Exception {
        convergence.converge();
        folder.start();
        triggers.start();
    }
}
