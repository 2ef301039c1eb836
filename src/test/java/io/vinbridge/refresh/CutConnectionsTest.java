package io.vinbridge.refresh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import io.vinbridge.gallery.store.ImageHash;
import io.vinbridge.testing.CutSockets;
import io.vinbridge.testing.CutSockets.Cut;
import io.vinbridge.testing.Node;
import io.vinbridge.testing.TestServers;
import io.vinbridge.testing.World;
import io.vinbridge.testing.selection.NightlyBuild;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * A break before or after each statement by which work is claimed, stored, settled and forgotten: rows, bytes, ledger
 * and budget agree.
 */
class CutConnectionsTest {

    private static final String WORKERS = "refresh-work";
    private static final String CLAIMS = "refresh.claim";
    private static final int CLAIMS_TRIED = 4;

    /** From place to place: each place is cut in one of the ways, and at night in each of them. */
    private static final int STRIDE = Cut.values().length / NightlyBuild.tries(1, Cut.values().length);

    @TempDir
    private static Path folder;

    private static World world;
    private static Node node;
    private static JdbcTemplate store;

    @BeforeAll
    static void start() {
        world = World.create();
        store = new JdbcTemplate(new DriverManagerDataSource(
                world.database(), TestServers.postgres().user(), ""));
        node = world.node(
                "spring.datasource.url=" + world.database() + (world.database().contains("?") ? "&" : "?")
                        + "socketFactory=" + CutSockets.class.getName(),
                "vinbridge.gallery.mirror.enabled=true",
                "vinbridge.gallery.mirror.view-shots=01",
                "vinbridge.gallery.mirror.colorized-shots=01",
                "vinbridge.gallery.store.folder=" + folder,
                "vinbridge.gallery.mirror.keep-unused=0s",
                "vinbridge.failures.first-pause=10",
                "vinbridge.work.first-pause=10ms",
                "vinbridge.work.longest-pause=100ms",
                "vinbridge.work.lease=2s",
                "vinbridge.refresh.renew=500",
                "vinbridge.refresh.poll=100");
    }

    @AfterEach
    void disarm() {
        CutSockets.disarm();
    }

    @AfterAll
    static void close() {
        world.close();
    }

    @ParameterizedTest
    @EnumSource
    void storingAndSettlingAreWholeOrNotDone(Cut cut) throws IOException {
        boolean hit = true;
        for (int at = first(cut); hit; at += STRIDE) {
            CutSockets.arm(WORKERS, at, cut);
            lookUp();
            hit = CutSockets.hasCut();
            assertAgreement(cut + " at " + at);
        }
    }

    @ParameterizedTest
    @EnumSource
    void claimsAreWholeOrNotDone(Cut cut) throws IOException {
        for (int at = 1; at <= CLAIMS_TRIED; at++) {
            CutSockets.arm(CLAIMS, at, cut);
            lookUp();
            await().until(CutSockets::hasCut);
            assertAgreement(cut + " at " + at);
        }
    }

    @ParameterizedTest
    @EnumSource
    void forgettingIsWholeOrNotDone(Cut cut) throws IOException {
        boolean hit = true;
        for (int at = first(cut); hit; at += STRIDE) {
            lookUp();
            store.update("UPDATE galleries SET names = '{}', pictures = '[]', addresses = '[]'");
            store.update("DELETE FROM stock_images");
            store.update("UPDATE changes SET at = at - interval '9999 days' WHERE kind <> 'vehicle.described'");
            CutSockets.arm(WORKERS, at, cut);
            node.post("/schedules/check-pictures/run", "");
            node.post("/schedules/forget-old/run", "");
            awaitIdle();
            hit = CutSockets.hasCut();
            assertAgreement(cut + " at " + at);
            assertThat(files()).as(cut + " at " + at).isEmpty();
            assertThat(number("SELECT count(*) FROM images") + number("SELECT count(*) FROM pictures"))
                    .as(cut + " at " + at)
                    .isZero();
        }
    }

    private static int first(Cut cut) {
        return 1 + List.of(Cut.values()).indexOf(cut) % STRIDE;
    }

    /** Has a vehicle of a new pattern described and its pictures listed and copied. */
    private static void lookUp() {
        String vin = World.freshVin();
        node.get("/vehicles/" + vin);
        await().until(() ->
                number("SELECT count(*) FROM vehicles WHERE vin = '" + vin + "' AND document IS NOT NULL") == 1);
        String body = node.get("/vehicles/" + vin).body();
        node.get("/styles/"
                + JsonPath.<List<Integer>>read(body, "$.styles[*].id").get(0) + "/media");
        awaitIdle();
    }

    private static void awaitIdle() {
        await().until(() -> number("SELECT count(*) FROM work") == 0
                && files().stream().noneMatch(file -> file.toString().endsWith(".part")));
    }

    private static void assertAgreement(String when) throws IOException {
        assertThat(number("SELECT count(*) FROM vehicles WHERE document IS NULL"))
                .as(when)
                .isZero();
        assertThat(number("SELECT count(*) FROM dead_letters")).as(when).isZero();
        assertThat(number("""
                SELECT count(*) FROM (SELECT FROM vehicles v LEFT JOIN changes c ON c.vin = v.vin AND c.kind = 'vehicle.described'
                    GROUP BY v.vin HAVING count(c.vin) <> 1) AS wrong""")).as(when).isZero();
        long billed = world.sandbox().ledger().calls("describeVehicle")
                + world.sandbox().ledger().calls("style");
        long spent = number("SELECT sum(spent) FROM budget");
        assertThat(number("SELECT sum(calls) FROM ledger")).as(when).isEqualTo(spent);
        assertThat(spent)
                .as(when)
                .isBetween(
                        billed, billed + number("SELECT coalesce(sum(calls), 0) FROM ledger WHERE outcome = 'lost'"));
        Set<String> bytes =
                files().stream().map(file -> file.getFileName().toString()).collect(Collectors.toSet());
        List<String> rows = store.queryForList("SELECT encode(hash, 'hex') FROM images WHERE NOT broken", String.class);
        assertThat(bytes).as(when).containsAll(rows);
        for (Path file : files()) {
            assertThat(ImageHash.of(Files.readAllBytes(file)))
                    .as(when)
                    .hasToString(file.getFileName().toString());
        }
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    private static long number(String sql) {
        return store.queryForObject(sql, Long.class);
    }
}
