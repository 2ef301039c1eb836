package io.vinbridge.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import io.vinbridge.testing.Node;
import io.vinbridge.testing.RawConnection;
import io.vinbridge.testing.RawConnection.Answer;
import io.vinbridge.testing.World;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who sends or takes slowly, on a node of few threads, holds up nobody else. */
class BodiesTest {

    private static final int THREADS = 10;
    private static final int LARGEST = 2 * 1024 * 1024;
    private static final String ADMIN = "an-admin-key-that-is-long-enough";

    private static World world;
    private static Node node;
    private static Node patient;

    @BeforeAll
    static void start() {
        world = World.create();
        node = world.node(
                "vinbridge.access.disabled=false",
                "vinbridge.admin-key=" + ADMIN,
                "server.tomcat.threads.max=" + THREADS,
                "server.tomcat.threads.min-spare=" + THREADS,
                "vinbridge.http.grace=2s",
                "vinbridge.http.body-within=6s");
        patient = world.node("vinbridge.access.disabled=false", "vinbridge.admin-key=" + ADMIN);
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 1000000", "Transfer-Encoding: chunked"})
    void slowBodiesWithoutAKeyHoldNoThread(String framing) {
        servesOthersBeside(IntStream.range(0, 4 * THREADS)
                .mapToObj(i -> open("POST /api/v1/lookups", framing, null))
                .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 1000000", "Content-Length: 20", "Transfer-Encoding: chunked"})
    void slowBodiesWithAKeyHoldNoThread(String framing) {
        servesOthersBeside(IntStream.range(0, 4 * THREADS)
                .mapToObj(i -> open("POST /api/v1/lookups", framing, ADMIN))
                .toList());
    }

    @Test
    void slowListsHoldNoThread() {
        servesOthersBeside(IntStream.range(0, 4 * THREADS)
                .mapToObj(i -> open("POST /api/v1/vehicles/import", "Transfer-Encoding: chunked", ADMIN))
                .toList());
    }

    @Test
    void slowBodiesHoldNoThreadOfTheManagementPort() {
        List<RawConnection> slow = IntStream.range(0, 4 * THREADS)
                .mapToObj(i -> open(node.managementPort(), "POST /actuator/jolokia", "Content-Length: 100000", null))
                .toList();
        try {
            assertThat(node.health("/actuator/health/readiness")).contains("UP");
        } finally {
            slow.forEach(RawConnection::close);
        }
    }

    @Test
    void whoTakesAnswersSlowlyHoldsNoThread() {
        String contract = "GET /api/v1/openapi.json HTTP/1.1\r\nHost: localhost\r\nX-API-Key: " + ADMIN + "\r\n\r\n";
        servesOthersBeside(IntStream.range(0, 4 * THREADS)
                .mapToObj(i -> RawConnection.to(node.port(), 4096).send(contract.repeat(60)))
                .toList());
    }

    /** The pages' files are sent on a thread. */
    @Test
    void whoTakesPagesSlowlyHoldsFewThreads() {
        String script = "GET /webjars/swagger-ui/swagger-ui-bundle.js HTTP/1.1\r\nHost: localhost\r\n\r\n";
        servesOthersBeside(IntStream.range(0, 4 * THREADS)
                .mapToObj(i -> RawConnection.to(node.port(), 4096).send(script.repeat(20)))
                .toList());
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/lookups, none, 401, unauthorized",
        "/api/v1/no/such, admin, 404, not-found",
        "/api/v1/vehicles, admin, 405, method-not-allowed",
        "/api/v1/lookups, admin, 400, invalid-request",
        "/no/such/path, admin, 404, not-found",
    })
    void whoSendsALargeBodyReadsTheAnswerOnceItIsSent(String path, String who, int status, String type) {
        String key = who.equals("admin") ? ADMIN : null;
        try (RawConnection one = open(patient.port(), "POST " + path, "Content-Length: " + LARGEST, key)) {
            Answer answer = one.send(new byte[LARGEST - 1]).answer();

            assertThat(answer.status()).isEqualTo(status);
            assertThat(answer.body()).contains("urn:vinbridge:problem:" + type);
        }
    }

    @Test
    void whoSendsMoreThanIsTakenReadsTheAnswer() {
        try (RawConnection one =
                open(patient.port(), "POST /api/v1/lookups", "Content-Length: " + (LARGEST + 1), ADMIN)) {
            assertThat(one.send(new byte[LARGEST]).answer().status()).isEqualTo(413);
        }
        try (RawConnection one = open(patient.port(), "POST /api/v1/lookups", "Transfer-Encoding: chunked", ADMIN)) {
            one.send(Integer.toHexString(LARGEST) + "\r\n")
                    .send(new byte[LARGEST])
                    .send("\r\n0\r\n\r\n");
            assertThat(one.answer().status()).isEqualTo(413);
        }
    }

    @Test
    void whoIsTooSlowIsToldAndHasToGo() {
        try (RawConnection one = open("POST /api/v1/lookups", "Content-Length: 1000", ADMIN)) {
            Answer answer = one.answer();

            assertThat(answer.status()).isEqualTo(408);
            assertThat(answer.body()).contains("urn:vinbridge:problem:too-slow").contains("correlationId");
            assertThat(answer.header("x-correlation-id")).isNotEmpty();
            assertThat(one.endsWithin(2000)).isTrue();
        }
        try (RawConnection one = open("POST /api/v1/lookups", "Content-Length: 1000", null)) {
            assertThat(one.answer().status()).isEqualTo(401);
            assertThat(one.endsWithin(10_000)).isTrue();
        }
    }

    @Test
    void aListThatComesSlowlyButSteadilyIsTaken() {
        int steps = 40;
        String lines = (World.freshVin() + "\n").repeat(160);
        try (RawConnection one =
                open("POST /api/v1/vehicles/import", "Content-Length: " + lines.length() * steps, ADMIN)) {
            long began = System.nanoTime();
            one.send(lines.substring(1));
            for (int i = 1; i < steps; i++) {
                int step = i;
                await().pollInterval(Duration.ofMillis(20))
                        .until(() -> System.nanoTime() - began > step * 200_000_000L);
                one.send(lines);
            }
            assertThat(one.answer().status()).isEqualTo(202);
        }
    }

    @Test
    void aBodyThatComesInPiecesIsReadWhole() {
        String vin = World.freshVin();
        String json = "{\"vins\":[" + "\"x\",".repeat(700) + "\"" + vin + "\"]}";
        try (RawConnection one = RawConnection.to(node.port())) {
            one.send(
                    "POST /api/v1/%6Cookups HTTP/1.1\r\nHost: localhost\r\nX-API-Key: " + ADMIN
                            + "\r\nX-Correlation-Id: in-pieces\r\nTransfer-Encoding: chunked\r\nContent-Type: application/json\r\n\r\n");
            for (int i = 0; i < json.length(); i += 100) {
                String piece = json.substring(i, Math.min(i + 100, json.length()));
                one.send(Integer.toHexString(piece.length()) + "\r\n" + piece + "\r\n");
            }
            Answer answer = one.send("0\r\n\r\n").answer();

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.header("x-correlation-id")).isEqualTo("in-pieces");
        }
    }

    @Test
    void slowBodiesOfOneCallerKeepOutNobodyElse() {
        String body = "{\"name\":\"other\",\"scope\":\"read\"}";
        String other =
                JsonPath.read(node.post("/keys", body, "X-API-Key", ADMIN).body(), "$.key");
        List<RawConnection> slow = IntStream.range(0, 4)
                .mapToObj(i -> open("POST /api/v1/lookups", "Content-Length: " + LARGEST, ADMIN)
                        .send(new byte[LARGEST - 10]))
                .toList();
        try {
            assertThat(node.post("/lookups", " ".repeat(LARGEST), "X-API-Key", other)
                            .statusCode())
                    .isEqualTo(400);
        } finally {
            slow.forEach(RawConnection::close);
        }
    }

    private static RawConnection open(String line, String framing, String key) {
        return open(node.port(), line, framing, key);
    }

    /** A request whose body has begun. */
    private static RawConnection open(int port, String line, String framing, String key) {
        return RawConnection.to(port)
                .send(line + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/csv\r\n" + framing + "\r\n"
                        + (key == null ? "" : "X-API-Key: " + key + "\r\n") + "\r\n"
                        + (framing.startsWith("T") ? "1\r\n1\r\n" : "1"));
    }

    /** The machine that a test runs on may be busy: held threads show in tens of seconds. */
    private static void servesOthersBeside(List<RawConnection> slow) {
        try {
            for (int i = 0; i < 20; i++) {
                long began = System.nanoTime();
                assertThat(node.get("/vehicles", "X-API-Key", ADMIN).statusCode())
                        .isEqualTo(200);
                assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(5));
            }
        } finally {
            slow.forEach(RawConnection::close);
        }
    }
}
