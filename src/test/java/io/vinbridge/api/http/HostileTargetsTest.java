package io.vinbridge.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import io.vinbridge.failures.Reason;
import io.vinbridge.testing.Node;
import io.vinbridge.testing.RawConnection;
import io.vinbridge.testing.RawConnection.Answer;
import io.vinbridge.testing.World;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the container is sent, what it refuses is told as every problem is. */
class HostileTargetsTest {

    private static final List<String> METHODS = List.of(
            "GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "trace", "get", "G@T", "CONNECT",
            "PRI");
    private static final List<String> PARTS = List.of(
            "/api/v1",
            "/vehicles",
            "/1HGCV1F33LAA12345",
            "/..",
            "/.",
            "//",
            "/%2e%2e",
            "%2F",
            "%00",
            "%",
            "%zz",
            "|",
            "{}",
            "\\",
            ";x=y",
            "?",
            "&",
            "=",
            "#",
            " ",
            "\t",
            "\u00e9",
            "<",
            "\"",
            "/operations/",
            "/webjars/",
            "/media/",
            "*");
    private static final List<String> HEADERS = List.of(
            "Host: localhost",
            "Host: a b",
            "Host: x\r\nHost: y",
            "X-Correlation-Id: \u0001",
            "Content-Length: -1",
            "Content-Length: x",
            "Content-Length: 5",
            "Transfer-Encoding: nonsense",
            "Transfer-Encoding: chunked",
            "Range: bytes=9-1",
            "Cookie: vinbridge-session=\"",
            "Accept-Encoding: gzip",
            "Expect: 100-continue",
            "Authorization: Bearer a.b.c",
            ": x",
            "no colon",
            "Content-Type: text/csv;charset=nonsense");

    /** Those of the contract, but for streams and for what would change what other tests have. */
    private static final List<String> PATHS = List.of(
            "/vehicles",
            "/vehicles/{}",
            "/vehicles/{}/style",
            "/vehicles/{}/media",
            "/vehicles/{}/history",
            "/lookups",
            "/vins",
            "/vins/{}",
            "/vpic",
            "/vpic/disagreements",
            "/styles/{}",
            "/styles/{}/media",
            "/styles/{}/media/coverage",
            "/media/coverage",
            "/media/{}",
            "/catalog/years",
            "/catalog/divisions",
            "/catalog/models",
            "/catalog/styles",
            "/vehicles/import",
            "/refreshes",
            "/refreshes/{}",
            "/refreshes/{}/failures",
            "/refreshes/{}/pause",
            "/changes",
            "/dealers",
            "/dealers/{}",
            "/stock",
            "/stock/{}",
            "/stock/{}/files",
            "/stock/{}/files/{}",
            "/stock/{}/files/{}/lines",
            "/feeds",
            "/feeds/{}",
            "/feeds/{}/rejects",
            "/webhooks",
            "/webhooks/{}",
            "/webhooks/{}/ping",
            "/webhooks/{}/deliveries",
            "/usage",
            "/usage/calls",
            "/usage/forecast",
            "/comparisons",
            "/comparisons/differences",
            "/flows",
            "/trends",
            "/health",
            "/schedules",
            "/schedules/{}/run",
            "/events",
            "/events/summary",
            "/dead-letters",
            "/dead-letters/{}",
            "/dead-letters/{}/replay",
            "/routes",
            "/routes/{}",
            "/routes/{}/revisions",
            "/routes/{}/rollback",
            "/keys",
            "/keys/{}",
            "/keys/{}/rotate",
            "/session",
            "/audit",
            "/openapi.json");

    private static final List<String> PARAMETERS = List.of(
            "limit",
            "cursor",
            "make",
            "model",
            "year",
            "sort",
            "view",
            "fields",
            "after",
            "since",
            "by",
            "format",
            "from",
            "to",
            "dealer",
            "mode",
            "price",
            "minPrice",
            "maxPrice",
            "facets",
            "refresh",
            "wait",
            "width",
            "shot",
            "color",
            "division",
            "country",
            "state",
            "reason",
            "q",
            "vin",
            "priceFrom",
            "name",
            "");

    private static final List<String> VALUES = List.of(
            "1HGCV1F33LAA12345",
            "0",
            "-1",
            "1",
            "99999999999999999999",
            "1e400",
            "NaN",
            "a",
            "%25",
            "%C3%28",
            "%F0%9F",
            "2026-13-45",
            "0001-01-01T00:00:00Z",
            "%2B999999999-12-31T23:59:59Z",
            "true",
            "null",
            "%27%3B--",
            "%5C",
            "a%0Ab",
            "x".repeat(300),
            "*",
            "card",
            "csv",
            "json",
            "month",
            "..%2F..",
            "00000000-0000-0000-0000-000000000000",
            "eyJhIjoxfQ",
            "%E2%80%AE",
            "%00");

