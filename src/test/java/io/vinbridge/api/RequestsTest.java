package io.vinbridge.api;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import io.vinbridge.testing.Node;
import io.vinbridge.testing.World;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What wrong and hostile requests get. */
class RequestsTest {

    private static final int LARGEST = 2 * 1024 * 1024;

    private final World world = World.shared();
    private final Node node = world.node();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/vehicles/1HGCV1F33LAA1234             | invalid-vin     | has 16",
                "/vehicles/1HGCV1F33LAA123456           | invalid-vin     | has 18",
                "/vehicles/1HGCV1F33LOA12345            | invalid-vin     | Position 11",
                "/vehicles/1HGCV1F33L-A12345            | invalid-vin     | Position 11",
                "/vehicles?colour=red                   | invalid-request | colour",
                "/vehicles?limit=0                      | invalid-request | limit",
                "/vehicles?limit=many                   | invalid-request | limit",
                "/vehicles?year=20x3                    | invalid-request | year",
                "/vehicles?changedSince=yesterday       | invalid-request | changedSince",
                "/vehicles?cursor=nonsense              | invalid-request | cursor",
                "/vehicles?make=A&make=B                | invalid-request | make",
                "/styles/none                           | invalid-request | styleId",
                "/styles/0                              | invalid-request | styleId",
                "/media/%20                             | invalid-request | hash",
                "/catalog/divisions                     | invalid-request | year",
                "/catalog/models?year=2023              | invalid-request | division",
            })
    void saysWhatIsWrongAndWhere(String path, String type, String detail) {
        HttpResponse<String> refused = node.get(path);

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(JsonPath.<String>read(refused.body(), "$.type")).isEqualTo("urn:vinbridge:problem:" + type);
        assertThat(JsonPath.<String>read(refused.body(), "$.detail")).contains(detail);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/v1/vehicles/1HGCV1F33LAA12345?trim=% HTTP/1.1",
                "GET /api/v1/vehicles/1HGCV1F33LAA12345?trim=%zz HTTP/1.1",
                "GET /api/v1/vehicles/%zz HTTP/1.1",
                "GET /api/v1/vehicles/1HGCV1F33LAA12345%00 HTTP/1.1",
                "GET /api/v1/vehicles/<script> HTTP/1.1",
            })
    void refusesAddressesThatAreNone(String line) throws IOException {
        String answer = raw(line + "\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 400").doesNotContain("at org.").doesNotContain("Exception");
    }

    @Test
    void knowsNoOtherResources() {
        HttpResponse<String> missing = node.get("/vehicules");

        assertThat(missing.statusCode()).isEqualTo(404);
        assertThat(JsonPath.<String>read(missing.body(), "$.type")).isEqualTo("urn:vinbridge:problem:not-found");
    }

    @Test
    void saysWhichMethodsAResourceTakes() {
        HttpResponse<String> refused = node.send(node.request("/api/v1/lookups").DELETE());

        assertThat(refused.statusCode()).isEqualTo(405);
        assertThat(refused.headers().firstValue("Allow").orElse("")).contains("POST");
        assertThat(JsonPath.<String>read(refused.body(), "$.type"))
                .isEqualTo("urn:vinbridge:problem:method-not-allowed");
    }

    @Test
    void refusesABodyOverTheLimitWhetherItTellsItsLengthOrNot() {
        byte[] large = new byte[3 * 1024 * 1024];

        for (HttpRequest.BodyPublisher body : List.of(
                HttpRequest.BodyPublishers.ofByteArray(large),
                HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large)))) {
            HttpResponse<String> refused = node.send(node.request("/api/v1/lookups")
                    .header("Content-Type", "application/json")
                    .POST(body));

            assertThat(refused.statusCode()).isEqualTo(413);
            assertThat(JsonPath.<String>read(refused.body(), "$.type")).isEqualTo("urn:vinbridge:problem:too-large");
        }
    }

    @Test
    void holdsOnlySoManyLargeBodiesAtOnceAndTellsOthersToComeBack() throws IOException {
        try (Socket slow = halfSent(node, LARGEST);
                Socket slower = halfSent(node, LARGEST)) {
            HttpResponse<String> refused = await().until(
                            () -> node.post("/lookups", " ".repeat(LARGEST)), answer -> answer.statusCode() == 503);

            assertThat(refused.headers().firstValue("Retry-After")).hasValue("1");
            assertThat(JsonPath.<String>read(refused.body(), "$.type")).isEqualTo("urn:vinbridge:problem:busy");
            assertThat(node.post("/lookups", "{\"vins\":[\"" + World.freshVin() + "\"]}")
                            .statusCode())
                    .as("a small one meanwhile")
                    .isEqualTo(200);
            assertThat(List.of(slow, slower)).noneMatch(Socket::isClosed);
        }
        for (int i = 0; i < 5; i++) {
            assertThat(node.post("/lookups", " ".repeat(LARGEST)).body())
                    .as("a large one when others are done with")
                    .contains("urn:vinbridge:problem:invalid-request");
        }
    }

    @Test
    void countsABatchByItsAnswersToo() throws IOException {
        String batch = "{\"vins\":[" + "\"x\",".repeat(999) + "\"x\"]}";
        try (Node small = world.node("vinbridge.http.largest-body=128KB", "vinbridge.http.bodies-at-once=128KB")) {
            try (Socket slow = halfSent(small, 100_000)) {
                HttpResponse<String> refused =
                        await().until(() -> small.post("/lookups", batch), answer -> answer.statusCode() != 200);

                assertThat(refused.body()).contains("urn:vinbridge:problem:busy");
                assertThat(slow.isClosed()).isFalse();
            }

            assertThat(small.post("/lookups", batch).statusCode())
                    .as("what is larger than all the room, when nobody else has any of it")
                    .isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CamelHttpUri",
                "camelhttpuri",
                "CAMELHTTPURI",
                "CamelHttpPath",
                "CamelHttpQuery",
                "operationName",
                "OPERATIONNAME",
                "operationNamespace",
                "SOAPAction",
                "CamelDestinationOverrideUrl",
                "CamelSqlQuery",
                "CamelBeanMethodName",
                "CamelToEndpoint",
                "breadcrumbId"
            })
    void obeysNoHeaderThatSteersCamel(String header) {
        String vin = World.freshVin();
        String evil = world.sandbox().address() + "/sandbox/stolen";

        HttpResponse<String> answer = node.get("/vehicles/" + vin, header, evil);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(JsonPath.<String>read(answer.body(), "$.vin")).isEqualTo(vin);
        assertThat(world.sandbox().ledger().callsForVin(vin)).isEqualTo(1);
        assertThat(world.sandbox().ledger().recent())
                .noneMatch(call -> call.body().contains("stolen")
                        || call.target().contains("stolen")
                        || call.headers().toString().contains("stolen"));
    }

    @Test
    void obeysNoParameterOrMemberThatSteersCamel() {
        String vin = World.freshVin();

        HttpResponse<String> query = node.get("/vehicles/" + vin + "?CamelHttpUri=http://localhost:1");
        HttpResponse<String> json =
                node.post("/lookups", "{\"vins\":[\"" + vin + "\"],\"CamelHttpUri\":\"http://localhost:1\"}");

        assertThat(query.statusCode()).isEqualTo(400);
        assertThat(query.body()).contains("CamelHttpUri");
        assertThat(json.statusCode()).isEqualTo(400);
        assertThat(json.body()).contains("CamelHttpUri");
        assertThat(world.sandbox().ledger().callsForVin(vin)).isZero();
    }

    @Test
    void makesACorrelationIdWhereTheCallersIsNone() {
        String hostile = "x".repeat(5000);

        HttpResponse<String> answer = node.get("/vehicles", "X-Correlation-Id", hostile);

        assertThat(answer.headers().firstValue("X-Correlation-Id").orElse("")).matches("[0-9a-zA-Z._-]{8,128}");
    }

    @Test
    void servesItsContractInBothForms() {
        HttpResponse<String> yaml = node.get("/openapi.yaml");
        HttpResponse<String> json = node.get("/openapi.json");

        assertThat(yaml.body()).startsWith("openapi: 3.0");
        assertThat(JsonPath.<String>read(json.body(), "$.paths['/lookups'].post.operationId"))
                .isEqualTo("lookUpVehicles");
    }

    private static Socket halfSent(Node node, int bytes) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), node.port());
        socket.getOutputStream()
                .write(
                        ("POST /api/v1/lookups HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: "
                                        + bytes + "\r\n\r\n" + " ".repeat(bytes / 2))
                                .getBytes(US_ASCII));
        return socket;
    }

    private String raw(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), node.port())) {
            socket.getOutputStream().write(request.getBytes(US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), US_ASCII);
        }
    }
}
