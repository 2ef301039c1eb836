package io.vinbridge.ops.startup;

import io.vinbridge.failures.StartUpProblem;
import java.util.Arrays;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.flyway.FlywayMigrationStrategy;
import org.springframework.stereotype.Component;

/**
 * Holds the database against this version before anything is read from it. One that is behind is migrated, or, where migrating is a step
 * of its own, waited for by not starting. One that is ahead was migrated by a later version, which nodes of this one outlive as long as
 * its migrations only add; one that takes away is named {@code contract...}, and this version does not start on it.
 */
@Component
class MigrationStep implements FlywayMigrationStrategy {

    private static final Logger LOG = LoggerFactory.getLogger(MigrationStep.class);
    private static final String TAKES_AWAY = "contract";

    private final MigrationSettings settings;

    MigrationStep(MigrationSettings settings) {
        this.settings = settings;
    }

    @Override
    public void migrate(Flyway flyway) {
        MigrationInfoService info = flyway.info();
        judge(Arrays.stream(info.all())
                .filter(one -> one.getState() == MigrationState.FUTURE_SUCCESS)
                .toList());
        List<MigrationInfo> pending = Arrays.asList(info.pending());
        if (settings.ownStep() && !pending.isEmpty()) {
            throw new StartUpProblem(
                    "The database lacks the migrations " + names(pending) + ", and this node is not to make them.",
                    "Run the service once with --migrate against it, or leave VINBRIDGE_MIGRATION_OWNSTEP out.");
        }
        flyway.migrate();
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
                .map(one -> "V" + one.getVersion() + " (" + one.getDescription() + ")")
                .reduce((one, next) -> one + ", " + next)
                .orElse("");
    }
}
