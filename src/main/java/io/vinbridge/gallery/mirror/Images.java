package io.vinbridge.gallery.mirror;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.vinbridge.database.HeapShare;
import io.vinbridge.database.ReadQueries;
import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;
import io.vinbridge.gallery.store.ImageHash;
import io.vinbridge.gallery.store.ImageStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Content-addressed images. A row tells of an image only once its bytes are in the store; bytes are compared with their
 * name when they are read, and a damaged image is never given out.
 */
@Component
public class Images {

    private static final String RECORD = """
            INSERT INTO images AS i (hash, type, width, height, length, placeholder)
            VALUES (:hash, :type, :width, :height, :length, :placeholder)
            ON CONFLICT (hash) DO UPDATE SET broken = false, unused_at = NULL, placeholder = excluded.placeholder,
                verified_at = CASE WHEN i.broken THEN now() ELSE i.verified_at END
            """;

    private final JdbcClient jdbc;
    private final ReadQueries reading;
    private final ImageStore store;
    private final LoadingCache<ImageHash, Kept> inMemory;

    Images(JdbcClient jdbc, ReadQueries reading, ImageStore store, MirrorSettings settings) {
        this.jdbc = jdbc;
        this.reading = reading;
        this.store = store;
        this.inMemory = Caffeine.newBuilder()
                .maximumWeight(HeapShare.of(settings.inMemory(), 16))
                .weigher((ImageHash hash, Kept kept) -> kept.bytes().length + 200)
                .build(this::load);
    }

    /** An image with its bytes, which are nobody's to change. */
    public record Kept(Image image, byte[] bytes) {}

    /** Metadata of an image; empty if it is not kept. */
    public Optional<Image> find(ImageHash hash) {
        return reading.ask(jdbc -> jdbc.sql(
                        "SELECT hash, type, width, height, length, placeholder, broken FROM images WHERE hash = :hash")
                .param("hash", hash.bytes())
                .query(Images::image)
                .optional());
    }

    /**
     * The image with its bytes.
     *
     * @throws Failure if it is not kept, or its bytes are lost or damaged, which is noted so that they are fetched
     *     again
     */
    public Kept get(ImageHash hash) {
        return inMemory.get(hash);
    }

    /** Puts the bytes into the store unless they are there. Outside of any transaction, and before {@link #record}. */
    void keep(Image image, byte[] bytes) {
        boolean there = find(image.hash()).map(known -> !known.broken()).orElse(false);
        if (!there) {
            store.put(image.hash(), bytes);
        }
    }

    /** Tells of an image whose bytes are in the store, in the caller's transaction. */
    void record(Image image) {
        jdbc.sql(RECORD)
                .param("hash", image.hash().bytes())
                .param("type", image.type())
                .param("width", image.width())
                .param("height", image.height())
                .param("length", image.length())
                .param("placeholder", image.placeholder())
                .update();
    }

    /** True if the bytes are what they should be; where not, that is noted. */
    boolean verify(ImageHash hash) {
        boolean whole = store.get(hash).map(ImageHash::of).equals(Optional.of(hash));
        if (whole) {
            jdbc.sql("UPDATE images SET verified_at = now() WHERE hash = :hash")
                    .param("hash", hash.bytes())
                    .update();
        } else {
            inMemory.invalidate(hash);
            noteBroken(hash);
        }
        return whole;
    }

    private Kept load(ImageHash hash) {
        Image image = find(hash).orElseThrow(() -> new Failure(Reason.NOT_FOUND, "There is no picture of this name"));
        byte[] bytes = image.broken() ? null : store.get(hash).orElse(null);
        if (bytes == null || !ImageHash.of(bytes).equals(hash)) {
            noteBroken(hash);
            throw new Failure(
                    Reason.STORE_UNAVAILABLE, "The picture is damaged and is fetched again", Duration.ofMinutes(1));
        }
        return new Kept(image, bytes);
    }

    private void noteBroken(ImageHash hash) {
        jdbc.sql("UPDATE images SET broken = true WHERE hash = :hash")
                .param("hash", hash.bytes())
                .update();
    }

    static Image image(ResultSet row, int number) throws SQLException {
        return new Image(
                ImageHash.stored(row.getBytes("hash")),
                row.getString("type"),
                row.getInt("width"),
                row.getInt("height"),
                row.getLong("length"),
                row.getString("placeholder"),
                row.getBoolean("broken"));
    }
}
