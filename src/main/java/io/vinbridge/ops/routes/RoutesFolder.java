package io.vinbridge.ops.routes;

import io.vinbridge.ops.routes.check.RouteSet;
import io.vinbridge.ops.routes.revisions.ImportHistory;
import io.vinbridge.ops.routes.revisions.RouteEdit.Origin;
import java.io.UncheckedIOException;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Folder from which routes are imported: the operator's, or the routes that came with the service. */
@Component
class RoutesFolder {

    private final RouteReconciler convergence;
    private final ImportHistory imports;
    private final RouteTroubles troubles;
    private final String location;

    RoutesFolder(RouteReconciler convergence, ImportHistory imports, RouteTroubles troubles, Environment environment) {
        this.convergence = convergence;
        this.imports = imports;
        this.troubles = troubles;
        this.location = environment.getRequiredProperty("vinbridge.routes-source");
    }

    Origin origin() {
        return location.startsWith("file:") ? Origin.FOLDER : Origin.SHIPPED;
    }

    String name() {
        return location.replaceFirst("^file:", "");
    }

    /**
     * Null where it cannot be read, or has lost all that ever came from it, as where it is not mounted: that takes
     * nothing away.
     */
    RouteSet read() {
        try {
            RouteSet now = ShippedRoutes.read(location);
            if (!now.files().isEmpty() || nothingCameFromIt()) {
                troubles.over(name());
                return now;
            }
            troubles.note(name(), "it is empty; what ran runs on (DELETE routes/FILE takes the last one away)");
        } catch (UncheckedIOException e) {
            troubles.note(name(), e.getMessage());
        }
        return null;
    }

    private boolean nothingCameFromIt() {
        return convergence.converge().routes().files().keySet().stream().noneMatch(imports::contains);
    }
}
