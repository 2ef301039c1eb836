package io.vinbridge.api.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import io.vinbridge.changes.ChangeLog;
import io.vinbridge.changes.ChangedVehicle;
import io.vinbridge.testing.Node;
import io.vinbridge.testing.World;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Readers of the stream see changes as they are committed, each at its own pace, and come back to where they were. */
class ChangeStreamTest {

    private static final World WORLD = World.create();
    private static final Node NODE =
            WORLD.node("vinbridge.streams.heartbeat=1s", "vinbridge.streams.readers=6", "vinbridge.streams.wake=200");
    private static final Node OTHER = WORLD.node("vinbridge.streams.readers-per-key=3");

    @AfterAll
    static void close() {
        WORLD.close();
    }

    @Test
    void tellChangesOfAnyNodeAsTheyAreCommitted() {
        try (Reader reader = Reader.of(NODE, "?kind=stream.told")) {
            append(OTHER, "VIN1", "stream.told");

            await().until(() -> reader.data().size() == 1);

            assertThat(reader.lines()).contains("event:stream.told");
            assertThat(JsonPath.<String>read(reader.data().get(0), "$.vin")).isEqualTo("VIN1");
            assertThat(reader.lines())
                    .contains("id:" + JsonPath.<String>read(reader.data().get(0), "$.cursor"));
            assertThat(reader.response().headers().firstValue("Content-Type"))
                    .hasValueSatisfying(type -> assertThat(type).startsWith("text/event-stream"));
            assertThat(reader.response().headers().firstValue("Cache-Control")).contains("no-store");
            assertThat(reader.response().headers().firstValue("X-Correlation-Id"))
                    .isPresent();
        }
    }

    @Test
    void goOnAfterTheLastEventThatAReaderSaw() {
        String start = JsonPath.read(NODE.get("/changes?after=now").body(), "$.next");
        append(NODE, "VIN1", "stream.resumed");
        append(NODE, "VIN2", "stream.resumed");
        append(NODE, "VIN3", "stream.resumed");
        String part = await().until(
                        () -> NODE.get("/changes?kind=stream.resumed&after=" + start)
                                .body(),
                        body -> JsonPath.<Integer>read(body, "$.items.length()") == 3);
        String seen = JsonPath.read(part, "$.items[0].cursor");

        try (Reader reader = Reader.of(OTHER, "?kind=stream.resumed&after=now", "Last-Event-ID", seen)) {
            await().until(() -> reader.data().size() == 2);

            assertThat(reader.data())
                    .extracting(data -> JsonPath.<String>read(data, "$.vin"))
                    .containsExactly("VIN2", "VIN3");
        }
    }

    @Test
    void areOnlySoManyOfOneKey() {
        try (Reader one = Reader.of(OTHER, "?kind=stream.many");
                Reader two = Reader.of(OTHER, "?kind=stream.many");
                Reader three = Reader.of(OTHER, "?kind=stream.many");
                Reader four = Reader.of(OTHER, "?kind=stream.many")) {
            assertThat(Stream.of(one, two, three, four)
                            .map(reader -> reader.response().statusCode()))
                    .as("a stream of another test may not have ended yet")
                    .startsWith(200)
                    .endsWith(429);
        }
        await().untilAsserted(() -> {
            try (Reader again = Reader.of(OTHER, "?kind=stream.many")) {
                assertThat(again.response().statusCode()).isEqualTo(200);
            }
        });
    }

    @Test
    void showThatTheyAreThereWhereThereIsNothingToTell() {
        try (Reader reader = Reader.of(NODE, "?kind=stream.never")) {
            await().until(() -> reader.lines().contains(":still here"));

            assertThat(reader.lines()).contains("retry:2000");
            assertThat(reader.data()).isEmpty();
        }
    }

    @Test
    void refuseACursorThatTheFeedNeverGave() {
        HttpResponse<String> refused = NODE.get("/changes/stream", "Last-Event-ID", "17");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(refused.body()).contains("The cursor is none that the change feed gave");
    }

