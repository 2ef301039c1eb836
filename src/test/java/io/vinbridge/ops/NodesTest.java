package io.vinbridge.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import io.vinbridge.testing.Node;
import io.vinbridge.testing.TestServers;
import io.vinbridge.testing.World;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

/** Nodes that have other settings than the rest, or another time. */
class NodesTest {

    /** Found before PostgreSQL's own. */
    private static final String CLOCK =
            "CREATE OR REPLACE FUNCTION public.clock_timestamp() RETURNS timestamptz LANGUAGE sql VOLATILE AS"
                    + " $$SELECT pg_catalog.clock_timestamp() - interval '%s'$$";

    @Test
    void tellOfASettingThatMustBeTheSameAndIsNotUntilTheOtherIsGone() {
        try (World world = World.create()) {
            Node one = world.node("vinbridge.monitoring.sample=200");
            assertThat(state(one)).isEqualTo("UP");

            world.node("vinbridge.monitoring.sample=200", "vinbridge.chromedata.calls-per-day=40");

            await().until(() -> state(one), "DEGRADED"::equals);
            assertThat(one.health("/actuator/health/nodes"))
                    .contains(
                            "VINBRIDGE_CHROMEDATA_CALLSPERDAY is not set here and 40 on",
                            "docs/runbooks.md#settings-differ");
            assertThat(one.health("/actuator/health/readiness")).contains("\"UP\"");
        }
    }

    /** It is the database's that is set here. */
    @Test
    void tellOfAClockThatDiffersUntilItIsSet() throws SQLException {
        try (World world = World.create()) {
            String name = world.database().replaceAll(".*/|\\?.*", "");
            execute(world, CLOCK.formatted("0"));
            execute(world, "ALTER DATABASE " + name + " SET search_path = public, pg_catalog");
            Node node = world.node("vinbridge.monitoring.sample=200");

            assertThat(state(node)).isEqualTo("UP");

            execute(world, CLOCK.formatted("1 hour"));

            await().until(() -> state(node), "DEGRADED"::equals);
            assertThat(node.health("/actuator/health/nodes"))
                    .contains("docs/runbooks.md#clock-differs", "keep both by NTP")
                    .containsPattern("The clock of this node is 3,(599|600) seconds ahead of PostgreSQL's");
            assertThat(node.health("/actuator/health/readiness")).contains("\"UP\"");

            execute(world, CLOCK.formatted("0"));

            await().until(() -> state(node), "UP"::equals);
        }
    }

    private static void execute(World world, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        world.database(), TestServers.postgres().user(), "");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String state(Node node) {
        return JsonPath.read(node.health("/actuator/health/nodes"), "$.status");
    }
}
