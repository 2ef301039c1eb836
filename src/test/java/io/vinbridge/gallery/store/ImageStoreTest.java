package io.vinbridge.gallery.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;
import io.vinbridge.testing.S3Process;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** A folder and a bucket keep images alike. */
class ImageStoreTest {

    private static final byte[] BYTES = "not a picture, but bytes".getBytes(StandardCharsets.UTF_8);
    private static final ImageHash HASH = ImageHash.of(BYTES);

    @TempDir
    Path folder;

    @Test
    void aFolderGivesBackWhatItWasGiven() {
        givesBackWhatItWasGiven(store("vinbridge.gallery.store.folder=" + folder));
    }

    @Test
    void aBucketGivesBackWhatItWasGiven() throws IOException {
        try (S3Process s3 = S3Process.on(folder)) {
            givesBackWhatItWasGiven(store(s3.settings()));
        }
    }

    @Test
    void aBucketThatIsGoneIsAFailureThatPasses() throws IOException {
        S3Process s3 = S3Process.on(folder);
        ImageStore store = store(s3.settings());
        s3.close();

        assertThatThrownBy(() -> store.get(HASH))
                .isInstanceOf(Failure.class)
                .matches(failure -> ((Failure) failure).reason() == Reason.STORE_UNAVAILABLE)
                .hasMessageNotContaining("secret");
    }

    @Test
    void aFolderThatCannotBeWrittenIsAFailureThatPasses() throws IOException {
        Path file = Files.write(folder.resolve("file"), BYTES);
        ImageStore store = store("vinbridge.gallery.store.folder=" + file);

        assertThatThrownBy(() -> store.put(HASH, BYTES)).hasMessageContaining("cannot be written");
        assertThatThrownBy(store::checkRoom).hasMessageContaining("cannot be written");
        assertThatThrownBy(() -> store.get(HASH)).hasMessageContaining("cannot be read");
    }

    @Test
    void aFolderThatIsThereAndCannotBeWrittenIsNoticedByWritingAndNamed() throws IOException {
        ImageStore store = store("vinbridge.gallery.store.folder=" + folder);
        String shard = ImageHash.of("Vinbridge was here".getBytes(UTF_8)).hex().substring(0, 2);
        Path blocked = Files.write(folder.resolve(shard), BYTES);

        assertThatThrownBy(store::checkRoom)
                .hasMessageContaining("The picture store, the folder " + folder.toAbsolutePath() + " cannot be written")
                .hasMessageContaining("VINBRIDGE_GALLERY_STORE_FOLDER");

        Files.delete(blocked);
        await().atMost(30, SECONDS)
                .untilAsserted(() -> assertThatCode(store::checkRoom).doesNotThrowAnyException());
    }

    @Test
    void aBucketThatIsNotThereAndAWrongKeyAreNoticedByWritingAndNamed() throws IOException {
        try (S3Process s3 = S3Process.on(folder)) {
            assertThatThrownBy(store(with(s3, "bucket=pictures", "bucket=nowhere"))::checkRoom)
                    .hasMessageContaining("the bucket nowhere, refuses with 404 NoSuchBucket")
                    .hasMessageNotContaining("secret");
            assertThatThrownBy(store(with(s3, "secret-of-tests", "wrong-secret"))::checkRoom)
                    .hasMessageContaining("the bucket pictures, refuses with 403 SignatureDoesNotMatch")
                    .hasMessageContaining("VINBRIDGE_GALLERY_STORE_S3_")
                    .hasMessageNotContaining("secret");
            assertThatThrownBy(store(with(s3, "access-key=tests", "access-key=nobody"))::checkRoom)
                    .hasMessageContaining("the bucket pictures, refuses with 403 InvalidAccessKeyId")
                    .hasMessageNotContaining("nobody");
        }
    }

    private static String[] with(S3Process s3, String right, String wrong) {
        return Arrays.stream(s3.settings())
                .map(setting -> setting.replace(right, wrong))
                .toArray(String[]::new);
    }

    @Test
    void nothingIsFetchedWhereTheDiskIsFull() {
        ImageStore store =
                store("vinbridge.gallery.store.folder=" + folder, "vinbridge.gallery.store.keep-free=1000TB");

        assertThatThrownBy(store::checkRoom).hasMessageContaining("has no room left");
    }

    @Test
    void bytesUnderAnotherNameAreNotStored() throws IOException {
        ImageStore store = store("vinbridge.gallery.store.folder=" + folder);

        assertThatThrownBy(() -> store.put(ImageHash.of(new byte[1]), BYTES)).hasMessageContaining("other bytes");
        assertThat(files()).isEmpty();
    }

    private static void givesBackWhatItWasGiven(ImageStore store) {
        store.checkRoom();
        assertThat(store.get(HASH)).isEmpty();

        store.put(HASH, BYTES);
        store.put(HASH, BYTES);
        assertThat(store.get(HASH))
                .hasValueSatisfying(bytes -> assertThat(bytes).isEqualTo(BYTES));

        store.delete(HASH);
        store.delete(HASH);
        assertThat(store.get(HASH)).isEmpty();
    }

    private Path[] files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toArray(Path[]::new);
        }
    }

    private static ImageStore store(String... settings) {
        MapConfigurationPropertySource source = new MapConfigurationPropertySource();
        Arrays.stream(settings)
                .map(setting -> setting.split("=", 2))
                .forEach(setting -> source.put(setting[0], setting[1]));
        return new StoreConfiguration()
                .imageStore(new Binder(source).bindOrCreate("vinbridge.gallery.store", StoreSettings.class));
    }
}
