package io.vinbridge.feeds;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Record of when each feed was last made whole, how many rows it had, and for whom. */
@Component
public class FeedFetches {

    private final JdbcClient jdbc;

    FeedFetches(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One feed as it was last made.
     *
     * @param dealer whose offers alone; null for those of all
     */
    public record Fetch(
            String name, String dealer, String form, Instant at, long rows, long rejected, String fetchedBy) {}

    /** Those of a feed, the latest first. */
    public List<Fetch> of(String name) {
        return jdbc.sql("""
                        SELECT name, nullif(dealer, '') AS dealer, form, made_at, rows, rejected, fetched_by FROM feed_fetches
                        WHERE name = :name ORDER BY made_at DESC LIMIT 20
                        """).param("name", name).query(FeedFetches::fetch).list();
    }

    private static Fetch fetch(ResultSet row, int number) throws SQLException {
        return new Fetch(
                row.getString("name"),
                row.getString("dealer"),
                row.getString("form"),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                row.getLong("rows"),
                row.getLong("rejected"),
                row.getString("fetched_by"));
    }
}
