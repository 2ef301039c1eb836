package io.vinbridge.ops.routes;

import io.vinbridge.failures.Failure;
import io.vinbridge.ops.routes.check.RouteFileName;
import io.vinbridge.ops.routes.check.RouteSet;
import io.vinbridge.ops.routes.check.RoutesSettings;
import io.vinbridge.ops.routes.revisions.Revision;
import io.vinbridge.ops.routes.revisions.Revisions;
import io.vinbridge.ops.routes.revisions.Revisions.Truth;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Reconciler of this node's routes with those that the database says all nodes are to run. */
@Component
class RouteReconciler {

    private static final int LOOKED_AT = 20;

    private final Revisions revisions;
    private final RunningRoutes running;
    private final ShippedRoutes shipped;
    private final RouteTroubles troubles;
    private final ScheduleHandover schedules;
    private final RoutesSettings settings;
    private Truth reached = new Truth(0, RouteSet.EMPTY);
    private Duration pause;
    private long triedAt = System.nanoTime();

    RouteReconciler(
            Revisions revisions,
            RunningRoutes running,
            ShippedRoutes shipped,
            RouteTroubles troubles,
            ScheduleHandover schedules,
            RoutesSettings settings) {
        this.revisions = revisions;
        this.running = running;
        this.shipped = shipped;
        this.troubles = troubles;
        this.schedules = schedules;
        this.settings = settings;
        this.pause = settings.retry();
    }

    /**
     * Looks whether there is something new, and runs it; returns what that is. What could not be started is tried
     * again, because that may have been for a reason that passes, as where a schedule met a database that was away.
     */
    synchronized Truth converge() {
        if (revisions.head() != reached.number()) {
            Truth truth = revisions.truth();
            boolean ran = !running.now().files().isEmpty();
            Set<String> exchanged = truth.routes().differences(running.now());
            pause = settings.retry();
            triedAt = System.nanoTime();
            run(truth.routes());
            reached(truth);
            if (ran) {
                schedules.exchanged(exchanged, schedules.crons());
            }
        } else if (lags()) {
            tryAgain();
        }
        return reached;
    }

    private boolean lags() {
        return System.nanoTime() - triedAt > pause.toNanos() && !running.now().equals(reached.routes());
    }

    /** Less and less often: each time, what runs in the place of such a file stands still for a moment. */
    private void tryAgain() {
        Set<String> lagging = reached.routes().differences(running.now());
        runEach(lagging, reached.routes());
        lagging.removeAll(reached.routes().differences(running.now()));
        lagging.forEach(troubles::over);
        schedules.exchanged(lagging, schedules.crons());
        pause = pause.multipliedBy(2);
        triedAt = System.nanoTime();
    }

    /** This node runs it already. */
    synchronized void reached(Truth truth) {
        truth.routes().differences(reached.routes()).stream()
                .filter(file ->
                        Objects.equals(running.now().text(file), truth.routes().text(file)))
                .forEach(troubles::over);
        reached = truth;
    }

    private void run(RouteSet wanted) {
        try {
            running.swap(wanted);
        } catch (Failure together) {
            // One of them cannot run here, though it could where it was edited: the others do.
            runEach(wanted.differences(running.now()), wanted);
        }
    }

    private void runEach(Set<String> files, RouteSet wanted) {
        files.stream()
                .sorted(Comparator.comparing(file -> new RouteFileName(file).route()))
                .forEach(file -> runAlone(file, wanted.text(file)));
    }

    private void runAlone(String file, String text) {
        try {
            running.swap(running.now().with(file, text));
        } catch (Failure e) {
            troubles.note(file, e.getMessage());
            if (running.now().text(file) == null) {
                lastGood(file);
            }
        }
    }

    /** The newest earlier one that starts, or else the one that came with the service. */
    private void lastGood(String file) {
        List<String> earlier = revisions.list(file, Long.MAX_VALUE, LOOKED_AT).stream()
                .filter(revision -> revision.refusal() == null)
                .map(Revision::text)
                .filter(Objects::nonNull)
                .toList();
        if (earlier.stream().noneMatch(text -> starts(file, text))
                && shipped.files().text(file) != null) {
            starts(file, shipped.files().text(file));
        }
    }

    private boolean starts(String file, String text) {
        try {
            running.swap(running.now().with(file, text));
            return true;
        } catch (Failure e) {
            return false;
        }
    }
}
