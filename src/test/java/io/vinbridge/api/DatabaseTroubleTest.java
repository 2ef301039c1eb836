package io.vinbridge.api;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import io.vinbridge.testing.Node;
import io.vinbridge.testing.OwnPostgres;
import io.vinbridge.testing.World;
import java.net.URI;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * PostgreSQL that is gone, that refuses, that is locked, and whose connections are all taken. How fast answers are
 * under load, and that all is well again within 10 seconds, {@code bench/database-trouble} measures; here the limits
 * leave room for a busy machine.
 */
class DatabaseTroubleTest {

    private static final World WORLD = World.create();
    private static final String EVENT =
            "{\"type\":\"vehicle.price-changed\",\"vin\":\"%s\",\"timestamp\":\"2026-01-05T09:30:00Z\",\"price\":%d}";

    private static OwnPostgres postgres;
    private static Node node;

    private String known;

    @BeforeAll
    static void start() throws Exception {
        postgres = new OwnPostgres();
        node = Node.start(
                postgres.url(),
                URI.create(WORLD.sandbox().describeUrl("7c")),
                URI.create(WORLD.sandbox().mediaUrl()),
                "spring.datasource.hikari.connection-timeout=700",
                "spring.datasource.hikari.maximum-pool-size=5",
                "vinbridge.database.readers-wait=400ms",
                "vinbridge.database.statement-limit=400ms");
    }

    @AfterAll
    static void stop() throws Exception {
        node.close();
        postgres.close();
        WORLD.close();
    }

    @BeforeEach
    void readAVehicle() {
        known = World.freshVin();
        await().atMost(ofSeconds(30)).until(() -> fresh(node.get("/vehicles/" + known)));
    }

    @ParameterizedTest
    @CsvSource({"53100, No space left on device", "25006, cannot execute UPDATE in a read-only transaction"})
    void tellsThatPostgresqlWritesNothing(String state, String words) {
        String refused =
                "DO $$ BEGIN RAISE EXCEPTION USING errcode = '%s', message = '%s'; END $$".formatted(state, words);

        assertThatThrownBy(() -> node.bean(JdbcClient.class).sql(refused).update())
                .hasMessageContaining(words);

        assertThat(node.health("/actuator/health")).contains(words).contains("docs/runbooks.md#database-unwritable");
        assertThat(node.health("/actuator/health/readiness")).contains("\"UP\"");
    }

    @Test
    void servesWhatItServedLastWhilePostgresqlIsGoneAndComesBackByItself() throws Exception {
        String tag = header(node.get("/vehicles/" + known), "ETag");
        int style = JsonPath.read(node.get("/vehicles/" + known).body(), "$.styles[0].id");
        node.get("/styles/" + style);
        postgres.stopAtOnce();
        try {
            servesFromMemoryAndRefusesTheRest();
            assertThat(header(node.get("/vehicles/" + known), "ETag")).isNotEqualTo(tag);
            assertThat(node.get("/vehicles/" + known + "?trim=Sport").body()).contains("candidates");
            HttpResponse<String> remembered = node.get("/styles/" + style + "?refresh=true");
            assertThat(JsonPath.<Boolean>read(remembered.body(), "$.stale")).isTrue();
            assertThat(header(remembered, "X-Refresh")).isEqualTo("failed; reason=store-unavailable");
            assertThat(node.post("/lookups", "{\"vins\":[\"" + known + "\",\"" + World.freshVin() + "\"]}")
                            .body())
                    .contains("\"DatabaseUnavailable\"")
                    .contains("urn:vinbridge:problem:store-unavailable");
            assertThat(node.health("/actuator/health/readiness")).contains("\"DOWN\"");
            assertThat(node.health("/actuator/health"))
                    .contains("\"db\"")
                    .contains("docs/runbooks.md#database-unavailable");
        } finally {
            postgres.start();
        }
        isWellAgain();
    }

    @Test
    void refusesAndRemembersWhilePostgresqlRefusesConnections() throws Exception {
        postgres.execute("ALTER DATABASE vinbridge ALLOW_CONNECTIONS false");
        postgres.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = 'vinbridge'");

        try {
            servesFromMemoryAndRefusesTheRest();
        } finally {
            postgres.execute("ALTER DATABASE vinbridge ALLOW_CONNECTIONS true");
        }
        isWellAgain();
    }

