package io.vinbridge.ops.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vinbridge.testing.World;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A store that cannot keep pictures is told at the start, before one is fetched. */
@ExtendWith(OutputCaptureExtension.class)
class PictureStoreNoticeTest {

    @Test
    void tellsTheSettingOfAFolderThatCannotBe(@TempDir Path folder, CapturedOutput output) throws Exception {
        Path file = Files.writeString(folder.resolve("some.txt"), "no folder");
        try (World world = World.create()) {
            world.node(
                    "vinbridge.gallery.mirror.enabled=true", "vinbridge.gallery.store.folder=" + file.resolve("below"));

            await().untilAsserted(() -> assertThat(output)
                    .contains("Pictures are not copied: The picture store, the folder " + file.resolve("below"))
                    .contains("It is set by VINBRIDGE_GALLERY_STORE_FOLDER"));
        }
    }
}
