package io.vinbridge.refresh.schedules;

import io.vinbridge.refresh.RefreshSettings;
import io.vinbridge.work.Claim;
import io.vinbridge.work.WorkQueue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.Variable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Retention: deletes rows that have been kept for long enough, some thousand at a time, so that nobody waits for it.
 */
@Component
class RetentionCleanup {

    private static final Logger LOG = LoggerFactory.getLogger(RetentionCleanup.class);
    private static final int PART = 5_000;

    private final JdbcClient jdbc;
    private final WorkQueue queue;
    private final List<RetentionRule> kept;

    RetentionCleanup(JdbcClient jdbc, WorkQueue queue, RefreshSettings settings, List<RetentionRule> others) {
        this.jdbc = jdbc;
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
        String sql =
                "DELETE FROM %1$s WHERE ctid = ANY (ARRAY(SELECT ctid FROM %1$s WHERE %2$s < now() - :keep::interval LIMIT %3$d))"
                        .formatted(one.table(), one.age(), PART);
        long all = 0;
        int some;
        do {
            some = jdbc.sql(sql).param("keep", one.keep().toString()).update();
            all += some;
        } while (some == PART);
        if (all > 0) {
            LOG.info(
                    "Deleted {} rows of {} that were older than {} days",
                    all,
                    one.table(),
                    one.keep().toDays());
        }
    }
}
