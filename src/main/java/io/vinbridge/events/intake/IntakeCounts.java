package io.vinbridge.events.intake;

import io.vinbridge.events.IntakeChannel;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Counts of incoming events by channel, on all nodes, since the beginning; counted in the transaction that stores them.
 */
@Component
public class IntakeCounts {

    private static final int SLOTS = 8;

    private static final String ADD = """
            INSERT INTO intake_counts AS i (channel, slot, received, accepted, duplicate, dead) VALUES (:channel, :slot, :received, :accepted, :duplicate, :dead)
            ON CONFLICT (channel, slot) DO UPDATE SET received = i.received + excluded.received,
                accepted = i.accepted + excluded.accepted, duplicate = i.duplicate + excluded.duplicate,
                dead = i.dead + excluded.dead
            """;

    private final JdbcClient jdbc;

    IntakeCounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Counts of one channel: {@code received} is the sum of the others. */
    public record Count(long received, long accepted, long duplicate, long dead) {}

    /** Adds, in the caller's transaction; what was neither accepted nor dead was a duplicate. */
    void add(IntakeChannel channel, int received, int accepted, int dead) {
        int slot = ThreadLocalRandom.current().nextInt(SLOTS);
        jdbc.sql(ADD)
                .param("channel", channel.word())
                .param("slot", slot)
                .param("received", received)
                .param("accepted", accepted)
                .param("duplicate", received - accepted - dead)
                .param("dead", dead)
                .update();
    }

    /** By channel; a channel by which nothing came yet has a count of nothing. */
    public Map<IntakeChannel, Count> all() {
        Map<IntakeChannel, Count> all = new EnumMap<>(IntakeChannel.class);
        for (IntakeChannel channel : IntakeChannel.values()) {
            all.put(channel, new Count(0, 0, 0, 0));
        }
        jdbc.sql(
                        "SELECT channel, sum(received), sum(accepted), sum(duplicate), sum(dead) FROM intake_counts GROUP BY channel")
                .query(row -> {
                    all.put(
                            IntakeChannel.valueOf(row.getString(1).toUpperCase(Locale.ROOT)),
                            new Count(row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5)));
                });
        return all;
    }
}
