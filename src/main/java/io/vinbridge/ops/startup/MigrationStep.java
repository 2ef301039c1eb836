package io.vinbridge.ops.startup;

import io.vinbridge.failures.StartUpProblem;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.flyway.FlywayMigrationStrategy;
import org.springframework.stereotype.Component;

/**
 * Comparison of the database with this version before anything is read from it. One that is behind is migrated, or,
 * where migrating is a step of its own, waited for by not starting. One that is ahead was migrated by a later version,
 * which nodes of this one outlive as long as its migrations only add; one that takes away is named {@code contract...},
 * and this version does not start on it.
 *
 * <p>Functions are repeatable migrations, and Flyway would apply an older text as readily as a newer one: a node of
 * this version that restarts would take a function back from the nodes of a later version. A text that was applied once
 * and replaced since is older.
 */
@Component
class MigrationStep implements FlywayMigrationStrategy {

    private static final Logger LOG = LoggerFactory.getLogger(MigrationStep.class);
    private static final String TAKES_AWAY = "contract";
    private static final String LOCK_NOT_AVAILABLE = "55P03";
    private static final int ATTEMPTS = 3;

    private final MigrationSettings settings;

    MigrationStep(MigrationSettings settings) {
        this.settings = settings;
    }

    @Override
    public void migrate(Flyway flyway) {
        MigrationInfoService history = flyway.info();
        List<MigrationInfo> all = List.of(history.all());
        refuseAnother(all);
        List<MigrationInfo> pending = List.of(history.pending());
        List<MigrationInfo> replaced =
                pending.stream().filter(one -> replaced(one, all)).toList();
        judge(Stream.concat(all.stream().filter(MigrationStep::later), replaced.stream())
                .toList());
        if (pending.equals(replaced)) {
            return;
        }
        if (settings.ownStep()) {
            throw new StartUpProblem(
                    "The database lacks the migrations " + names(pending) + ", and this node is not to make them.",
                    "Run the service once with --migrate against it, or leave VINBRIDGE_MIGRATION_OWNSTEP out.");
        }
        waitingBriefly(flyway);
    }

    /**
     * Flyway itself looks for this only where something is to be migrated, and else every query of what is not there
     * would fail.
     */
    private static void refuseAnother(List<MigrationInfo> all) {
        List<MigrationInfo> others = all.stream()
                .filter(one ->
                        one.isVersioned() && one.getState() == MigrationState.SUCCESS && !one.isChecksumMatching())
                .toList();
        if (!others.isEmpty()) {
            throw new StartUpProblem(
                    "The database was made by a build of which " + names(others) + " is another than this one's.",
                    "Run the build that made it, or this one on an empty database: until a version is released, its migrations"
                            + " change in place. The embedded run makes a new one once its folder .vinbridge is removed.");
        }
    }

    /**
     * A change of a table waits for those who use it, and all who come later wait behind it: so it gives up soon, and
     * tries again.
     */
    private void waitingBriefly(Flyway flyway) {
        Flyway brief = Flyway.configure()
                .configuration(flyway.getConfiguration())
                .initSql("SET lock_timeout = " + settings.lockTimeout().toMillis())
                .load();
        for (int left = ATTEMPTS - 1; ; left--) {
            try {
                brief.migrate();
                return;
            } catch (FlywayException e) {
                if (!locked(e)) {
                    throw e;
                }
                if (left == 0) {
                    throw new StartUpProblem(
                            "A migration got no lock within "
                                    + settings.lockTimeout().toMillis() + " ms, " + ATTEMPTS + " times: "
                                    + e.getMessage(),
                            "End what holds it (pg_blocking_pids tells), or start again later; nothing of that migration was done.");
                }
                LOG.warn("A migration got no lock, and is tried again");
            }
        }
    }

    private static boolean locked(Throwable e) {
        return e != null
                && ((e instanceof SQLException sql && LOCK_NOT_AVAILABLE.equals(sql.getSQLState()))
                        || locked(e.getCause()));
    }

    private static boolean replaced(MigrationInfo pending, List<MigrationInfo> all) {
        return all.stream()
                .anyMatch(one -> one.getInstalledRank() != null
                        && pending.getScript().equals(one.getScript())
                        && pending.getChecksum().equals(one.getChecksum()));
    }

    private static boolean later(MigrationInfo one) {
        return one.getState() == MigrationState.FUTURE_SUCCESS || one.getState() == MigrationState.MISSING_SUCCESS;
    }

    private static void judge(List<MigrationInfo> ahead) {
        List<MigrationInfo> breaking = ahead.stream()
                .filter(one -> one.getDescription().startsWith(TAKES_AWAY))
                .toList();
        if (!breaking.isEmpty()) {
            throw new StartUpProblem(
                    "A later version has taken away from the database what this one needs, by " + names(breaking) + ".",
                    "Start that later version.");
        }
        if (!ahead.isEmpty()) {
            LOG.warn(
                    "The database is ahead of this version by {}, which only adds to it; this node goes on",
                    names(ahead));
        }
    }

    private static String names(List<MigrationInfo> migrations) {
        return migrations.stream()
                .map(one -> (one.isVersioned() ? "V" + one.getVersion() : "R") + " (" + one.getDescription() + ")")
                .collect(Collectors.joining(", "));
    }
}
