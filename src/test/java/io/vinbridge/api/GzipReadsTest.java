package io.vinbridge.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import io.vinbridge.testing.Node;
import io.vinbridge.testing.World;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reads in gzip, which is what nearly every client sends: the same answer, joined from what was deflated before. */
class GzipReadsTest {

    private final Node node = World.shared().node();

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "GZIP", "gzip, deflate, br", "br;q=1.0, gzip;q=0.1", "*", "deflate, *;q=0.5"})
    void whoTakesGzipGetsTheSameVehicle(String coding) throws IOException {
        String vehicle = "/vehicles/" + World.freshVin();
        String plain = node.get(vehicle).body();

        for (int reader = 0; reader < 2; reader++) {
            HttpResponse<byte[]> packed = node.bytes(vehicle, "Accept-Encoding", coding);

            assertThat(packed.headers().firstValue("Content-Encoding")).contains("gzip");
            assertThat(packed.headers().firstValue("Content-Type")).contains("application/json");
            assertThat(packed.headers().firstValueAsLong("Content-Length")).hasValue(packed.body().length);
            assertThat(String.join(",", packed.headers().allValues("Vary"))).containsIgnoringCase("Accept-Encoding");
            assertThat(packed.body().length).isLessThan(plain.length() / 2);
            assertThat(unpacked(packed.body())).isEqualTo(plain);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"identity", "gzip;q=0", "br", "*;q=0", "gzip;q=", "="})
    void whoTakesNoGzipGetsTheVehicleAsItIs(String coding) {
        HttpResponse<byte[]> answer = node.bytes("/vehicles/" + World.freshVin(), "Accept-Encoding", coding);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(answer.body()[0]).isEqualTo((byte) '{');
    }

    @Test
    void aStyleComesInGzipToo() throws IOException {
        int id = JsonPath.read(node.get("/vehicles/" + World.freshVin()).body(), "$.styles[0].id");
        String plain = node.get("/styles/" + id).body();
        HttpResponse<byte[]> packed = node.bytes("/styles/" + id, "Accept-Encoding", "gzip");

        assertThat(packed.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(unpacked(packed.body())).isEqualTo(plain);
    }

    @Test
    void cachesAreToldOfAllThatTheAnswerGoesBy() {
        String vehicle = "/vehicles/" + World.freshVin();
        String tag = node.get(vehicle).headers().firstValue("ETag").orElseThrow();

        for (String known : List.of("none", tag)) {
            HttpResponse<byte[]> packed = node.bytes(vehicle, "Accept-Encoding", "gzip", "If-None-Match", known);

            List<String> named = packed.headers().allValues("Vary").stream()
                    .flatMap(line -> Stream.of(line.toLowerCase(Locale.ROOT).split(", *")))
                    .toList();
            assertThat(packed.statusCode()).isEqualTo(known.equals(tag) ? 304 : 200);
            assertThat(named).contains("accept");
            assertThat(known.equals(tag) || named.contains("accept-encoding")).isTrue();
        }
    }

    @Test
    void theHeadOfAnAnswerInGzipTellsItsLength() {
        String vehicle = "/vehicles/" + World.freshVin();
        long length = node.bytes(vehicle, "Accept-Encoding", "gzip").body().length;

        HttpResponse<String> head = node.send(node.request("/api/v1" + vehicle, "Accept-Encoding", "gzip")
                .method("HEAD", HttpRequest.BodyPublishers.noBody()));

        assertThat(head.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(head.headers().firstValueAsLong("Content-Length")).hasValue(length);
    }

    private static String unpacked(byte[] packed) throws IOException {
        return new String(new GZIPInputStream(new ByteArrayInputStream(packed)).readAllBytes(), StandardCharsets.UTF_8);
    }
}
