package io.vinbridge.refresh.schedules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vinbridge.testing.Node;
import io.vinbridge.testing.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** What is older than its retention goes, and what has none has a reason. */
class RetentionCleanupTest {

    private static final Map<String, String> OLD = Map.of(
            "changes", "INSERT INTO changes (vin, kind, at) VALUES ('OLD', 'vehicle.old', '2001-01-01')",
            "ledger",
                    "INSERT INTO ledger (at, request_key, kind, cause, calls, outcome) VALUES ('2001-01-01', 'OLD', 'vehicle', 'miss', 1, 'equal')",
            "avoided_calls", "INSERT INTO avoided_calls VALUES ('2001-01-01', 'miss', 'old', 1)",
            "budget", "INSERT INTO budget VALUES ('2001-01-01', 1)",
            "samples", "INSERT INTO samples VALUES ('old', 'old', '2001-01-01', 1)",
            "hourly_samples", "INSERT INTO hourly_samples VALUES ('old', '2001-01-01', 1)");

    private final Node node = World.shared().node();
    private final JdbcTemplate jdbc = node.bean(JdbcTemplate.class);

    @Test
    void whatIsOldGoesFromEveryTableThatHasARetention() {
        OLD.values().forEach(jdbc::update);

        node.post("/schedules/forget-old/run", "");

        // The last rules are those that other rooms add.
        OLD.keySet().forEach(table -> await().untilAsserted(() -> assertThat(jdbc.queryForObject(
                        "SELECT count(*) FROM " + table + " WHERE "
                                + (table.matches("budget|avoided_calls") ? "day" : "at") + " < '2002-01-01'",
                        Long.class))
                .as(table)
                .isZero()));
        for (RetentionRule rule : node.bean(RetentionCleanup.class).kept()) {
            assertThat(jdbc.queryForList("SELECT 1 FROM " + rule.table() + " WHERE " + rule.age() + " < '2001-01-01'"))
                    .as(rule.table())
                    .isEmpty();
        }
    }

    /** Of two rules over one table, the longer one never deletes anything. */
    @Test
    void eachTableHasOneRetention() {
        assertThat(node.bean(RetentionCleanup.class).kept())
                .extracting(RetentionRule::table)
                .doesNotHaveDuplicates();
    }

    @Test
    void everyTableIsNamedWithItsRetentionOrTheReasonForNone() throws IOException {
        String told = Files.readString(Path.of("docs/scaling.md"));
        List<String> tables =
                jdbc.queryForList("SELECT tablename FROM pg_tables WHERE schemaname = 'public'", String.class);

        assertThat(tables).hasSizeGreaterThan(40).allSatisfy(table -> assertThat(told)
                .contains("`" + table + "`"));
    }
}
