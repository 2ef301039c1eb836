package io.vinbridge.ops.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vinbridge.failures.StartUpProblem;
import io.vinbridge.testing.TestServers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/** What a node does with a database that is not the one of its version. */
class MigrationStepTest {

    private static final Duration BRIEFLY = Duration.ofMillis(300);

    private final Flyway flyway = Flyway.configure()
            .dataSource(TestServers.database(), TestServers.postgres().user(), "")
            .ignoreMigrationPatterns("*:future", "repeatable:missing")
            .load();
    private final JdbcTemplate jdbc = new JdbcTemplate(flyway.getConfiguration().getDataSource());
    private final MigrationStep step = new MigrationStep(new MigrationSettings(BRIEFLY, false));
    private final MigrationStep ofItsOwn = new MigrationStep(new MigrationSettings(BRIEFLY, true));

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
    void hasWhatIsLargePackedByLz4WhereTheServerCan() {
        step.migrate(flyway);

        boolean can = jdbc.queryForObject(
                "SELECT 'lz4' = ANY (enumvals) FROM pg_settings WHERE name = 'default_toast_compression'",
                Boolean.class);
        assertThat(jdbc.queryForList(
                        "SELECT attrelid::regclass || '.' || attname FROM pg_attribute WHERE attcompression = 'l' ORDER BY 1",
                        String.class))
                .isEqualTo(
                        can
                                ? List.of(
                                        "cards.content",
                                        "documents.content",
                                        "galleries.addresses",
                                        "galleries.names",
                                        "galleries.pictures")
                                : List.of());
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
    void refusesADatabaseThatAnotherBuildOfTheSameVersionMade() {
        step.migrate(flyway);
        jdbc.update("UPDATE flyway_schema_history SET checksum = 1 WHERE version = '1'");

        assertThatThrownBy(() -> step.migrate(flyway))
                .isInstanceOf(StartUpProblem.class)
                .hasMessageContaining("V1 (schema) is another than this one's")
                .satisfies(problem ->
                        assertThat(((StartUpProblem) problem).action()).contains("empty database", ".vinbridge"));
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

    /** Whoever came later would wait behind it for as long as it waits. */
    @Test
    void waitsBrieflyForWhoeverUsesATableAndGoesOnWhereThatEnds(@TempDir Path later) throws Exception {
        step.migrate(flyway);
        Files.writeString(later.resolve("V2000__wait.sql"), "ALTER TABLE work ADD COLUMN later integer");
        Flyway behind = Flyway.configure()
                .configuration(flyway.getConfiguration())
                .locations("classpath:db/migration", "filesystem:" + later)
                .load();
        try (Connection reader = flyway.getConfiguration().getDataSource().getConnection()) {
            reader.setAutoCommit(false);
            reader.createStatement().execute("SELECT FROM work");

            assertThatThrownBy(() -> step.migrate(behind))
                    .isInstanceOf(StartUpProblem.class)
                    .hasMessageContaining("A migration got no lock within 300 ms, 3 times")
                    .hasMessageContaining("V2000__wait.sql");
            assertThat(behind.info().pending()).hasSize(1);
        }

        step.migrate(behind);
        assertThat(behind.info().pending()).isEmpty();
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
