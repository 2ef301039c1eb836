package io.vinbridge.gallery.mirror;

import io.vinbridge.gallery.store.ImageHash;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Scrub of stored images: reads each again after a time and compares it with its name. A damaged one is not served any
 * more, and counts as not mirrored, so that it is fetched or made again.
 */
@Component
public class Scrub {

    private static final Logger LOG = LoggerFactory.getLogger(Scrub.class);
    private static final int PAGE = 500;

    private final JdbcClient jdbc;
    private final Images images;
    private final MirrorSettings settings;

    Scrub(JdbcClient jdbc, Images images, MirrorSettings settings) {
        this.jdbc = jdbc;
        this.images = images;
        this.settings = settings;
    }

    /** The oldest first; ends where the rest was read lately. */
    public void verifyAll() {
        int damaged = 0;
        List<ImageHash> page;
        do {
            page = due();
            for (ImageHash hash : page) {
                damaged += images.verify(hash) ? 0 : 1;
            }
        } while (!page.isEmpty());
        if (damaged > 0) {
            LOG.warn("{} images were lost or damaged; they are fetched again", damaged);
        }
    }

    private List<ImageHash> due() {
        return jdbc.sql("""
                SELECT hash FROM images WHERE NOT broken AND verified_at < now() - :verifyEvery::interval
                ORDER BY verified_at LIMIT :most
                """)
                .param("verifyEvery", settings.verifyEvery().toString())
                .param("most", PAGE)
                .query((row, number) -> ImageHash.stored(row.getBytes("hash")))
                .list();
    }
}
