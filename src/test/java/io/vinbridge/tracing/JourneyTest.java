package io.vinbridge.tracing;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Span.SpanKind;
import io.vinbridge.sandbox.trouble.Dial;
import io.vinbridge.testing.Node;
import io.vinbridge.testing.World;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What one request causes is found by one id, on every node and in everything that leaves them. */
@ExtendWith(OutputCaptureExtension.class)
class JourneyTest {

    private static final World WORLD = World.create();
    private static final TraceReceiver TRACES = new TraceReceiver();
    private static final List<String> RECEIVED = new CopyOnWriteArrayList<>();
    private static final HttpServer RECEIVER = receiver();
    private static Node asked;

    /** One node is asked, and the other does the work. */
    @BeforeAll
    static void start() throws Exception {
        asked = WORLD.node(settings());
        asked.bean(CamelContext.class).getRouteController().stopRoute("refresh-claim");
        WORLD.node(settings());
        String address = "http://127.0.0.1:" + RECEIVER.getAddress().getPort();
        assertThat(asked.post("/webhooks", "{\"url\":\"" + address + "\"}").statusCode())
                .isEqualTo(201);
    }

    @AfterAll
    static void end() {
        WORLD.close();
        TRACES.close();
        RECEIVER.stop(0);
    }

    @BeforeEach
    void forgetEarlierCalls() {
        WORLD.sandbox().reset();
    }

    @Test
    void fromTheRequestThroughTheOtherNodeTheCallsAndTheFeedToTheReceiver(CapturedOutput output) {
        String vin = World.freshVin();

        HttpResponse<String> answer = asked.get("/vehicles/" + vin, "X-Correlation-Id", "journey-1");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("X-Correlation-Id")).hasValue("journey-1");
        await().atMost(ofSeconds(20)).untilAsserted(() -> assertThat(RECEIVED)
                .anySatisfy(body -> assertThat(body).contains(vin, "\"correlationId\":\"journey-1\"")));
        assertThat(JsonPath.<List<String>>read(
                        asked.get("/changes").body(), "$.items[?(@.vin=='" + vin + "')].correlationId"))
                .isNotEmpty()
                .containsOnly("journey-1");
        assertThat(calls("describeVehicle")).isNotEmpty().containsOnly("journey-1");
        await().atMost(ofSeconds(20)).untilAsserted(() -> assertThat(steps(output, "journey-1"))
                .contains(
                        "findVehicle answered 200",
                        "refresh-work done",
                        "chromedata-exchange-ads done",
                        "publishing-deliver done"));
        await().atMost(ofSeconds(20)).untilAsserted(() -> assertThat(TRACES.spans(TraceIds.of("journey-1")))
                .extracting(span -> span.getName().replaceFirst(" .*\\.", " "))
                .contains(
                        "findVehicle",
                        "INSERT work",
                        "refresh-work",
                        "chromedata-exchange-ads",
                        "INSERT documents",
                        "publishing-deliver"));
    }

    @Test
    void throughTheAttemptsOfOneCall(CapturedOutput output) {
        WORLD.sandbox().ads().turn(Dial.UNAVAILABLE, 1);
        HttpResponse<String> refused = asked.get("/vehicles/" + World.freshVin(), "X-Correlation-Id", "journey-2");
        assertThat(refused.statusCode()).isEqualTo(503);

        assertThat(steps(output, "journey-2"))
                .filteredOn("chromedata-exchange-ads failed"::equals)
                .hasSize(3);
        assertThat(calls("describeVehicle")).hasSize(3).containsOnly("journey-2");
    }

    @Test
    void asAPartOfTheCallersTrace() {
        String trace = "4bf92f3577b34da6a3ce929d0e0e4736";

        HttpResponse<String> answer =
                asked.get("/vehicles/" + World.freshVin(), "traceparent", "00-" + trace + "-00f067aa0ba902b7-01");

        assertThat(answer.headers().firstValue("X-Correlation-Id")).hasValue(trace);
        await().atMost(ofSeconds(20)).untilAsserted(() -> assertThat(TRACES.spans(trace))
                .extracting(Span::getName)
                .contains("findVehicle", "refresh-work", "chromedata-exchange-ads"));
        assertThat(TRACES.spans(trace))
                .filteredOn(span -> span.getName().equals("findVehicle"))
                .singleElement()
                .satisfies(span -> assertThat(span.getParentSpanId().toByteArray())
                        .isEqualTo(
                                new byte[] {0, (byte) 0xf0, 0x67, (byte) 0xaa, 0x0b, (byte) 0xa9, 0x02, (byte) 0xb7}));
    }

    @Test
    void butNotWhatANodeAsksItsDatabaseByItself() {
        String trace = asked.get("/vehicles/" + World.freshVin())
                .headers()
                .firstValue("X-Correlation-Id")
                .orElseThrow();
        await().untilAsserted(() -> assertThat(TRACES.spans(trace)).isNotEmpty());

        assertThat(TRACES.spans())
                .filteredOn(span -> span.getParentSpanId().isEmpty())
                .extracting(Span::getKind)
                .doesNotContain(SpanKind.SPAN_KIND_CLIENT);
    }

    private static String[] settings() {
        return new String[] {
            "otel.exporter.otlp.endpoint=" + TRACES.address(),
            "otel.bsp.schedule.delay=100",
            "vinbridge.work.first-pause=1h",
            "camel.main.shutdown-timeout=1",
            "logging.structured.format.console=ecs",
            "logging.level.io.vinbridge.tracing=debug",
            "vinbridge.webhooks.plain-http=true",
            "vinbridge.webhooks.private-addresses=true"
        };
    }

    private static HttpServer receiver() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", exchange -> {
                RECEIVED.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
                exchange.sendResponseHeaders(204, -1);
                exchange.close();
            });
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The ids that calls of ChromeData came with. */
    private static List<String> calls(String operation) {
        return WORLD.sandbox().ledger().recent().stream()
                .filter(call -> call.operation().equals(operation))
                .map(call -> call.header("X-Correlation-Id").orElse("none"))
                .toList();
    }

    /** What the log says of the steps under an id, without the time they took. */
    private static List<String> steps(CapturedOutput output, String id) {
        return output.getOut()
                .lines()
                .filter(line -> line.startsWith("{") && line.contains("\"correlationId\":\"" + id + "\""))
                .map(line -> JsonPath.<String>read(line, "$.message"))
                .map(message -> message.replaceFirst(" in \\d+ ms$", ""))
                .toList();
    }
}