    private static final List<String> BODIES = List.of(
            "{",
            "{}",
            "[]",
            "null",
            "0",
            "\"\"",
            "\u00ff\u00fe",
            "[[[[[[[[[[",
            "[".repeat(5000),
            "{\"vins\":[]}",
            "{\"vins\":[null]}",
            "{\"vins\":{\"a\":1}}",
            "{\"vins\":[\"1HGCV1F33LAA12345\",1,true,[]]}",
            "{\"vins\":[\"\\ud800\"]}",
            "{\"vin\":\"1HGCV1F33LAA12345\"}",
            "{\"styleId\":1e999}",
            "{\"styleId\":99999999999999999999}",
            "{\"url\":\"http://[::1\"}",
            "{\"url\":\"https://a.example:99999/\"}",
            "{\"name\":\"\\u0000\",\"scope\":\"admin\"}",
            "{\"name\":1,\"scope\":[]}",
            "{\"staleSince\":\"x\"}",
            "{\"type\":\"vehicle.updated\",\"vin\":\"1HGCV1F33LAA12345\",\"timestamp\":\"+999999999-12-31T23:59:59Z\"}",
            "{\"type\":\"vehicle.updated\",\"vin\":\"1HGCV1F33LAA12345\",\"price\":1e999999999}",
            "{\"type\":\"vehicle.updated\",\"vin\":\"1HGCV1F33LAA12345\",\"a\\u0000b\":\"\\u0000\"}",
            "{\"specversion\":\"1.0\",\"id\":{},\"source\":[],\"type\":1,\"data\":\"x\"}",
            "<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>",
            "<a>",
            "vin,price\n1HGCV1F33LAA12345,x\n",
            "vin\n\"",
            "\0\0",
            "- route: {id: x, from: {uri: 'direct:x', steps: []}}",
            "a: &a [*a, *a]",
            "!!java.lang.Object {}",
            "PK\3\4",
            "\u001f\u008b\b\0");

    private static final List<String> TYPES = List.of(
            "application/json",
            "application/json",
            "application/json;charset=utf-16",
            "text/csv",
            "application/x-ndjson",
            "application/xml",
            "application/yaml",
            "application/cloudevents+json",
            "application/cloudevents-batch+json",
            "application/zip",
            "application/octet-stream",
            "multipart/form-data",
            "a/b",
            "x");

