package io.vinbridge.refresh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import io.vinbridge.gallery.store.ImageHash;
import io.vinbridge.refresh.queue.WorkRequests;
import io.vinbridge.sandbox.http.Reply;
import io.vinbridge.sandbox.trouble.Dial;
import io.vinbridge.testing.FlatWebp;
import io.vinbridge.testing.Node;
import io.vinbridge.testing.World;
import io.vinbridge.work.WorkQueue;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Pictures become our own: each once, whole, whatever ChromeData does meanwhile, and served for ever under one address.
 */
class MirrorTest {

    @TempDir
    Path folder;

    private final World world = World.create();
    private Node node;
    private JdbcTemplate jdbc;

    @BeforeEach
    void start() {
        node = world.node(settings());
        jdbc = node.bean(JdbcTemplate.class);
    }

    @AfterEach
    void close() {
        world.close();
    }

    private String[] settings(String... more) {
        String[] usual = {
            "vinbridge.gallery.mirror.enabled=true",
            "vinbridge.gallery.store.folder=" + folder,
            "vinbridge.work.first-pause=200ms",
            "vinbridge.work.longest-pause=1s",
            "vinbridge.work.hopeless-attempts=50",
            "vinbridge.chromedata.answer-timeout=4s",
            "vinbridge.chromedata.breaker.window=1000",
            "vinbridge.chromedata.breaker.minimum-calls=1000"
        };
        return Stream.concat(Stream.of(usual), Stream.of(more)).toArray(String[]::new);
    }

    @Test
    void copiesEachPictureOnceThoughTheServiceFailsAndTwoNodesWork() throws IOException {
        world.node(settings());
        List.of(Dial.RESET, Dial.UNAVAILABLE, Dial.BROKEN, Dial.TRUNCATE, Dial.HTML, Dial.EMPTY)
                .forEach(dial -> world.sandbox().pictures().turn(dial, 0.05));
        world.sandbox().pictures().turn(Dial.HANG, 0.01);

        List<Integer> styles = styles(4);
        untilMirrored();

        for (int style : styles) {
            List<String> urls = JsonPath.read(coveredBy(style), "$.items[?(@.url != null)].url");
            assertThat(urls).isNotEmpty();
            for (String url : urls) {
                byte[] bytes = image(url).body();
                assertThat(url).isEqualTo("/api/v1/media/" + ImageHash.of(bytes));
            }
        }
        assertThat(files()).hasSize(number("SELECT count(*) FROM images"));
        long distinct = number("SELECT count(*) FROM pictures");
        Map<String, Long> callsByFile = new HashMap<>();
        world.sandbox()
                .ledger()
                .callsByPicture()
                .forEach((path, calls) ->
                        callsByFile.merge(path.substring(path.lastIndexOf('/') + 1), calls, Long::sum));
        assertThat(callsByFile).hasSize((int) distinct);
    }

    @Test
    void copiesNothingTwiceAndAsksAgainOnlyWhetherItIsStillTheSame() {
        int style = styles(1).get(0);
        untilMirrored();
        long calls = pictureCalls();
        int images = number("SELECT count(*) FROM images");
        int pictures = number("SELECT count(*) FROM pictures");

        relist(style);
        untilMirrored();
        assertThat(pictureCalls()).isEqualTo(calls);

        jdbc.update("UPDATE pictures SET looked_at = now() - interval '91 days'");
        relist(style);
        untilMirrored();

        assertThat(pictureCalls()).isEqualTo(calls + pictures);
        assertThat(world.sandbox().ledger().recent())
                .filteredOn(request -> request.operation().equals("picture"))
                .last()
                .matches(request -> request.header("If-None-Match").isPresent())
                .matches(request -> request.header("Authorization").isEmpty());
        assertThat(number("SELECT count(*) FROM images")).isEqualTo(images);
        assertThat(number("SELECT count(*) FROM pictures WHERE looked_at < now() - interval '1 day'"))
                .isZero();
    }

    @Test
    void listsAnewWhereTheAddressesHaveRunOut() {
        world.sandbox().pictures().turn(Dial.UNAVAILABLE, 1);
        int style = styles(1).get(0);
        await().until(() -> pictureCalls() > 0);
        jdbc.update(
                "UPDATE galleries SET looked_at = now() - interval '2 days', addresses = replace(addresses, 'media/', 'media/x')");

        world.sandbox().pictures().turn(Dial.UNAVAILABLE, 0);
        untilMirrored();

        assertThat(world.sandbox().ledger().callsForStyle(style)).isGreaterThan(1);
        assertThat(number("SELECT count(*) FROM pictures")).isPositive();
    }

