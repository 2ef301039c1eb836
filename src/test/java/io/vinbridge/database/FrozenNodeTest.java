package io.vinbridge.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.vinbridge.testing.Node;
import io.vinbridge.testing.TestServers;
import io.vinbridge.testing.World;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A node that is frozen in the middle of a transaction keeps nothing from the others for long, and is well when it goes
 * on.
 */
class FrozenNodeTest {

    @Test
    void losesTheLocksItHoldsAndGoesOnWithOtherConnections() {
        try (World world = World.create()) {
            Node frozen = world.node("vinbridge.database.idle-transaction=1s");
            Node other = world.node("vinbridge.database.idle-transaction=10s");

            Throwable failure =
                    catchThrowable(() -> frozen.bean(TransactionTemplate.class).executeWithoutResult(status -> {
                        lock(frozen);
                        assertThatCode(() -> lock(other)).doesNotThrowAnyException();
                        lock(frozen);
                    }));

            assertThat(DatabaseUnavailable.isMeantBy(failure)).as(failure + "").isTrue();
            lock(frozen);
            assertThat(frozen.get("/vehicles/" + World.freshVin()).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void isLimitedWhateverElseTheDatabasesAddressSays() {
        try (World world = World.create();
                Node node = Node.start(
                        TestServers.database() + "?options=-c%20work_mem=5MB",
                        URI.create(world.sandbox().describeUrl("7c")),
                        URI.create(world.sandbox().mediaUrl()))) {
            assertThat(List.of(
                            shown(node, "idle_in_transaction_session_timeout"),
                            shown(node, "work_mem"),
                            shown(node, "application_name")))
                    .containsExactly("10s", "5MB", "vinbridge");
        }
    }

    private static String shown(Node node, String setting) {
        return node.bean(JdbcTemplate.class).queryForObject("SHOW " + setting, String.class);
    }

    private static void lock(Node node) {
        node.bean(JdbcTemplate.class).queryForList("SELECT * FROM rate_limit FOR UPDATE");
    }
}