    private final Node node = World.shared().node();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/v1/vehicles/{} HTTP/1.1\r\nHost: localhost",
                "GET /api/v1/vehicles/a|b HTTP/1.1\r\nHost: localhost",
                "GET /api/v1/vehicles/a%2Fb HTTP/1.1\r\nHost: localhost",
                "GET /api/v1/vehicles/a%00 HTTP/1.1\r\nHost: localhost",
                "GET /api/v1/vehicles/%zz HTTP/1.1\r\nHost: localhost",
                "GET /api/v1/vehicles/../../operations/ HTTP/1.1\r\nHost: localhost",
                "GET /api/v1/vehicles HTTP/1.1",
                "GET /api/v1/vehicles HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: nonsense",
                "GET /api/v1/vehicles HTTP/9.9\r\nHost: localhost",
                "TRACE /api/v1/vehicles HTTP/1.1\r\nHost: localhost",
                "PUT / HTTP/1.1\r\nHost: localhost",
                "DELETE /gallery/ HTTP/1.1\r\nHost: localhost",
                "TRACE / HTTP/1.1\r\nHost: localhost\r\nX-API-Key: wrong",
            })
    void whatIsNoRequestIsAProblem(String head) {
        problem(head);
    }

    /**
     * It was none of Spring's controllers: what the container refused was looked for among the files of the pages
     * instead.
     */
    @Test
    void theAddressOfErrorsIsTakenByWhoTellsThem() {
        try (RawConnection one = RawConnection.to(node.port())) {
            Answer answer = one.send("POST /error HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n"
                            + "Connection: close\r\n\r\n")
                    .answer();
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.body()).contains(":not-found");
        }
    }

    @Test
    void tooLargeHeadersAreAProblem() {
        problem("GET /api/v1/vehicles HTTP/1.1\r\nHost: localhost\r\nX-Long: " + "x".repeat(20_000));
        problem("GET /" + "x".repeat(20_000) + " HTTP/1.1\r\nHost: localhost");
    }

    @Test
    void noPathLeadsAroundTheDoorOfTheManagementPort() {
        for (String path : List.of(
                "/actuator/hawtio/x/../../health/liveness",
                "/actuator/hawtio/x/%2e%2e/%2e%2e/health/liveness",
                "/actuator/hawtio/../health/liveness",
                "/actuator/hawtio//../../actuator/health")) {
            try (RawConnection one = RawConnection.to(node.managementPort())) {
                Answer answer = one.send("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                        .answer();
                assertThat(answer.status()).as(path).isEqualTo(400);
                assertThat(answer.body()).as(path).doesNotContain("html");
            }
        }
    }

    /** The seed is fixed: what fails once fails again. {@code bench/random-requests} sends more, of other seeds. */
    @Test
    void randomRequestsEndInNoFaultOfOurs() {
        Random random = new Random(Long.getLong("tests.requests-seed", 20261130));
        int requests = Integer.getInteger("tests.requests", 1500);
        Map<Integer, Integer> answered = new TreeMap<>();
        long[] held = new long[2];
        int[] threads = new int[2];
        for (int i = 0; i < requests; i++) {
            if (i == requests / 2) {
                measure(held, threads, 0);
            }
            answered.merge(check(random.nextBoolean() ? anything(random) : operation(random)), 1, Integer::sum);
        }
        measure(held, threads, 1);
        System.out.printf(
                "%d requests, by status %s; half-way and at the end: heap %d and %d MB, threads %d and %d%n",
                requests, answered, held[0] >> 20, held[1] >> 20, threads[0], threads[1]);
        assertThat(answered).containsKeys(200, 400, 404, 405);
        assertThat(threads[1]).as("threads").isLessThan(threads[0] + 20);
        // What few requests leave is the first use of this and that.
        if (requests >= 20_000) {
            assertThat(held[1] - held[0]).as("growth of the heap, in bytes").isLessThan(16 << 20);
        }
    }

    private static void measure(long[] held, int[] threads, int at) {
        System.gc();
        held[at] = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        threads[at] = ManagementFactory.getThreadMXBean().getThreadCount();
    }

    private static String anything(Random random) {
        StringBuilder request = new StringBuilder(pick(METHODS, random)).append(' ');
        // Without any target, what follows would be taken for one, of HTTP/0.9, whose answers have no head.
        request.append(random.nextInt(4) > 0 ? "/api/v1/vehicles" : "/");
        for (int parts = random.nextInt(4); parts > 0; parts--) {
            request.append(pick(PARTS, random));
        }
        request.append(random.nextInt(20) == 0 ? " HTTP/1.0" : " HTTP/1.1").append("\r\n");
        if (random.nextInt(10) > 0) {
            request.append("Host: localhost\r\n");
        }
        for (int headers = random.nextInt(3); headers > 0; headers--) {
            request.append(pick(HEADERS, random)).append("\r\n");
        }
        return request.append("Connection: close\r\n\r\n0\r\n\r\n").toString();
    }

    /** An operation of the contract, with parameters, a type and a body that hardly ever fit it. */
    private static String operation(Random random) {
        String path = pick(PATHS, random).replace("{}", pick(VALUES, random));
        StringBuilder request = new StringBuilder(pick(List.of("GET", "GET", "POST", "PUT", "DELETE"), random))
                .append(" /api/v1")
                .append(path);
        for (int parameters = random.nextInt(4), i = 0; i < parameters; i++) {
            request.append(i == 0 ? '?' : '&')
                    .append(pick(PARAMETERS, random))
                    .append('=')
                    .append(pick(VALUES, random));
        }
        String body = random.nextInt(3) == 0 ? "" : pick(BODIES, random);
        request.append(" HTTP/1.1\r\nHost: localhost\r\nContent-Type: ")
                .append(pick(TYPES, random))
                .append("\r\n");
        if (random.nextInt(8) == 0) {
            request.append("If-None-Match: \"").append(pick(VALUES, random)).append("\"\r\n");
        }
        return request.append("Content-Length: " + body.length() + "\r\nConnection: close\r\n\r\n")
                .append(body)
                .toString();
    }

    /** The status. */
    private int check(String request) {
        try (RawConnection one = RawConnection.to(node.port())) {
            Answer answer = one.send(request).answer();
            if (answer.status() < 400 || request.startsWith("HEAD")) {
                return answer.status();
            }
            assertThat(answer.header("content-type")).as(request).isEqualTo("application/problem+json");
            assertThat(answer.body()).as(request).contains("\"correlationId\":\"");
            // A method or a version that the container does not have (RFC 9110, 15.6.2 and 15.6.6).
            if (answer.status() >= 500 && answer.status() != 501 && answer.status() != 505) {
                assertThat(answer.status()).as("%s: %s", request, answer.body()).isNotEqualTo(500);
                String type = JsonPath.<String>read(answer.body(), "$.type");
                assertThat(Reason.of(type.replace("urn:vinbridge:problem:", "")))
                        .as("%s: %s", request, answer.body())
                        .isPresent();
            }
            return answer.status();
        }
    }

    private static String pick(List<String> of, Random random) {
        return of.get(random.nextInt(of.size()));
    }

    private void problem(String head) {
        try (RawConnection one = RawConnection.to(node.port())) {
            Answer answer = one.send(head + "\r\nConnection: close\r\n\r\n").answer();

            assertThat(answer.status()).isBetween(400, 599);
            assertThat(answer.header("content-type")).isEqualTo("application/problem+json");
            assertThat(answer.header("x-correlation-id")).isNotEmpty();
            assertThat(JsonPath.<String>read(answer.body(), "$.type")).startsWith("urn:vinbridge:problem:");
            assertThat(JsonPath.<String>read(answer.body(), "$.correlationId"))
                    .isEqualTo(answer.header("x-correlation-id"));
        }
    }
}
