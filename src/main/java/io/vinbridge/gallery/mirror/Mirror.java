package io.vinbridge.gallery.mirror;

import io.vinbridge.chromedata.media.FetchedPicture;
import io.vinbridge.chromedata.media.PictureRequest;
import io.vinbridge.gallery.store.ImageStore;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The pictures of the Media Gallery, and the stock images, that are mirrored, by name. */
@Component
public class Mirror {

    private static final String MISSING = """
            SELECT wanted.name FROM unnest(:names::text[]) AS wanted (name)
            WHERE NOT EXISTS (SELECT FROM pictures p JOIN images i USING (hash)
                WHERE p.name = wanted.name AND NOT i.broken AND p.looked_at > now() - :askAgainAfter::interval)
            """;

    /**
     * An address is the newest that a listing gave, else that of the stock image; tags only where the bytes they stand
     * for are there.
     */
    private static final String REQUEST = """
            SELECT named.address,
                CASE WHEN NOT i.broken THEN p.etag END AS etag, CASE WHEN NOT i.broken THEN p.last_modified END AS last_modified
            FROM (SELECT 1 AS choice, g.addresses::json ->> (array_position(g.names, :name::text) - 1) AS address
                    FROM galleries g WHERE g.style_id = :styleId AND :name = ANY (g.names)
                UNION ALL SELECT 2, address FROM stock_images WHERE style_id = :styleId AND name = :name
                ORDER BY choice LIMIT 1) AS named
                LEFT JOIN (pictures p JOIN images i USING (hash)) ON p.name = :name
            """;

    private static final String STILL_GOOD = """
            UPDATE pictures p SET looked_at = now() FROM images i WHERE p.name = :name AND i.hash = p.hash AND NOT i.broken
            """;

    private static final String RECORD = """
            INSERT INTO pictures (name, hash, etag, last_modified) VALUES (:name, :hash, :etag, :lastModified)
            ON CONFLICT (name) DO UPDATE SET hash = excluded.hash, etag = excluded.etag,
                last_modified = excluded.last_modified, looked_at = now()
            """;

    private final JdbcClient jdbc;
    private final Images images;
    private final ImageValidator inspection;
    private final ImageStore store;
    private final MirrorSettings settings;

    Mirror(JdbcClient jdbc, Images images, ImageValidator inspection, ImageStore store, MirrorSettings settings) {
        this.jdbc = jdbc;
        this.images = images;
        this.inspection = inspection;
        this.store = store;
        this.settings = settings;
    }

    /** Names that are not mirrored, or were not fetched lately. */
    public List<String> missing(Collection<String> names) {
        return jdbc.sql(MISSING)
                .param("names", names.toArray(String[]::new))
                .param("askAgainAfter", settings.askAgainAfter().toString())
                .query(String.class)
                .list();
    }

    /**
     * Request for a picture; empty if neither the style's listing nor its description has it any more. Fails if there
     * is no room for it.
     */
    public Optional<PictureRequest> request(int styleId, String name) {
        store.checkRoom();
        return jdbc
                .sql(REQUEST)
                .param("name", name)
                .param("styleId", styleId)
                .query((row, number) -> new PictureRequest(
                        row.getString("address"), row.getString("etag"), row.getString("last_modified")))
                .list()
                .stream()
                .findFirst();
    }

    /**
     * Looks at what was fetched and puts it into the store; null where it is as it was. To be called outside of any
     * transaction.
     */
    public Image keep(FetchedPicture fetched) {
        if (fetched.bytes() == null) {
            return null;
        }
        Image image = inspection.inspect(fetched.bytes());
        images.keep(image, fetched.bytes());
        return image;
    }

    /** Leaves a picture's copy as it is, in the caller's transaction; false if there is none, or a damaged one. */
    public boolean leave(String name) {
        return jdbc.sql(STILL_GOOD).param("name", name).update() > 0;
    }

    /** Tells of what {@link #keep} kept, in the caller's transaction. */
    public void record(String name, FetchedPicture fetched, Image kept) {
        if (kept == null) {
            jdbc.sql("UPDATE pictures SET looked_at = now() WHERE name = :name")
                    .param("name", name)
                    .update();
        } else {
            images.record(kept);
            jdbc.sql(RECORD)
                    .param("name", name)
                    .param("hash", kept.hash().bytes())
                    .param("etag", fetched.etag())
                    .param("lastModified", fetched.lastModified())
                    .update();
        }
    }
}
