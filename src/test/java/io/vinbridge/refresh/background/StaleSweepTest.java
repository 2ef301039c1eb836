package io.vinbridge.refresh.background;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import io.vinbridge.sandbox.trouble.Dial;
import io.vinbridge.testing.Node;
import io.vinbridge.testing.World;
import io.vinbridge.vehicles.EventTimestamp;
import io.vinbridge.vehicles.OfferStatement;
import io.vinbridge.vehicles.RequestKeys;
import io.vinbridge.vehicles.Vin;
import io.vinbridge.vehicles.offers.Offers;
import io.vinbridge.vehicles.registry.VehicleRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** What somebody wants is kept fresh without being read; what nobody wants rests until somebody does. */
class StaleSweepTest {

    private static final World WORLD = World.create();
    /** The schedule would go through the stale while a test does. */
    private static final String[] SETTINGS = {
        "vinbridge.refresh.stale-batch=3", "vinbridge.schedules.refresh-aged.enabled=false"
    };

    private static final Node NODE = WORLD.node(SETTINGS);
    private static final String KEY = "(SELECT request_key FROM vehicles WHERE vin = ?)";
    private static final String NOT_CARRIED = "1HD1KB4117YA12345";

    private final JdbcTemplate jdbc = NODE.bean(JdbcTemplate.class);
    private final ReadCounter reads = NODE.bean(ReadCounter.class);

    @BeforeEach
    void forgetWhatOtherTestsLeft() {
        reads.write();
        jdbc.update("UPDATE descriptions SET looked_at = now()");
    }

    @AfterAll
    static void close() {
        WORLD.close();
    }

    @Test
    void looksAnewAtWhatIsReadOrTrackedAndLetsTheRestRest() {
        String read = described();
        String tracked = described();
        String unwanted = described();
        List.of(read, tracked, unwanted).forEach(this::makeOld);
        List.of(tracked, unwanted).forEach(this::forgetReads);
        track(tracked);

        goThroughTheStale();

        await().until(() -> fresh(read) && fresh(tracked));
        assertThat(fresh(unwanted)).isFalse();
        assertThat(resting(unwanted)).isTrue();
        assertThat(resting(tracked)).isFalse();
        assertThat(WORLD.sandbox().ledger().callsForVin(unwanted)).isEqualTo(1);
    }

    @Test
    void isWokenByAReader() {
        String vin = described();
        makeOld(vin);
        forgetReads(vin);
        goThroughTheStale();
        await().until(() -> resting(vin));

        assertThat(JsonPath.<Boolean>read(NODE.get("/vehicles/" + vin).body(), "$.stale"))
                .isTrue();

        await().until(() -> fresh(vin) && !resting(vin));
    }

    @Test
    void isWokenByWhoeverTracksAVehicle() {
        String vin = described();
        makeOld(vin);
        forgetReads(vin);
        goThroughTheStale();
        await().until(() -> resting(vin));

        track(vin);
        goThroughTheStale();

        await().until(() -> fresh(vin));
    }

    @Test
    void asksForNoMoreThanIsAllowedTheOldestFirst() {
        List<String> vins = IntStream.range(0, 5).mapToObj(at -> described()).toList();
        IntStream.range(0, 5).forEach(at -> age(vins.get(at), (50 - at) + " days"));

        goThroughTheStale();

        await().until(() -> vins.subList(0, 3).stream().allMatch(this::fresh));
        assertThat(vins.subList(3, 5)).noneMatch(this::fresh);

        goThroughTheStale();
        await().until(() -> vins.stream().allMatch(this::fresh));
    }

    @Test
    void asksAgainForWhatWasNotCarriedOnlyWhileItIsTracked() {
        assertThat(NODE.get("/vehicles/" + NOT_CARRIED).statusCode()).isEqualTo(404);
        age(NOT_CARRIED, "8 days");
        goThroughTheStale();
        await().until(() -> resting(NOT_CARRIED));

        track(NOT_CARRIED);
        goThroughTheStale();

        await().until(() -> WORLD.sandbox().ledger().callsForVin(NOT_CARRIED) == 2);
    }

