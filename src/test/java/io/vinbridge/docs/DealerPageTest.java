package io.vinbridge.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.vinbridge.testing.Browser;
import io.vinbridge.testing.Node;
import io.vinbridge.testing.Tab;
import io.vinbridge.testing.World;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** The script {@code docs/dealer-page.py} makes pages that show their pictures to who has no key. */
@EnabledIf("io.vinbridge.testing.Browser#isThere")
class DealerPageTest {

    private static final Path SCRIPT = Path.of("docs/dealer-page.py");
    private static final String KEY = "a-key-of-this-test";
    private static final List<String> VINS =
            Stream.generate(World::freshVin).limit(3).toList();
    private static final Queue<String> REQUESTS = new ConcurrentLinkedQueue<>();

    private static World world;
    private static Node node;

    @TempDir
    private static Path site;

    @BeforeAll
    static void build() throws IOException, InterruptedException {
        int port = freePort();
        world = World.create();
        node = world.node(
                "server.port=" + port,
                "vinbridge.public-url=http://127.0.0.1:" + port,
                "vinbridge.access.disabled=false",
                "vinbridge.admin-key=" + KEY,
                "vinbridge.gallery.mirror.enabled=true");
        VINS.forEach(DealerPageTest::untilItsPicturesAreThere);
        HttpServer counter = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        counter.createContext("/", DealerPageTest::passOn);
        counter.start();
        Process script = new ProcessBuilder(
                        "python3",
                        SCRIPT.toString(),
                        "http://127.0.0.1:" + counter.getAddress().getPort(),
                        KEY,
                        site.toString(),
                        "make=Honda")
                .inheritIO()
                .start();
        assertThat(script.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(script.exitValue()).isZero();
        counter.stop(0);
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }

    private static void untilItsPicturesAreThere(String vin) {
        node.get("/vehicles/" + vin, "X-API-Key", KEY);
        await().atMost(Duration.ofSeconds(60)).until(() -> {
            node.get("/vehicles/" + vin + "/media", "X-API-Key", KEY);
            String card = node.get("/vehicles/" + vin + "?view=card", "X-API-Key", KEY)
                    .body();
            return !JsonPath.<List<?>>read(card, "$.pictures.thumbnails").isEmpty();
        });
    }

    private static void passOn(HttpExchange exchange) throws IOException {
        REQUESTS.add(exchange.getRequestURI().toString());
        HttpResponse<String> answer = node.send(node.request(
                exchange.getRequestURI().toString(),
                "X-API-Key",
                exchange.getRequestHeaders().getFirst("X-API-Key"),
                "Accept",
                exchange.getRequestHeaders().getFirst("Accept")));
        byte[] body = answer.body().getBytes(java.nio.charset.StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.statusCode(), body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @AfterAll
    static void close() {
        world.close();
    }

    @Test
    void isNoLongerThanSixtyLines() throws IOException {
        assertThat(Files.readAllLines(SCRIPT)).hasSizeLessThanOrEqualTo(60);
    }

    @Test
    void asksOnceForTheListAndOnceForEachVehicle() {
        assertThat(REQUESTS).hasSize(VINS.size() + 1);
        assertThat(REQUESTS).filteredOn(one -> one.contains("/vehicles?")).hasSize(1);
    }

    @Test
    void showsPicturesToWhoHasNoKey() {
        try (Tab tab = Browser.tab()) {
            for (String page : List.of("index", VINS.get(0))) {
                tab.open(site.resolve(page + ".html").toUri().toString(), 1280, false);
                await().untilAsserted(() -> assertThat(
                                tab.value("[...document.images].filter(one => one.naturalWidth).length")
                                        .asInt())
                        .isGreaterThanOrEqualTo(page.equals("index") ? VINS.size() : 1)
                        .isEqualTo(tab.value("document.images.length").asInt()));
            }
        }
    }

    @Test
    void tellsSearchEnginesWhatTheCarIs() {
        try (Tab tab = Browser.tab()) {
            tab.open(site.resolve(VINS.get(0) + ".html").toUri().toString(), 1280, false);
            await().untilAsserted(() -> assertThat(tab.value(
                                    "JSON.parse(document.querySelector('script[type=\"application/ld+json\"]')?.text ?? '{}').vehicleIdentificationNumber ?? ''")
                            .asText())
                    .isEqualTo(VINS.get(0)));
        }
    }
}
