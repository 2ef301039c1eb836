package io.vinbridge.refresh.schedules;

import io.vinbridge.database.ExpiredRows;
import io.vinbridge.refresh.RefreshSettings;
import io.vinbridge.work.Claim;
import io.vinbridge.work.WorkQueue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.Variable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Retention: deletes rows of each kind that have been kept for long enough. */
@Component
class RetentionCleanup {

    private static final Logger LOG = LoggerFactory.getLogger(RetentionCleanup.class);

    private final ExpiredRows rows;
    private final WorkQueue queue;
    private final List<RetentionRule> kept;

    RetentionCleanup(ExpiredRows rows, WorkQueue queue, RefreshSettings settings, List<RetentionRule> others) {
        this.rows = rows;
        this.queue = queue;
        this.kept = new ArrayList<>(List.of(
                new RetentionRule("changes", "at", settings.keep().history()),
                new RetentionRule("ledger", "at", settings.keep().ledger()),
                new RetentionRule("avoided_calls", "day", settings.keep().ledger()),
                new RetentionRule("budget", "day", settings.keep().ledger()),
                new RetentionRule("vehicle_reads", "warm_at", Duration.ofDays(90)),
                new RetentionRule("refresh_runs", "finished_at", settings.keep().runs())));
        kept.addAll(others);
    }

    List<RetentionRule> kept() {
        return List.copyOf(kept);
    }

    void forget(@Variable("claim") Claim claim) {
        kept.forEach(this::forget);
        queue.finish(claim);
    }

    private void forget(RetentionRule one) {
        long all = rows.delete(one.table(), one.age(), one.keep());
        if (all > 0) {
            LOG.info(
                    "Deleted {} rows of {} that were older than {} days",
                    all,
                    one.table(),
                    one.keep().toDays());
        }
    }
}
