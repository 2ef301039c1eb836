package io.vinbridge.ops.routes;

import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;
import io.vinbridge.ops.routes.check.RouteCheck;
import io.vinbridge.ops.routes.check.RouteSet;
import io.vinbridge.ops.routes.check.SecretScan.SecretFound;
import io.vinbridge.ops.routes.revisions.Revision;
import io.vinbridge.ops.routes.revisions.Revisions;
import io.vinbridge.ops.routes.revisions.Revisions.Truth;
import io.vinbridge.ops.routes.revisions.RouteEdit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Edits the operator's routes: judged and tried first, then run on this node, and only then made the truth for all
 * nodes. Whatever fails on the way, the routes run on as they did.
 */
@Component
class RouteEditor {

    private final RouteCheck check;
    private final RunningRoutes running;
    private final Revisions revisions;
    private final RouteReconciler convergence;
    private final ShippedRoutes shipped;
    private final ScheduleHandover schedules;

    RouteEditor(
            RouteCheck check,
            RunningRoutes running,
            Revisions revisions,
            RouteReconciler convergence,
            ShippedRoutes shipped,
            ScheduleHandover schedules) {
        this.check = check;
        this.running = running;
        this.revisions = revisions;
        this.convergence = convergence;
        this.shipped = shipped;
        this.schedules = schedules;
    }

    /**
     * Says whether an edit would be applied, and changes nothing.
     *
     * @throws Failure if it would be refused; it says why
     */
    void dryRun(RouteEdit edit) {
        RouteSet routes = convergence.converge().routes();
        checkReplaced(edit);
        judge(edit, routes.with(edit.file(), edit.text()));
    }

    /**
     * Applies edits as far as they can be.
     *
     * @return those that are refused, by file
     * @throws Failure if somebody else edits the routes at the same time, or has since what one of them replaces;
     *     nothing is changed then
     */
    Map<String, Failure> apply(List<RouteEdit> edits) {
        // Until it is the truth or put back, nothing else may be put in its place here.
        synchronized (convergence) {
            return applyAlone(edits);
        }
    }

    private Map<String, Failure> applyAlone(List<RouteEdit> edits) {
        Truth truth = convergence.converge();
        // After what they are applied upon was read: what comes later is found when they are.
        edits.forEach(this::checkReplaced);
        Map<String, Failure> refused = new LinkedHashMap<>();
        RouteSet wanted = truth.routes();
        List<RouteEdit> good = new ArrayList<>();
        for (RouteEdit edit : edits) {
            RouteSet with = wanted.with(edit.file(), edit.text());
            try {
                judge(edit, with);
                wanted = with;
                good.add(edit);
            } catch (Failure e) {
                refuse(edit, e, refused);
            }
        }
        good.removeIf(edit -> Objects.equals(edit.text(), truth.routes().text(edit.file())));
        if (!good.isEmpty()) {
            refused.putAll(run(good, wanted, truth));
        }
        return refused;
    }

    private void checkReplaced(RouteEdit edit) {
        if (edit.replaces() == null) {
            return;
        }
        long now = revisions.current(edit.file()).map(Revision::number).orElse(0L);
        if (edit.replaces() != now) {
            throw new Failure(
                    Reason.CONFLICT,
                    edit.file() + " is not at revision " + edit.replaces() + " but at " + now
                            + "; look, and try again");
        }
    }

    private void judge(RouteEdit edit, RouteSet with) {
        // What came with the service was tried when it was built.
        boolean tried =
                edit.text() != null && edit.text().equals(shipped.files().text(edit.file()));
        if (!tried) {
            check.check(edit.file(), with);
        }
    }

    private Map<String, Failure> run(List<RouteEdit> edits, RouteSet wanted, Truth truth) {
        RouteSet before = running.now();
        RouteSet after = before;
        for (RouteEdit edit : edits) {
            after = after.with(edit.file(), edit.text());
        }
        Map<String, String> crons = schedules.crons();
        try {
            running.swap(after);
        } catch (Failure e) {
            return edits.size() == 1 ? refuse(edits.get(0), e, new LinkedHashMap<>()) : oneByOne(edits);
        }
        Optional<Long> number = Optional.empty();
        try {
            // Before other nodes learn of it: what they then find due is due by the new cron.
            schedules.exchanged(edits.stream().map(RouteEdit::file).toList(), crons);
            number = revisions.apply(edits, truth.number());
        } finally {
            if (number.isEmpty()) {
                running.swap(before);
            }
        }
        convergence.reached(new Truth(
                number.orElseThrow(() -> new Failure(
                        Reason.CONFLICT,
                        "The routes were edited by somebody else at the same time; look, and try again")),
                wanted));
        return Map.of();
    }

    private Map<String, Failure> oneByOne(List<RouteEdit> edits) {
        Map<String, Failure> refused = new LinkedHashMap<>();
        edits.forEach(edit -> refused.putAll(applyAlone(List.of(edit))));
        return refused;
    }

    private Map<String, Failure> refuse(RouteEdit edit, Failure why, Map<String, Failure> refused) {
        revisions.refuse(edit, why.getMessage(), !(why instanceof SecretFound));
        refused.put(edit.file(), why);
        return refused;
    }
}
