package io.vinbridge.changes;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Readers that pass the feed on for the whole installation, each with a position of its own that stays. A reader is in
 * the hands of one node at a time, by a lease on the database's clock.
 */
@Component
public class FeedConsumers {

    private final JdbcClient jdbc;
    private final Map<String, Long> own = new ConcurrentHashMap<>();

    FeedConsumers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Takes a reader in hand, again where it is in the hands of this node; empty where another node holds it, or it has
     * come to the end of the feed.
     */
    public Optional<LeasedConsumer> lease(String name, Duration lease) {
        Optional<LeasedConsumer> held = jdbc.sql("""
                        UPDATE feed_consumers SET token = nextval('feed_token'), held_until = now() + :lease::interval
                        WHERE name = (SELECT name FROM feed_consumers WHERE name = :name AND (held_until < now() OR token = :own)
                            AND position < (SELECT head FROM feed_head) FOR UPDATE SKIP LOCKED)
                        RETURNING name, position, token
                        """)
                .param("lease", lease.toString())
                .param("name", name)
                .param("own", own.getOrDefault(name, 0L))
                .query((row, number) ->
                        new LeasedConsumer(row.getString("name"), row.getLong("position"), row.getLong("token")))
                .optional();
        held.ifPresent(reader -> own.put(name, reader.token()));
        return held;
    }

    /**
     * Notes that everything up to this position is passed on, and lets go. False where the reader is in other hands
     * meanwhile, who pass it on again.
     */
    public boolean release(LeasedConsumer reader, long position) {
        return jdbc.sql(
                                "UPDATE feed_consumers SET position = :position, held_until = '-infinity' WHERE name = :name AND token = :token")
                        .param("position", position)
                        .param("name", reader.name())
                        .param("token", reader.token())
                        .update()
                == 1;
    }

    /**
     * The position of a reader, whose row the caller's transaction holds from now on; empty where another holds it, or
     * it has come to the end of the feed.
     */
    public Optional<Long> lockPosition(String name) {
        return jdbc.sql("""
                        SELECT position FROM feed_consumers
                        WHERE name = :name AND position < (SELECT head FROM feed_head) FOR UPDATE SKIP LOCKED
                        """).param("name", name).query(Long.class).optional();
    }

    /** Moves a reader whose row the caller's transaction holds. */
    public void setPosition(String name, long position) {
        jdbc.sql("UPDATE feed_consumers SET position = :position WHERE name = :name")
                .param("position", position)
                .param("name", name)
                .update();
    }
}
