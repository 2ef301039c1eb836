package io.vinbridge.api.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import io.vinbridge.testing.Node;
import io.vinbridge.testing.RawConnection;
import io.vinbridge.testing.RawConnection.Answer;
import io.vinbridge.testing.World;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Lists that come at one time take a part of the disk that is known beforehand, and one caller half of it. */
class ListsTest {

    private static final int LARGEST = 1024 * 1024;
    private static final String ADMIN = "an-admin-key-that-is-long-enough";

    private static World world;
    private static Node node;
    private static String one;
    private static String other;

    @BeforeAll
    static void start() {
        world = World.create();
        node = world.node(
                "vinbridge.access.disabled=false",
                "vinbridge.admin-key=" + ADMIN,
                "vinbridge.http.largest-import=1MB",
                "vinbridge.http.grace=10m");
        one = key("one");
        other = key("other");
        assertThat(node.send(node.request("/api/v1/dealers/d1", "X-API-Key", ADMIN, "Content-Type", "application/json")
                                .PUT(BodyPublishers.ofString("{\"name\":\"D\"}")))
                        .statusCode())
                .isBetween(200, 201);
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    private static String key(String name) {
        HttpResponse<String> made =
                node.post("/keys", "{\"name\":\"" + name + "\",\"scope\":\"write\"}", "X-API-Key", ADMIN);
        return JsonPath.read(made.body(), "$.key");
    }

    @Test
    void ofOneCallerHoldHalfOfTheRoomAtMostAndKeepOutNobodyElse() throws IOException {
        RawConnection slow = begun();
        try {
            Answer refused = whole(one);

            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.body()).contains("urn:vinbridge:problem:busy");
            assertThat(refused.header("retry-after")).isEqualTo("1");
            assertThat(whole(other).status()).isNotEqualTo(503);
        } finally {
            slow.close();
        }
        await().until(() -> whole(one).status() != 503);
    }

    @Test
    void countByWhatTheyUnpackTo() throws IOException {
        byte[] packed = packed(LARGEST / 2);
        assertThat(stock(packed).status()).isNotEqualTo(503);

        RawConnection slow = begun();
        try {
            assertThat(stock(packed).status()).isEqualTo(503);
        } finally {
            slow.close();
        }
    }

    /** One of the largest, of which all but the end is here: what comes beside it before, both may be refused for. */
    private static RawConnection begun() throws IOException {
        Set<Path> before = received();
        RawConnection list = list("vehicles/import", one, "", LARGEST).send(new byte[LARGEST - 10]);
        await().until(() -> received().stream().anyMatch(file -> !before.contains(file)));
        return list;
    }

    /** The files of this machine that hold so much of a list. */
    private static Set<Path> received() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith("vinbridge-body")
                            && file.toFile().length() == LARGEST - 10)
                    .collect(Collectors.toSet());
        }
    }

    /** What is made of it is of no interest here. */
    private static Answer whole(String key) {
        try (RawConnection whole = list("vehicles/import", key, "", LARGEST / 2)) {
            return whole.send(" ".repeat(LARGEST / 2)).answer();
        }
    }

    private static Answer stock(byte[] packed) {
        try (RawConnection file =
                list("stock/d1?mode=part&dryRun=true", one, "Content-Encoding: gzip\r\n", packed.length)) {
            return file.send(packed).answer();
        }
    }

    private static RawConnection list(String path, String key, String headers, int length) {
        return RawConnection.to(node.port())
                .send("POST /api/v1/" + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/csv\r\n" + headers
                        + "Content-Length: " + length + "\r\nX-API-Key: " + key + "\r\n\r\n");
    }

    private static byte[] packed(int length) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(" ".repeat(length).getBytes(US_ASCII));
        }
        return packed.toByteArray();
    }
}
