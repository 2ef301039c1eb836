package io.vinbridge.refresh;

import static java.time.Duration.ofSeconds;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vinbridge.sandbox.trouble.Dial;
import io.vinbridge.testing.Node;
import io.vinbridge.testing.OwnPostgres;
import io.vinbridge.testing.TestServers;
import io.vinbridge.testing.World;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What ChromeData has answered is paid for: it is stored, also where that takes the database longer than it should. */
class PaidAnswersTest {

    private static final int MANY = 60;

    private final World world = World.create();
    private OwnPostgres postgres;
    private Node node;
    private JdbcTemplate jdbc;

    @BeforeEach
    void start() throws Exception {
        postgres = new OwnPostgres();
        node = Node.start(
                postgres.url(),
                URI.create(world.sandbox().describeUrl("7c")),
                URI.create(world.sandbox().mediaUrl()),
                "vinbridge.chromedata.concurrent-calls=" + MANY,
                "spring.datasource.hikari.connection-timeout=700",
                "vinbridge.database.readers-wait=400ms",
                "vinbridge.database.statement-limit=400ms",
                "vinbridge.gallery.mirror.enabled=false");
        jdbc = new JdbcTemplate(new DriverManagerDataSource(
                postgres.url(), TestServers.postgres().user(), ""));
    }

    @AfterEach
    void stop() throws IOException {
        node.close();
        postgres.close();
        world.close();
    }

    @Test
    void keepsTheAnswersOfManyWorkersThatASlowDatabaseHoldsUp() throws SQLException {
        world.sandbox().ads().turn(Dial.LATENCY, 3_000);
        lookAt(Stream.generate(World::freshVin).limit(MANY).collect(joining("\n")));
        await().atMost(ofSeconds(30)).until(() -> calls() >= MANY);
        try (Connection slow = postgres.connection()) {
            slow.setAutoCommit(false);
            slow.createStatement().execute("LOCK TABLE documents IN EXCLUSIVE MODE");
            await().atMost(ofSeconds(20)).until(() -> waitingForTheLock() == 1);
            await().during(ofSeconds(3)).atMost(ofSeconds(20)).until(() -> waitingForTheLock() == 1);
            slow.rollback();
        }

        await().atMost(ofSeconds(30)).until(() -> described() == MANY);
        // What the network loses is asked for anew within the same work; an answer that is thrown away is in the
        // ledger.
        assertThat(jdbc.queryForList("SELECT outcome FROM ledger WHERE kind = 'vehicle'", String.class))
                .hasSize(MANY)
                .containsOnly("first");
        assertThat(jdbc.queryForObject("SELECT sum(calls) FROM ledger WHERE kind = 'vehicle'", Long.class))
                .isEqualTo(calls());
    }

    @Test
    void storesAnAnswerThatCameWhileTheDatabaseWasAway() throws IOException {
        String vin = World.freshVin();
        world.sandbox().ads().turn(Dial.LATENCY, 1_500);
        lookAt(vin);
        await().atMost(ofSeconds(30)).until(() -> world.sandbox().ledger().callsForVin(vin) == 1);

        postgres.stopAtOnce();
        await().atMost(ofSeconds(10)).until(() -> world.sandbox().ledger().underWay() == 0);
        await().during(ofSeconds(2)).atMost(ofSeconds(20)).until(() -> node.health("/actuator/health/readiness")
                .contains("DOWN"));
        postgres.start();

        await().atMost(ofSeconds(30)).until(() -> described() == 1);
        assertThat(world.sandbox().ledger().callsForVin(vin)).isEqualTo(1);
    }

    private void lookAt(String vins) {
        HttpResponse<String> begun = node.send(node.request("/api/v1/vehicles/import", "Content-Type", "text/csv")
                .POST(BodyPublishers.ofString("vin\n" + vins)));
        assertThat(begun.statusCode()).as(begun.body()).isEqualTo(202);
    }

    private long calls() {
        return world.sandbox().ledger().calls("describeVehicle");
    }

    private long waitingForTheLock() {
        return jdbc.queryForObject(
                "SELECT count(*) FROM pg_locks WHERE NOT granted AND relation = 'documents'::regclass", Long.class);
    }

    private long described() {
        return jdbc.queryForObject("SELECT count(*) FROM vehicles WHERE document IS NOT NULL", Long.class);
    }
}
