package io.vinbridge.refresh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vinbridge.refresh.queue.InFlightWork;
import io.vinbridge.sandbox.http.Reply;
import io.vinbridge.testing.Node;
import io.vinbridge.testing.World;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.JdbcTemplate;

/** No input leaves a claim unsettled: whatever is asked, and whatever comes back, the work is done or has failed. */
@ExtendWith(OutputCaptureExtension.class)
class SettledClaimsTest {

    private static final int STYLE = 9918857;
    private static final String SECRET = "tok-of-the-account";

    @TempDir
    Path folder;

    private final World world = World.create();

    @AfterEach
    void close() {
        world.close();
    }

    private Node node() {
        return world.node(
                "vinbridge.gallery.mirror.enabled=true",
                "vinbridge.gallery.store.folder=" + folder,
                "vinbridge.failures.retries=0",
                "vinbridge.work.first-pause=1h",
                "vinbridge.work.hopeless-attempts=1",
                "vinbridge.work.lease=5m",
                "vinbridge.chromedata.breaker.window=1000",
                "vinbridge.chromedata.breaker.minimum-calls=1000");
    }

    @Test
    void copiesOrGivesUpPicturesOfWhateverAddressAndTellsNobodyTheAddress(CapturedOutput output) {
        Node node = node();
        JdbcTemplate store = node.bean(JdbcTemplate.class);
        String base = world.sandbox().mediaUrl().replace("/service", "/media/" + SECRET + "/");
        List<String> addresses = List.of(
                base + "front view.jpg",
                base + "01|signed.jpg",
                base + "Citro\u00ebn.jpg",
                base + "100%.jpg",
                base + "%zz.jpg",
                base + "[1]{2}.jpg",
                "no address at all " + SECRET,
                "http://[" + SECRET,
                "http://elsewhere.example/" + SECRET,
                "\\\\share\\" + SECRET,
                base + "\u0001.jpg",
                "mailto:" + SECRET,
                SECRET + ".jpg");
        world.sandbox()
                .media()
                .script()
                .always(Integer.toString(STYLE), Reply.of(200, "application/json", listing(addresses)));
        world.sandbox().pictures().script().always("front view.jpg", Reply.of(404, "text/plain", "no"));

        node.get("/styles/" + STYLE + "/media");

        await().untilAsserted(() -> {
            assertThat(count(store, "SELECT count(*) FROM work WHERE kind = 'picture' AND failed_at IS NULL"))
                    .isZero();
            assertThat(count(store, "SELECT count(*) FROM work WHERE token IS NOT NULL"))
                    .isZero();
        });
        assertThat(count(store, "SELECT count(*) FROM dead_letters")).isPositive();
        assertThat(output.getAll()).doesNotContain(SECRET);
        assertThat(store.queryForList("SELECT coalesce(failure_detail, '') || argument FROM work", String.class)
                        .toString())
                .doesNotContain(SECRET);
    }

    @Test
    void settlesWorkOfWhateverKindAskAndAnswer() {
        Node node = node();
        JdbcTemplate store = node.bean(JdbcTemplate.class);
        Random random = new Random(20261130);
        String[] kinds = {
            "vehicle",
            "style",
            "gallery",
            "picture",
            "picture_check",
            "catalog",
            "aged",
            "forgetting",
            "version",
            "of-tomorrow",
            ""
        };
        String[] asks = {
            "",
            "x",
            "1HGCV1F33LAA12345",
            "99999999999",
            "-1",
            "7 ",
            " name",
            "divisions:",
            "divisions:x:y",
            "\u00e9",
            "5 a b"
        };
        for (int i = 0; i < 120; i++) {
            store.update(
                    "INSERT INTO work (request_key, kind, lane, argument, priority, cause) VALUES (?, ?, ?, ?, 0, 'forced')",
                    "odd:" + i,
                    kinds[random.nextInt(kinds.length)],
                    random.nextInt(5),
                    asks[random.nextInt(asks.length)]);
        }
        for (String subject : new String[] {"describeVehicle", "style", "gallery"}) {
            byte[] bytes = new byte[300];
            random.nextBytes(bytes);
            world.sandbox()
                    .ads()
                    .script()
                    .next(subject, 20, Reply.of(200, "text/xml", new String(bytes, StandardCharsets.ISO_8859_1)));
        }

        await().untilAsserted(() -> {
            assertThat(count(store, "SELECT count(*) FROM work WHERE request_key LIKE 'odd:%' AND failed_at IS NULL"))
                    .isZero();
            assertThat(count(store, "SELECT count(*) FROM work WHERE token IS NOT NULL"))
                    .isZero();
        });
        assertThat(node.bean(InFlightWork.class).inHand()).isEmpty();
    }

    private static String listing(List<String> addresses) {
        ObjectNode listing = new ObjectMapper().createObjectNode();
        ArrayNode views = listing.putArray("view");
        for (int at = 0; at < addresses.size(); at++) {
            views.addObject()
                    .put("@href", addresses.get(at))
                    .put("@shotCode", "0" + at)
                    .put("@width", "640")
                    .put("@height", "480");
        }
        return listing.toString();
    }

    private static long count(JdbcTemplate store, String sql) {
        return store.queryForObject(sql, Long.class);
    }
}
