package io.vinbridge.events.processing;

import java.util.concurrent.ThreadLocalRandom;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Counts of processed events, on all nodes, since the beginning; counted in the transaction that processes them. */
@Component
public class ProcessedCounts {

    private static final int SLOTS = 8;

    private static final String ADD = """
            INSERT INTO acting_counts AS a (slot, acted, ignored, dead) VALUES (?, ?, ?, ?)
            ON CONFLICT (slot) DO UPDATE SET acted = a.acted + excluded.acted, ignored = a.ignored + excluded.ignored,
                dead = a.dead + excluded.dead
            """;
    private static final String ALL = """
            SELECT (SELECT count(*) FROM inbox WHERE due_at IS NOT NULL) AS waiting, coalesce(sum(acted), 0) AS acted,
                coalesce(sum(ignored), 0) AS ignored, coalesce(sum(dead), 0) AS dead
            FROM acting_counts
            """;

    private final JdbcTemplate jdbc;

    ProcessedCounts(JdbcTemplate jdbc) {
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
        jdbc.update(ADD, ThreadLocalRandom.current().nextInt(SLOTS), acted, ignored, dead);
    }

    public Acted all() {
        return jdbc.queryForObject(
                ALL, (row, number) -> new Acted(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4)));
    }
}