    @Test
    void looksAnewAtStylesThatAreRead() {
        int styleId = JsonPath.read(NODE.get("/vehicles/" + described()).body(), "$.styles[0].id");
        NODE.get("/styles/" + styleId);
        String key = "%:style:" + styleId;
        jdbc.update("UPDATE descriptions SET looked_at = now() - interval '31 days' WHERE request_key LIKE ?", key);

        goThroughTheStale();

        await().until(() -> Boolean.TRUE.equals(jdbc.queryForObject(
                "SELECT looked_at > now() - interval '1 day' FROM descriptions WHERE request_key LIKE ?",
                Boolean.class,
                key)));
    }

    @Test
    void movesVehiclesToTheKeysOfTheSettingsAsTheyAreNow() {
        try (World world = World.create()) {
            String vin = World.freshVin();
            Node before = world.node(SETTINGS);
            before.get("/vehicles/" + vin);
            before.close();
            Node after = world.node(SETTINGS[1], "vinbridge.chromedata.switches=ShowAvailableEquipment");
            JdbcTemplate stored = after.bean(JdbcTemplate.class);
            stored.update("UPDATE descriptions SET looked_at = now() - interval '31 days'");

            after.bean(ProducerTemplate.class).sendBody("direct:refresh.refresh-aged", null);

            String fresh = "SELECT count(*) FROM vehicles JOIN descriptions d USING (request_key)"
                    + " WHERE vin = ? AND looked_at > now() - interval '1 day' AND d.document IS NOT NULL";
            await().until(() -> stored.queryForObject(fresh, Long.class, vin) == 1);
            assertThat(stored.queryForObject("SELECT count(*) FROM descriptions", Long.class))
                    .isEqualTo(2);
        }
    }

    @Test
    void isNotHeldUpByWhatWasDescribedUnderSettingsOfBefore() {
        try (World world = World.create()) {
            List<String> vins =
                    IntStream.range(0, 3).mapToObj(at -> World.freshVin()).toList();
            Node before = world.node(SETTINGS);
            vins.forEach(vin -> before.get("/vehicles/" + vin));
            before.bean(ReadCounter.class).write();
            before.close();
            Node after = world.node(SETTINGS[0], SETTINGS[1], "vinbridge.chromedata.switches=ShowAvailableEquipment");
            JdbcTemplate stored = after.bean(JdbcTemplate.class);
            after.bean(VehicleRegistry.class).move(vins.stream().map(Vin::new).toList(), null);
            int styleId = JsonPath.read(after.get("/vehicles/" + vins.get(0)).body(), "$.styles[0].id");
            after.get("/styles/" + styleId);
            after.bean(ReadCounter.class).write();
            stored.update("UPDATE descriptions SET looked_at = now() - interval '31 days'");

            after.bean(ProducerTemplate.class).sendBody("direct:refresh.refresh-aged", null);

            String resting = "SELECT count(*) FROM descriptions WHERE resting AND request_key NOT LIKE '%:style:%'";
            await().until(() -> stored.queryForObject(resting, Long.class) == 3);
            String fresh =
                    "SELECT count(*) FROM descriptions WHERE request_key LIKE '%:style:%' AND looked_at > now() - interval '1 day'";
            await().until(() -> stored.queryForObject(fresh, Long.class) == 1);
        }
    }

