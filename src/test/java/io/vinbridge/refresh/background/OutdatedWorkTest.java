package io.vinbridge.refresh.background;

import static org.assertj.core.api.Assertions.assertThat;

import io.vinbridge.refresh.queue.WorkKind;
import io.vinbridge.testing.Node;
import io.vinbridge.testing.World;
import io.vinbridge.work.CallCause;
import io.vinbridge.work.Priority;
import io.vinbridge.work.WorkQueue;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** Work of settings that are no more is asked for again for the vehicles that there are. */
class OutdatedWorkTest {

    private final Node node = World.shared().node();
    private final JdbcTemplate jdbc = node.bean(JdbcTemplate.class);

    @Test
    void bringsNoVehicleBackThatWasDeletedSince() {
        String vin = World.freshVin();
        String key = leaveOver(vin);

        node.bean(OutdatedWork.class).takeOver();

        assertThat(jdbc.queryForList("SELECT 1 FROM work WHERE request_key = ?", key))
                .isEmpty();
        assertThat(jdbc.queryForList("SELECT 1 FROM work WHERE argument = ?", vin))
                .isEmpty();
        assertThat(jdbc.queryForList("SELECT 1 FROM vehicles WHERE vin = ?", vin))
                .isEmpty();
    }

    @Test
    void bringsTheVehicleUnderTheSettingsAsTheyAreNow() {
        String vin = World.freshVin();
        String key = leaveOver(vin);
        jdbc.update("INSERT INTO vehicles (vin, request_key) VALUES (?, ?)", vin, key);

        node.bean(OutdatedWork.class).takeOver();

        assertThat(jdbc.queryForObject("SELECT request_key FROM vehicles WHERE vin = ?", String.class, vin))
                .isNotEqualTo(key);
    }

    private String leaveOver(String vin) {
        String key = "describe:7a:US:en:gone:" + vin.substring(0, 8) + vin.substring(9, 11);
        node.bean(WorkQueue.class)
                .ask(List.of(WorkKind.VEHICLE.ask(key, vin, Priority.AGE, CallCause.STALE, "before")));
        jdbc.update("UPDATE work SET due_at = now() - interval '20 minutes' WHERE request_key = ?", key);
        return key;
    }
}
