package io.vinbridge.refresh.schedules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.vinbridge.testing.Node;
import io.vinbridge.testing.World;
import org.junit.jupiter.api.Test;
import org.quartz.Scheduler;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/** Each node's scheduler is known by itself, and lives on its own connections. */
class NodeJobStoreTest {

    private static final String CHECKS_IN_OFTEN =
            "spring.quartz.properties.org.quartz.jobStore.clusterCheckinInterval=100";

    @Test
    void goesOnWhereAnotherNodeOfTheSameProcessHasStopped() throws Exception {
        ListAppender<ILoggingEvent> errors = new ListAppender<>();
        errors.start();
        Logger quartz = (Logger) LoggerFactory.getLogger("org.quartz");
        quartz.addAppender(errors);
        try (World world = World.create()) {
            Node node = world.node(CHECKS_IN_OFTEN);
            Node second = world.node(CHECKS_IN_OFTEN);
            String id = node.bean(Scheduler.class).getSchedulerInstanceId();
            assertThat(second.bean(Scheduler.class).getSchedulerInstanceId()).isNotEqualTo(id);

            second.close();

            long stopped = lastCheckIn(node, id);
            await().until(() -> lastCheckIn(node, id) > stopped);
        } finally {
            quartz.detachAppender(errors);
        }
        assertThat(errors.list)
                .filteredOn(event -> event.getLevel().isGreaterOrEqual(Level.WARN))
                .isEmpty();
    }

    private static long lastCheckIn(Node node, String id) {
        return node.bean(JdbcTemplate.class)
                .queryForObject(
                        "SELECT coalesce(max(last_checkin_time), 0) FROM qrtz_scheduler_state WHERE instance_name = ?",
                        Long.class,
                        id);
    }
}