    @Test
    void takesOverWhatWasAskedForUnderSettingsThatNoNodeHasAnyMore() {
        try (World world = World.create()) {
            List<String> vins =
                    IntStream.range(0, 2).mapToObj(at -> World.freshVin()).toList();
            Node before = world.node(SETTINGS[1], "vinbridge.failures.retries=0", "vinbridge.work.first-pause=1h");
            world.sandbox().ads().turn(Dial.RESET, 1);
            before.bean(EventRefreshes.class)
                    .register(vins.stream().map(Vin::new).toList(), null);
            before.bean(EventRefreshes.class)
                    .ask(
                            vins.stream()
                                    .map(vin -> new EventRefreshes.Wish(new Vin(vin), false, null))
                                    .toList(),
                            Duration.ZERO);
            await().until(() -> before.bean(JdbcTemplate.class)
                            .queryForObject("SELECT count(*) FROM work WHERE failed_at IS NOT NULL", Long.class)
                    == 2);
            before.close();
            world.sandbox().ads().turn(Dial.RESET, 0);
            Node after = world.node(SETTINGS[1], "vinbridge.chromedata.switches=ShowAvailableEquipment");
            JdbcTemplate stored = after.bean(JdbcTemplate.class);
            stored.update("UPDATE work SET due_at = now() - interval '1 hour' WHERE request_key LIKE 'describe:%'");

            after.bean(ProducerTemplate.class).sendBody("direct:refresh.refresh-aged", null);

            await().until(() ->
                    stored.queryForObject("SELECT count(*) FROM vehicles WHERE document IS NOT NULL", Long.class) == 2);
            assertThat(stored.queryForList("SELECT request_key FROM descriptions", String.class))
                    .hasSize(2)
                    .allMatch(after.bean(RequestKeys.class)::current);
            assertThat(stored.queryForList("SELECT request_key FROM work WHERE lane = 2", String.class))
                    .isEmpty();
        }
    }

    @Test
    void notesHowOftenADescriptionIsReadUnderWhicheverVin() {
        String vin = described();
        reads.write();
        forgetReads(vin);
        jdbc.update("UPDATE descriptions SET reads = 0, resting = true");

        NODE.get("/vehicles/" + vin);
        NODE.get("/vehicles/" + vin.substring(0, 11) + "654321");
        NODE.get("/vehicles/" + vin);
        reads.write();
        reads.write();

        assertThat(description(vin, "reads", Long.class)).isEqualTo(3);
        assertThat(description(vin, "read_at > now() - interval '1 minute'", Boolean.class))
                .isTrue();
        assertThat(resting(vin)).isFalse();
    }

    @Test
    void writesWhatItCountedBeforeANodeStops() {
        String vin = described();
        jdbc.update("UPDATE descriptions SET reads = 0");
        Node other = WORLD.node(SETTINGS);
        other.get("/vehicles/" + vin);

        other.close();

        assertThat(description(vin, "reads", Long.class)).isEqualTo(1);
    }

    private void goThroughTheStale() {
        reads.write();
        await().until(() ->
                jdbc.queryForObject("SELECT count(*) FROM work WHERE request_key = 'aged'", Long.class) == 0);
        NODE.bean(ProducerTemplate.class).sendBody("direct:refresh.refresh-aged", null);
        await().until(() -> jdbc.queryForObject("SELECT count(*) FROM work", Long.class) == 0);
    }

    private static String described() {
        String vin = World.freshVin();
        assertThat(NODE.get("/vehicles/" + vin).statusCode()).isEqualTo(200);
        NODE.bean(ReadCounter.class).write();
        return vin;
    }

    private void makeOld(String vin) {
        age(vin, "31 days");
    }

    private void age(String vin, String age) {
        jdbc.update("UPDATE descriptions SET looked_at = now() - ?::interval WHERE request_key = " + KEY, age, vin);
    }

    private void forgetReads(String vin) {
        jdbc.update("UPDATE descriptions SET read_at = now() - interval '91 days' WHERE request_key = " + KEY, vin);
    }

    private boolean fresh(String vin) {
        return description(vin, "looked_at > now() - interval '1 day'", Boolean.class);
    }

    private boolean resting(String vin) {
        return description(vin, "resting", Boolean.class);
    }

    private <T> T description(String vin, String column, Class<T> type) {
        return jdbc.queryForObject("SELECT " + column + " FROM descriptions WHERE request_key = " + KEY, type, vin);
    }

    private static void track(String vin) {
        EventTimestamp now = new EventTimestamp(Instant.now(), "0123456789abcdef");
        NODE.bean(Offers.class)
                .take(List.of(new OfferStatement(
                        Vin.of(vin), null, null, now, new TreeMap<>(), true, null, null, List.of())));
    }
}
