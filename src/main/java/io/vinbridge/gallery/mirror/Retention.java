package io.vinbridge.gallery.mirror;

import io.vinbridge.gallery.store.ImageHash;
import io.vinbridge.gallery.store.ImageStore;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Retention of pictures: deletes those that no listing and no description has any more, and, after a while in which
 * they may come back, the images that nothing uses.
 */
@Component
public class Retention {

    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);

    private static final String UNLISTED = """
            DELETE FROM pictures p WHERE NOT EXISTS (
                SELECT FROM (SELECT unnest(names) AS name FROM galleries) AS listed WHERE listed.name = p.name)
                AND NOT EXISTS (SELECT FROM (SELECT name FROM stock_images) AS stock WHERE stock.name = p.name)
            """;

    private static final String UNUSED = """
            NOT EXISTS (SELECT FROM pictures p WHERE p.hash = i.hash)
                AND NOT EXISTS (SELECT FROM renditions r WHERE r.hash = i.hash)
            """;

    private static final String MARK = "UPDATE images i SET unused_at = now() WHERE unused_at IS NULL AND " + UNUSED;

    private static final String GOING = "UPDATE images i SET broken = true WHERE hash = :hash AND " + UNUSED;

    private static final String OLD =
            "SELECT hash FROM images i WHERE unused_at < now() - :keepUnused::interval AND " + UNUSED + " LIMIT 500";

    private final JdbcClient jdbc;
    private final ImageStore store;
    private final TransactionTemplate transactions;
    private final MirrorSettings settings;

    Retention(JdbcClient jdbc, ImageStore store, TransactionTemplate transactions, MirrorSettings settings) {
        this.jdbc = jdbc;
        this.store = store;
        this.transactions = transactions;
        this.settings = settings;
    }

    /** Renditions of an unused image are deleted with it. */
    public void forgetUnused() {
        jdbc.sql(UNLISTED).update();
        jdbc.sql(MARK).update();
        int forgotten = 0;
        List<ImageHash> old = old();
        while (!old.isEmpty()) {
            old.forEach(this::forget);
            forgotten += old.size();
            jdbc.sql(MARK).update();
            old = old();
        }
        if (forgotten > 0) {
            LOG.info("Deleted {} images that no style used any more", forgotten);
        }
    }

    private List<ImageHash> old() {
        return jdbc.sql(OLD)
                .param("keepUnused", settings.keepUnused().toString())
                .query((row, number) -> ImageHash.stored(row.getBytes("hash")))
                .list();
    }

    /**
     * First it is noted that the bytes are not to be relied upon, and that is committed: so no row ever stands for
     * bytes that are gone.
     */
    private void forget(ImageHash hash) {
        jdbc.sql(GOING).param("hash", hash.bytes()).update();
        transactions.executeWithoutResult(status -> delete(hash));
    }

    /**
     * The bytes go while the row is locked: whoever stores the same image at this moment waits, and then stores it
     * anew.
     */
    private void delete(ImageHash hash) {
        // A store may take longer to answer than a transaction may stand still elsewhere.
        jdbc.sql("SET LOCAL idle_in_transaction_session_timeout = '2min'").update();
        int deleted = jdbc.sql("DELETE FROM images i WHERE hash = :hash AND " + UNUSED)
                .param("hash", hash.bytes())
                .update();
        if (deleted > 0) {
            store.delete(hash);
        }
    }
}