    @Test
    void holdsNoReaderForALockOnTheTable() throws Exception {
        try (Connection other = postgres.connection()) {
            other.setAutoCommit(false);
            other.createStatement().execute("LOCK TABLE vehicles IN ACCESS EXCLUSIVE MODE");

            await().atMost(ofSeconds(20)).until(() -> remembered(node.get("/vehicles/" + known)));
            assertThat(timed(() -> node.get("/vehicles/" + World.freshVin())).statusCode())
                    .isEqualTo(503);
            other.rollback();
        }
        isWellAgain();
    }

    @Test
    void readsOnWhileAllOtherConnectionsAreTaken() throws Exception {
        List<Connection> taken = new ArrayList<>();
        try {
            await().atMost(ofSeconds(20)).ignoreExceptions().until(() -> {
                taken.add(node.bean(DataSource.class).getConnection());
                return taken.size() == 5;
            });
            await().atMost(ofSeconds(20))
                    .until(() -> node.health("/actuator/health").contains("connections-spent"));

            assertThat(fresh(timed(() -> node.get("/vehicles/" + known)))).isTrue();
            HttpResponse<String> refused = timed(() -> node.post("/events", EVENT.formatted(known, 1)));
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(header(refused, "Retry-After")).isNotBlank();
            assertThat(node.health("/actuator/health/readiness")).doesNotContain("DOWN");
            assertThat(node.health("/actuator/health/liveness")).contains("\"UP\"");
        } finally {
            for (Connection one : taken) {
                one.close();
            }
        }
        isWellAgain();
    }

    private void servesFromMemoryAndRefusesTheRest() {
        await().atMost(ofSeconds(20)).until(() -> remembered(node.get("/vehicles/" + known)));
        HttpResponse<String> remembered = timed(() -> node.get("/vehicles/" + known));
        assertThat(remembered.statusCode()).isEqualTo(200);
        assertThat(Long.parseLong(header(remembered, "Age"))).isNotNegative();
        assertThat(JsonPath.<Boolean>read(remembered.body(), "$.stale")).isTrue();

        HttpResponse<String> notAnew = timed(() -> node.get("/vehicles/" + known + "?refresh=true"));
        assertThat(remembered(notAnew)).as(notAnew.body()).isTrue();
        assertThat(header(notAnew, "X-Refresh")).isEqualTo("failed; reason=store-unavailable");

        for (HttpResponse<String> refused : List.of(
                timed(() -> node.get("/vehicles/" + World.freshVin())),
                timed(() -> node.get("/vehicles?make=Honda")),
                timed(() -> node.post("/events", EVENT.formatted(known, 1))))) {
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(JsonPath.<String>read(refused.body(), "$.type"))
                    .isEqualTo("urn:vinbridge:problem:store-unavailable");
            assertThat(header(refused, "Retry-After")).isNotBlank();
        }
        assertThat(node.health("/actuator/health/liveness")).contains("\"UP\"");
    }

    /** Readers, workers, the sequencer of the feed, and what acts upon events. */
    private void isWellAgain() {
        String unknown = World.freshVin();
        await().atMost(ofSeconds(20)).until(() -> fresh(node.get("/vehicles/" + known)));
        await().atMost(ofSeconds(20)).until(() -> fresh(node.get("/vehicles/" + unknown)));
        await().atMost(ofSeconds(20))
                .until(() ->
                        node.post("/events", EVENT.formatted(unknown, 12_345)).statusCode() == 202);
        await().atMost(ofSeconds(20))
                .until(() -> node.get("/vehicles/" + unknown).body().contains("12345"));
        await().atMost(ofSeconds(20))
                .until(() -> node.get("/changes?vin=" + unknown).body().contains("vehicle.described"));
        await().atMost(ofSeconds(20))
                .until(() -> node.health("/actuator/health/readiness").startsWith("{\"status\":\"UP\""));
    }

    /** An answer that did not take longer than a machine that does much else may need for what takes a second. */
    private static HttpResponse<String> timed(Supplier<HttpResponse<String>> request) {
        long began = System.nanoTime();
        HttpResponse<String> answer = request.get();
        assertThat(System.nanoTime() - began).isLessThan(ofSeconds(3).toNanos());
        return answer;
    }

    private static boolean fresh(HttpResponse<String> answer) {
        return answer.statusCode() == 200 && !JsonPath.<Boolean>read(answer.body(), "$.stale");
    }

    private static boolean remembered(HttpResponse<String> answer) {
        return answer.statusCode() == 200 && answer.body().contains("\"DatabaseUnavailable\"");
    }

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
