package io.vinbridge.ops.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vinbridge.failures.StartUpProblem;
import io.vinbridge.testing.TestServers;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** What a node does with a database that is not the one of its version. */
class MigrationStepTest {

    private final Flyway flyway = Flyway.configure()
            .dataSource(TestServers.database(), TestServers.postgres().user(), "")
            .ignoreMigrationPatterns("*:future", "repeatable:missing")
            .load();
    private final JdbcTemplate jdbc = new JdbcTemplate(flyway.getConfiguration().getDataSource());
    private final MigrationStep step = new MigrationStep(new MigrationSettings(false));
    private final MigrationStep ofItsOwn = new MigrationStep(new MigrationSettings(true));

    @Test
    void migratesAnEmptyDatabaseAndOneThatIsBehind() {
        step.migrate(flyway);
        jdbc.update("DELETE FROM flyway_schema_history WHERE script = 'R__reserve_call.sql'");
        jdbc.update("UPDATE flyway_schema_history SET checksum = 1 WHERE script = 'R__claim_work.sql'");
        assertThat(flyway.info().pending()).hasSize(2);

        step.migrate(flyway);

        assertThat(flyway.info().pending()).isEmpty();
        assertThatCode(() -> ofItsOwn.migrate(flyway)).doesNotThrowAnyException();
    }

    @Test
    void leavesItAloneWhereMigratingIsAStepOfItsOwnAndSaysWhatIsMissing() {
        assertThatThrownBy(() -> ofItsOwn.migrate(flyway))
                .isInstanceOf(StartUpProblem.class)
                .hasMessageContaining("V1 (schema)")
                .hasMessageContaining("R (belongs to settings), R (claim work)")
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

    @Test
    void leavesTheFunctionsOfALaterVersionAsTheyAre() {
        step.migrate(flyway);
        applied(null, "claim work", "R__claim_work.sql");
        applied(null, "something new", "R__something_new.sql");

        assertThatCode(() -> step.migrate(flyway)).doesNotThrowAnyException();
        assertThatCode(() -> ofItsOwn.migrate(flyway)).doesNotThrowAnyException();

        assertThat(jdbc.queryForList(
                        "SELECT checksum FROM flyway_schema_history WHERE script = 'R__claim_work.sql' ORDER BY installed_rank DESC",
                        Integer.class))
                .hasSize(2)
                .startsWith(1);
    }

    private void applied(String version, String description) {
        applied(version, description, "later.sql");
    }

    private void applied(String version, String description, String script) {
        jdbc.update("""
                INSERT INTO flyway_schema_history
                    (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success)
                SELECT max(installed_rank) + 1, ?, ?, 'SQL', ?, 1, 'test', 1, true FROM flyway_schema_history
                """, version, description, script);
    }
}