    @Test
    void areOfOneVehicleHoweverItsVinIsWritten() {
        String vin = World.freshVin();
        try (Reader reader = Reader.of(NODE, "?vin=" + vin.toLowerCase(Locale.ROOT))) {
            append(NODE, vin, "stream.cased");

            await().until(() -> reader.data().size() == 1);
        }
        await().until(
                        () -> NODE.get("/changes?vin=" + vin.toLowerCase(Locale.ROOT))
                                .body(),
                        body -> body.contains("stream.cased"));
        assertThat(NODE.get("/changes/stream?vin=nonsense").statusCode()).isEqualTo(400);
        assertThat(NODE.get("/changes/stream?vin=%00").statusCode()).isEqualTo(400);
    }

    @Test
    void areNotBegunForTheirHeadAlone() {
        HttpResponse<String> head =
                NODE.send(NODE.request("/api/v1/changes/stream").method("HEAD", HttpRequest.BodyPublishers.noBody()));

        assertThat(head.statusCode()).isEqualTo(405);
        assertThat(head.headers().firstValue("Allow")).contains("GET");
    }

    @Test
    void areClosedToWhoeverHasNoKey() {
        try (World world = World.create()) {
            Node closed = world.node("vinbridge.access.disabled=false", "vinbridge.admin-key=secret");

            assertThat(closed.get("/changes/stream").statusCode()).isEqualTo(401);
            try (Reader reader = Reader.of(closed, "", "X-API-Key", "secret")) {
                assertThat(reader.response().statusCode()).isEqualTo(200);
            }
        }
    }

    @Test
    void takeNoMoreReadersThanTheyMayAndFreeThePlacesOfThoseThatLeave() {
        List<Reader> readers = new CopyOnWriteArrayList<>();
        await().until(() -> {
            Reader reader = Reader.of(NODE, "");
            readers.add(reader);
            return reader.response().statusCode() == 503;
        });
        assertThat(readers).hasSizeGreaterThan(1);
        assertThat(readers.get(readers.size() - 1).response().headers().firstValue("Retry-After"))
                .contains("10");
        readers.forEach(Reader::close);

        await().until(() -> {
            try (Reader again = Reader.of(NODE, "")) {
                return again.response().statusCode() == 200;
            }
        });
    }

    @Test
    void tellOthersAtOnceWhileOneReaderTakesNothing() throws IOException {
        try (Socket stuck = new Socket(InetAddress.getLoopbackAddress(), NODE.port());
                Reader reader = Reader.of(NODE, "?kind=stream.many")) {
            stuck.setReceiveBufferSize(1024);
            OutputStream out = stuck.getOutputStream();
            out.write("GET /api/v1/changes/stream HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            out.flush();
            String text = "x".repeat(100_000);
            for (int i = 0; i < 100; i++) {
                append(NODE, "VIN" + i, "stream.many", text);
            }

            await().atMost(Duration.ofSeconds(10)).until(() -> reader.data().size() == 100);
        }
    }

    @Test
    void endAtOnceWhenTheirNodeStops() {
        try (World world = World.create()) {
            Node node = world.node();
            Reader reader = Reader.of(node, "");
            long began = System.nanoTime();

            node.close();

            await().until(reader::ended);
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(15));
        }
    }

    private static void append(Node node, String vin, String kind) {
        append(node, vin, kind, null);
    }

    private static void append(Node node, String vin, String kind, String correlationId) {
        node.bean(ChangeLog.class).append(List.of(new ChangedVehicle(vin, null)), kind, List.of(), correlationId);
    }

    /** A client that collects the lines of a stream. */
    private record Reader(HttpResponse<Stream<String>> response, List<String> lines, CompletableFuture<Void> reading)
            implements AutoCloseable {

        static Reader of(Node node, String query, String... headers) {
            HttpResponse<Stream<String>> response = HttpClient.newHttpClient()
                    .sendAsync(
                            node.request("/api/v1/changes/stream" + query, headers)
                                    .build(),
                            HttpResponse.BodyHandlers.ofLines())
                    .join();
            List<String> lines = new CopyOnWriteArrayList<>();
            CompletableFuture<Void> reading = CompletableFuture.runAsync(
                    () -> response.body().forEach(lines::add), task -> new Thread(task).start());
            return new Reader(response, lines, reading);
        }

        List<String> data() {
            return lines.stream()
                    .filter(line -> line.startsWith("data:"))
                    .map(line -> line.substring(5))
                    .toList();
        }

        boolean ended() {
            return reading.isDone();
        }

        @Override
        public void close() {
            response.body().close();
        }
    }
}
