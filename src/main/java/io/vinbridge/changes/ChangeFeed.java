package io.vinbridge.changes;

import io.vinbridge.database.ArrayColumn;
import io.vinbridge.database.InstantColumn;
import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * All committed changes in one order, which never changes: a reader that goes on from a position misses nothing and
 * sees nothing twice, however long the transactions took that the changes come from.
 */
@Component
public class ChangeFeed {

    /** Positions that one read scans for changes that pass a filter. */
    private static final int WINDOW = 10_000;

    private final JdbcClient jdbc;

    ChangeFeed(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The last position given. */
    public long head() {
        return jdbc.sql("SELECT head FROM feed_head").query(Long.class).single();
    }

    /** The position before the first change that is still kept. */
    public long beginning() {
        return jdbc.sql(
                        "SELECT coalesce((SELECT min(position) - 1 FROM changes WHERE position IS NOT NULL), head) FROM feed_head")
                .query(Long.class)
                .single();
    }

    /**
     * That a reader may go on from this position.
     *
     * @throws Failure if what came after it is forgotten, or the position was never given
     */
    public void check(long after) {
        if (after < beginning()) {
            throw new Failure(
                    Reason.GONE,
                    "The changes after this cursor are not all kept any more: look at the vehicles anew, and read on without a cursor");
        }
        if (after > head()) {
            throw new Failure(
                    Reason.INVALID_REQUEST,
                    "The cursor is ahead of the change feed: it belongs to another database, or to a later state of this one");
        }
    }

    /** The changes after a position, {@code most} at most, of those that pass the filter. */
    public FeedPage read(long after, int most, FeedFilter filter) {
        long head = head();
        long window = filter.open() ? head : Math.min(head, after + WINDOW);
        List<FeedEntry> found = jdbc.sql("""
                SELECT position, id, vin, kind, at, fields, correlation_id FROM changes
                WHERE position > :after AND position <= :window AND (:vin::text IS NULL OR vin = :vin) AND (:allKinds OR kind = ANY (:kinds))
                ORDER BY position LIMIT :most
                """)
                .param("after", after)
                .param("window", window)
                .param("vin", filter.vin())
                .param("allKinds", filter.kinds().isEmpty())
                .param("kinds", ArrayColumn.TEXT.of(filter.kinds()))
                .param("most", most)
                .query(ChangeFeed::change)
                .list();
        long next = found.size() < most
                ? Math.max(after, window)
                : found.get(most - 1).position();
        return new FeedPage(found, next, next < head);
    }

    private static FeedEntry change(ResultSet row, int number) throws SQLException {
        return new FeedEntry(
                row.getLong("position"),
                row.getString("id"),
                row.getString("vin"),
                row.getString("kind"),
                InstantColumn.of(row, "at"),
                row.getString("fields"),
                row.getString("correlation_id"));
    }
}
