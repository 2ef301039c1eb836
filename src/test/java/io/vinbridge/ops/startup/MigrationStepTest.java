package io.vinbridge.ops.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vinbridge.failures.StartUpProblem;
import io.vinbridge.testing.TestServers;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** What a node does with a database that is not the one of its version. */
class MigrationStepTest {

    private final Flyway flyway = Flyway.configure()
            .dataSource(TestServers.database(), TestServers.postgres().user(), "")
            .load();
    private final JdbcTemplate jdbc = new JdbcTemplate(flyway.getConfiguration().getDataSource());
    private final MigrationStep step = new MigrationStep(new MigrationSettings(false));
    private final MigrationStep ofItsOwn = new MigrationStep(new MigrationSettings(true));

    @Test
    void migratesAnEmptyDatabaseAndOneThatIsBehind() {
        Flyway.configure()
                .configuration(flyway.getConfiguration())
                .target(MigrationVersion.fromVersion("5"))
                .load()
                .migrate();

        step.migrate(flyway);

        assertThat(flyway.info().pending()).isEmpty();
        assertThatCode(() -> ofItsOwn.migrate(flyway)).doesNotThrowAnyException();
    }

    @Test
    void leavesItAloneWhereMigratingIsAStepOfItsOwnAndSaysWhatIsMissing() {
        assertThatThrownBy(() -> ofItsOwn.migrate(flyway))
                .isInstanceOf(StartUpProblem.class)
                .hasMessageContaining("V1 (decode), V2 (budget)")
                .satisfies(problem ->
                        assertThat(((StartUpProblem) problem).action()).contains("--migrate"));
        assertThat(jdbc.queryForObject("SELECT to_regclass('work')", String.class))
                .isNull();
    }

    @Test
    void goesOnWhereALaterVersionOnlyAdded() {
        step.migrate(flyway);
        applied("1000", "something new");

        assertThatCode(() -> step.migrate(flyway)).doesNotThrowAnyException();
        assertThatCode(() -> ofItsOwn.migrate(flyway)).doesNotThrowAnyException();
    }

    @Test
    void refusesADatabaseFromWhichALaterVersionHasTakenAway() {
        step.migrate(flyway);
        applied("1000", "something new");
        applied("1001", "contract something old");

        assertThatThrownBy(() -> step.migrate(flyway))
                .isInstanceOf(StartUpProblem.class)
                .hasMessageContaining("V1001 (contract something old)");
    }

    private void applied(String version, String description) {
        jdbc.update("""
                INSERT INTO flyway_schema_history
                    (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success)
                VALUES (?, ?, ?, 'SQL', 'later.sql', 1, 'test', 1, true)
                """, Integer.parseInt(version), version, description);
    }
}
