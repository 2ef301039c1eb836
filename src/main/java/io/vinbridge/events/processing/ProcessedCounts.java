package io.vinbridge.events.processing;

import java.util.concurrent.ThreadLocalRandom;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts of processed events, on all nodes, since the beginning; counted in the transaction that processes them. */
@Component
public class ProcessedCounts {

    private static final int SLOTS = 8;

    private static final String ADD = """
            INSERT INTO acting_counts AS a (slot, acted, ignored, dead) VALUES (:slot, :acted, :ignored, :dead)
            ON CONFLICT (slot) DO UPDATE SET acted = a.acted + excluded.acted, ignored = a.ignored + excluded.ignored,
                dead = a.dead + excluded.dead
            """;
    private static final String ALL = """
            SELECT (SELECT count(*) FROM inbox WHERE due_at IS NOT NULL) AS waiting, coalesce(sum(acted), 0) AS acted,
                coalesce(sum(ignored), 0) AS ignored, coalesce(sum(dead), 0) AS dead
            FROM acting_counts
            """;

    private final JdbcClient jdbc;

    ProcessedCounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Counts of accepted events by outcome.
     *
     * @param waiting how many are still to be acted upon
     * @param ignored about vehicles that nobody tracks
     * @param dead could not be acted upon
     */
    public record Acted(long waiting, long acted, long ignored, long dead) {}

    void add(int acted, int ignored, long dead) {
        jdbc.sql(ADD)
                .param("slot", ThreadLocalRandom.current().nextInt(SLOTS))
                .param("acted", acted)
                .param("ignored", ignored)
                .param("dead", dead)
                .update();
    }

    public Acted all() {
        return jdbc.sql(ALL)
                .query((row, number) -> new Acted(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4)))
                .single();
    }
}
