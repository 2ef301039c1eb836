package io.vinbridge.refresh.runs;

import io.vinbridge.refresh.RefreshSettings;
import io.vinbridge.vehicles.descriptions.Descriptions;
import io.vinbridge.work.CallCause;
import java.util.UUID;
import org.apache.camel.Body;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Carries a run on by one step: plans some more, or counts what is settled, minds what its answers did, and feeds some
 * more. A step is one transaction that holds the run's row, so that nodes take turns and nothing is counted twice.
 */
@Component
class RunStep {

    private final Runs runs;
    private final RunPlanner planning;
    private final RunProgress settling;
    private final RunFeeder feeding;
    private final MassChangeGuard guard;
    private final RefreshSettings settings;
    private final Descriptions descriptions;
    private final JdbcClient jdbc;

    RunStep(
            Runs runs,
            RunPlanner planning,
            RunProgress settling,
            RunFeeder feeding,
            MassChangeGuard guard,
            RefreshSettings settings,
            Descriptions descriptions,
            JdbcClient jdbc) {
        this.runs = runs;
        this.planning = planning;
        this.settling = settling;
        this.feeding = feeding;
        this.guard = guard;
        this.settings = settings;
        this.descriptions = descriptions;
        this.jdbc = jdbc;
    }

    /** True if there was something to plan or to feed, so that another step may follow at once. */
    @Transactional
    public boolean step(@Body UUID id) {
        Run run = runs.lock(id).orElse(null);
        if (run == null) {
            return false;
        }
        if (!run.planned()) {
            planning.next(run);
            return true;
        }
        FreshnessThreshold since = since(run);
        settling.settle(run, since);
        feeding.underNewSettings(run);
        Run counted = runs.get(id);
        if (counted.counts().left() == 0) {
            jdbc.sql("UPDATE refresh_runs SET state = 'COMPLETED', finished_at = now() WHERE id = :id")
                    .param("id", id)
                    .update();
            return false;
        }
        if (guard.stops(counted)) {
            return false;
        }
        int room = guard.window(counted, settings.window()) - feeding.waiting(counted);
        return room > 0 && feeding.feed(counted, guard.window(counted, Integer.MAX_VALUE), room, since);
    }

    /** A forced look counts if it came after the run began; an import takes what was fresh then. */
    private FreshnessThreshold since(Run run) {
        return run.cause() == CallCause.MISS
                ? FreshnessThreshold.fresh(run.createdAt(), descriptions.freshFor(), descriptions.notCarriedFor())
                : FreshnessThreshold.began(run.createdAt());
    }
}