    @Test
    void servesAPictureWithWhatCachesWant() {
        styles(1);
        untilMirrored();
        String url = "/media/" + jdbc.queryForObject("SELECT encode(hash, 'hex') FROM images LIMIT 1", String.class);

        HttpResponse<byte[]> whole = node.bytes(url);
        String tag = whole.headers().firstValue("ETag").orElseThrow();
        HttpResponse<byte[]> part = node.bytes(url, "Range", "bytes=10-19");
        HttpResponse<byte[]> tail = node.bytes(url, "Range", "bytes=-5");
        HttpResponse<byte[]> beyond = node.bytes(url, "Range", "bytes=99999999-");
        HttpResponse<byte[]> other = node.bytes(url, "Range", "bytes=0-1", "If-Range", "\"other\"");

        int length = whole.body().length;
        assertThat(whole.headers().firstValue("Content-Type")).contains("image/jpeg");
        assertThat(whole.headers().firstValue("Cache-Control")).contains("private, max-age=31536000, immutable");
        assertThat(whole.headers().firstValueAsLong("Content-Length")).hasValue(length);
        assertThat(node.bytes(url, "If-None-Match", tag).statusCode()).isEqualTo(304);
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.body()).isEqualTo(java.util.Arrays.copyOfRange(whole.body(), 10, 20));
        assertThat(part.headers().firstValue("Content-Range")).contains("bytes 10-19/" + length);
        assertThat(tail.body()).isEqualTo(java.util.Arrays.copyOfRange(whole.body(), length - 5, length));
        assertThat(beyond.statusCode()).isEqualTo(416);
        assertThat(other.statusCode()).isEqualTo(200);
        assertThat(node.bytes("/media/" + "0".repeat(64)).statusCode()).isEqualTo(404);
        assertThat(node.bytes("/media/nonsense").statusCode()).isEqualTo(404);
    }

    @Test
    void makesOtherSizesAndTypesOnceAndKeepsThem() throws IOException {
        styles(1);
        untilMirrored();
        String url = "/media/"
                + jdbc.queryForObject("SELECT encode(hash, 'hex') FROM images WHERE width = 640 LIMIT 1", String.class);

        HttpResponse<byte[]> small = node.bytes(url + "?width=320");
        HttpResponse<byte[]> png = node.bytes(url + "?width=160&format=png");

        var image = javax.imageio.ImageIO.read(new java.io.ByteArrayInputStream(small.body()));
        assertThat(List.of(image.getWidth(), image.getHeight())).containsExactly(320, 240);
        assertThat(png.headers().firstValue("Content-Type")).contains("image/png");
        assertThat(node.bytes(url + "?width=320").body()).isEqualTo(small.body());
        assertThat(node.bytes(url + "?width=1600").body())
                .isEqualTo(node.bytes(url).body());
        assertThat(number("SELECT count(*) FROM renditions")).isEqualTo(2);
        assertThat(node.bytes(url + "?width=321").statusCode()).isEqualTo(400);
    }

    @Test
    void makesASizeAgainWhoseBytesAreDamaged() throws IOException {
        styles(1);
        untilMirrored();
        String url = "/media/"
                + jdbc.queryForObject("SELECT encode(hash, 'hex') FROM images WHERE width = 640 LIMIT 1", String.class);
        byte[] small = node.bytes(url + "?width=320").body();
        String made = jdbc.queryForObject("SELECT encode(hash, 'hex') FROM renditions", String.class);
        Files.write(
                folder.resolve(made.substring(0, 2))
                        .resolve(made.substring(2, 4))
                        .resolve(made),
                new byte[] {1});
        jdbc.update("UPDATE images SET verified_at = now() - interval '31 days'");

        node.post("/schedules/check-pictures/run", "");

        await().until(() -> number("SELECT count(*) FROM images WHERE broken") == 1);
        assertThat(node.bytes(url + "?width=320").body()).isEqualTo(small);
    }

    @Test
    void neverServesDamagedBytesAndFetchesThemAgain() throws IOException {
        styles(1);
        untilMirrored();
        int images = number("SELECT count(*) FROM images");
        List<Path> files = files();
        Files.write(files.get(0), new byte[] {1, 2, 3});
        Files.delete(files.get(1));
        jdbc.update("UPDATE images SET verified_at = now() - interval '31 days'");

        HttpResponse<byte[]> damaged = node.bytes("/media/" + files.get(0).getFileName());
        node.post("/schedules/check-pictures/run", "");

        assertThat(damaged.statusCode()).isEqualTo(503);
        await().untilAsserted(() -> {
            assertThat(number(
                            "SELECT count(*) FROM images WHERE NOT broken AND verified_at > now() - interval '1 day'"))
                    .isEqualTo(images);
            for (Path file : files) {
                assertThat(ImageHash.of(Files.readAllBytes(file)))
                        .hasToString(file.getFileName().toString());
            }
        });
        assertThat(node.bytes("/media/" + files.get(0).getFileName()).statusCode())
                .isEqualTo(200);
    }

    @Test
    void forgetsWhatNoStyleUsesAfterAWhileOnly() throws IOException {
        styles(1);
        untilMirrored();
        jdbc.update("UPDATE galleries SET names = '{}', pictures = '[]', addresses = '[]'");
        check();
        assertThat(number("SELECT count(*) FROM pictures"))
                .isEqualTo(number("SELECT count(DISTINCT name) FROM stock_images"));
        jdbc.update("DELETE FROM stock_images");

        check();
        assertThat(number("SELECT count(*) FROM pictures")).isZero();
        assertThat(files()).isNotEmpty();

        jdbc.update("UPDATE images SET unused_at = now() - interval '31 days'");
        check();
        assertThat(files()).isEmpty();
        assertThat(number("SELECT count(*) FROM images")).isZero();
    }

    @Test
    void copiesTheStockImageOfWhatIsDescribedThoughNobodyListedItsGallery() {
        String vehicle = node.get("/vehicles/" + World.freshVin()).body();
        int style = JsonPath.read(vehicle, "$.styles[0].id");
        node.get("/styles/" + style); // describes it, which has its gallery listed
        untilMirrored();
        jdbc.update("DELETE FROM galleries");

        String card = node.get("/styles/" + style + "?view=card").body();
        String hero = JsonPath.read(card, "$.pictures.hero.url");
        HttpResponse<byte[]> small = image(hero + "?width=160");
        String listed =
                node.get("/styles/" + style + "/media?shot=stock&copied=true").body();

        assertThat(vehicle).contains("stockImage").doesNotContain("MediaGallery");
        assertThat(JsonPath.<String>read(card, "$.pictures.hero.shot")).isEqualTo("stock");
        assertThat(JsonPath.<String>read(card, "$.pictures.hero.placeholder")).isNotEmpty();
        assertThat(hero).isEqualTo("/api/v1/media/" + ImageHash.of(image(hero).body()));
        assertThat(small.statusCode()).isEqualTo(200);
        assertThat(JsonPath.<List<String>>read(listed, "$.items[*].url")).containsExactly(hero);
        assertThat(JsonPath.<Boolean>read(listed, "$.items[0].toCopy")).isTrue();
    }

    @Test
    void asksWhetherAStockImageIsStillTheSameAndKeepsItWhereItsAddressIsGone() {
        int style = styles(1).get(0);
        untilMirrored();
        String copy = "SELECT encode(hash, 'hex') FROM pictures WHERE name = 'odd'";
        jdbc.update(
                "UPDATE pictures SET name = 'odd' WHERE name = (SELECT name FROM stock_images WHERE style_id = ?)",
                style);
        jdbc.update("UPDATE stock_images SET name = 'odd' WHERE style_id = ?", style);
        jdbc.update("UPDATE pictures SET looked_at = now() - interval '91 days' WHERE name = 'odd'");
        String before = jdbc.queryForObject(copy, String.class);
        long calls = pictureCalls();

        relist(style);
        untilMirrored();
        assertThat(pictureCalls()).isGreaterThan(calls);
        assertThat(world.sandbox().ledger().recent())
                .anyMatch(request -> request.request().path().contains("/MediaGallery/stock/")
                        && request.header("If-None-Match").isPresent());

        jdbc.update(
                "UPDATE stock_images SET address = replace(address, 'stock/', 'stock/x') WHERE style_id = ?", style);
        jdbc.update("UPDATE pictures SET looked_at = now() - interval '91 days' WHERE name = 'odd'");
        check();
        untilMirrored();
        assertThat(jdbc.queryForObject(copy, String.class)).isEqualTo(before);
        assertThat(number("SELECT count(*) FROM pictures WHERE looked_at < now() - interval '1 day'"))
                .isZero();
        assertThat(number("SELECT count(*) FROM dead_letters")).isZero();
    }

    @Test
    void takesNothingForAPictureThatIsNone() {
        byte[] page = "<html>Welcome</html>".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        world.sandbox().pictures().script().always("picture", Reply.of(200, "image/jpeg", page));
        styles(1);
        await().until(() -> pictureCalls() > 3);
        await().untilAsserted(() -> assertThat(node.health("/actuator/prometheus"))
                .contains("vinbridge_pictures_refused_total{why=\"no-picture\"}"));

        assertThat(number("SELECT count(*) FROM images")).isZero();
    }

    /** Nothing here writes WebP: other sizes are PNG, which keeps what is transparent. */
    @Test
    void keepsAWebpAsItIsAndMakesOtherSizesAsPng() {
        byte[] webp = FlatWebp.of(640, 480);
        world.sandbox().pictures().script().always("picture", Reply.of(200, "image/webp", webp));
        styles(1);
        untilMirrored();
        String url = "/media/" + ImageHash.of(webp);

        HttpResponse<byte[]> whole = node.bytes(url);
        HttpResponse<byte[]> small = node.bytes(url + "?width=320");

        assertThat(whole.body()).isEqualTo(webp);
        assertThat(whole.headers().firstValue("Content-Type")).contains("image/webp");
        assertThat(small.headers().firstValue("Content-Type")).contains("image/png");
        assertThat(jdbc.queryForObject(
                        "SELECT width || ' x ' || height FROM images WHERE type = 'image/webp'", String.class))
                .isEqualTo("640 x 480");
    }

    @Test
    void tellsWhatAStyleLacks() {
        int style = styles(1).get(0);
        untilMirrored();

        String lack = node.get("/styles/" + style + "/media/coverage").body();
        int wanted = JsonPath.read(lack, "$.items[0].wanted");
        assertThat(wanted).isPositive();
        assertThat(JsonPath.<Integer>read(lack, "$.items[0].mirrored")).isEqualTo(wanted);

        jdbc.update("UPDATE images SET broken = true");
        String report = node.get("/media/coverage?limit=1").body();
        assertThat(JsonPath.<Integer>read(report, "$.items[0].mirrored")).isZero();
        assertThat(JsonPath.<Integer>read(report, "$.items[0].styleId")).isEqualTo(style);
        assertThat(JsonPath.<String>read(report, "$.next")).isNull();
    }

    private void check() {
        node.post("/schedules/check-pictures/run", "");
        await().until(() -> number("SELECT count(*) FROM work WHERE kind = 'picture_check'") == 0);
    }

    /** Styles with pictures, listed. */
    private List<Integer> styles(int count) {
        String styles = node.get("/vehicles/" + World.freshVin()).body();
        List<Integer> ids = JsonPath.read(styles, "$.styles[*].id");
        List<Integer> some = ids.subList(0, Math.min(count, ids.size()));
        some.forEach(this::coveredBy);
        return some;
    }

    private String coveredBy(int style) {
        return node.get("/styles/" + style + "/media").body();
    }

    private void relist(int style) {
        node.bean(WorkQueue.class).ask(List.of(node.bean(WorkRequests.class).newAddresses(style)));
        await().until(() -> number("SELECT count(*) FROM work WHERE kind = 'gallery'") == 0);
    }

    private void untilMirrored() {
        await().atMost(Duration.ofMinutes(5))
                .until(() -> number("SELECT count(*) FROM work WHERE kind IN ('picture', 'gallery')") == 0
                        && number("SELECT count(*) FROM pictures") > 0);
    }

    private HttpResponse<byte[]> image(String url) {
        return node.bytes(url.substring("/api/v1".length()));
    }

    private long pictureCalls() {
        return world.sandbox().ledger().calls("picture");
    }

    private int number(String sql) {
        return jdbc.queryForObject(sql, Integer.class);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
