package io.vinbridge.publishing.webhooks;

import io.vinbridge.changes.FeedConsumers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Fan-out of the outbox to webhooks: reads the feed on for all of them at once, and stores a delivery for each change
 * that one wants, in the transaction that moves the position.
 */
@Component
class FanOut {

    private static final String READER = "webhooks";
    private static final int AT_ONCE = 1_000;

    private final FeedConsumers readers;
    private final JdbcClient jdbc;

    FanOut(FeedConsumers readers, JdbcClient jdbc) {
        this.readers = readers;
        this.jdbc = jdbc;
    }

    /** Reads on by one part, and says whether there was anything to read. One node does at a time. */
    @Transactional
    public boolean readOn() {
        Long position = readers.lockPosition(READER).orElse(null);
        if (position == null) {
            return false;
        }
        long end = jdbc.sql("SELECT least(head, :furthest) FROM feed_head")
                .param("furthest", position + AT_ONCE)
                .query(Long.class)
                .single();
        jdbc.sql("""
                INSERT INTO webhook_deliveries (webhook_id, message_id, change_id, kind)
                SELECT w.id, c.id::text, c.id, c.kind
                FROM changes c
                JOIN webhooks w ON c.position > w.from_position AND (w.enabled OR c.position <= w.to_position)
                    AND (w.kinds = '{}' OR c.kind = ANY (w.kinds)) AND (w.vins = '{}' OR c.vin = ANY (w.vins))
                LEFT JOIN vehicles v ON v.vin = c.vin
                WHERE c.position > :position AND c.position <= :end
                    AND (w.make IS NULL OR coalesce(v.make_key, c.make_key) = lower(w.make COLLATE words))
                    AND (w.model IS NULL OR coalesce(v.model_key, c.model_key) = lower(w.model COLLATE words))
                ORDER BY c.position
                """).param("position", position).param("end", end).update();
        readers.setPosition(READER, end);
        return true;
    }
}
