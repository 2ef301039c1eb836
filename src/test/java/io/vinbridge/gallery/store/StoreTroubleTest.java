package io.vinbridge.gallery.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import io.vinbridge.testing.Node;
import io.vinbridge.testing.S3Process;
import io.vinbridge.testing.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/** A store of pictures that takes none: somebody is told, nothing is fetched for it, and it goes on by itself. */
class StoreTroubleTest {

    @TempDir
    Path folder;

    @Test
    void isToldWithItsSettingAndNothingIsFetchedUntilItTakesPicturesAgain() throws IOException {
        try (S3Process s3 = S3Process.on(folder);
                World world = World.create()) {
            Path bucket = folder.resolve("pictures");
            Path away = Files.move(bucket, folder.resolve("away"));
            Node node = world.node(settings(s3));

            await().until(() -> state(node), "media-store-unwritable"::equals);
            assertThat(node.health("/actuator/health/pictures"))
                    .contains("the bucket pictures, refuses with 404 NoSuchBucket", "VINBRIDGE_GALLERY_STORE_S3_")
                    .doesNotContain("secret-of-tests");
            assertThat(node.health("/actuator/health/readiness")).contains("\"UP\"");
            String vin = World.freshVin();
            node.get("/vehicles/" + vin + "/media");
            await().until(() -> node.bean(JdbcTemplate.class)
                            .queryForObject(
                                    "SELECT count(*) FROM work WHERE kind = 'picture' AND failed_at IS NOT NULL",
                                    Integer.class)
                    > 0);
            assertThat(world.sandbox().ledger().callsByPicture()).isEmpty();

            Files.move(away, bucket);

            await().until(() -> state(node), ""::equals);
            await().until(() -> !copied(node, vin).isEmpty());
        }
    }

    private static String[] settings(S3Process s3) {
        List<String> all = new ArrayList<>(List.of(s3.settings()));
        all.add("vinbridge.gallery.store.folder=");
        all.add("vinbridge.gallery.mirror.enabled=true");
        all.add("vinbridge.work.first-pause=200ms");
        all.add("vinbridge.work.longest-pause=1s");
        return all.toArray(String[]::new);
    }

    private static String state(Node node) {
        return JsonPath.<List<String>>read(node.get("/health").body(), "$.items[?(@.name=='pictures')].state").stream()
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("");
    }

    private static List<String> copied(Node node, String vin) {
        return JsonPath.read(node.get("/vehicles/" + vin + "/media").body(), "$.items[?(@.url != null)].url");
    }
}
