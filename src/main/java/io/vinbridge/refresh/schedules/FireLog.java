package io.vinbridge.refresh.schedules;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** For which due time each schedule acted last, on the database's clock. */
@Component
public class FireLog {

    private static final String CLAIM = """
            INSERT INTO schedules AS s (name, fired_for, acted_for, fires) VALUES (:schedule, :due, :due, 1)
            ON CONFLICT (name) DO UPDATE SET fired_for = excluded.fired_for, acted_for = excluded.acted_for,
                fired_at = now(), fires = s.fires + 1
            WHERE s.fired_for < excluded.fired_for
            """;

    private final JdbcClient jdbc;

    FireLog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * True if the schedule has not acted yet for the due time that has passed; from now on it has. What the scheduler
     * says does not count: a node whose clock is fast fires before it is time, and where Quartz makes up for a fire it
     * says that it was scheduled for now, which would be claimed beside the due time itself.
     */
    public boolean claim(Fire fire) {
        Instant now = now();
        Instant by = fire.due() == null || fire.due().isAfter(now) ? now : fire.due();
        return DueTime.latest(fire.cron(), by)
                .map(due -> claim(fire.schedule(), due))
                .orElse(false);
    }

    private boolean claim(String schedule, Instant due) {
        return jdbc.sql(CLAIM)
                        .param("schedule", schedule)
                        .param("due", due.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Due time up to which nothing is due any more, acted for or skipped; empty if it is not known yet. */
    Optional<Instant> last(String schedule) {
        return time("SELECT fired_for FROM schedules WHERE name = :schedule", schedule);
    }

    /** Due time it acted for last; empty if it never has. */
    Optional<Instant> acted(String schedule) {
        return time("SELECT acted_for FROM schedules WHERE name = :schedule AND acted_for IS NOT NULL", schedule);
    }

    private Optional<Instant> time(String sql, String schedule) {
        return jdbc.sql(sql).param("schedule", schedule).query(OffsetDateTime.class).list().stream()
                .findFirst()
                .map(OffsetDateTime::toInstant);
    }

    /**
     * Writes down that a schedule is there, as if it had acted for this due time: what was due before is no concern of
     * it.
     */
    void startFrom(String schedule, Instant due) {
        jdbc.sql("INSERT INTO schedules (name, fired_for) VALUES (:schedule, :due) ON CONFLICT DO NOTHING")
                .param("schedule", schedule)
                .param("due", due.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Skips a due time of an existing schedule, as if it had fired for it. */
    void skip(String schedule, Instant due) {
        jdbc.sql("UPDATE schedules SET fired_for = :due WHERE name = :schedule AND fired_for < :due")
                .param("due", due.atOffset(ZoneOffset.UTC))
                .param("schedule", schedule)
                .update();
    }

    /** The database's clock. */
    Instant now() {
        return jdbc.sql("SELECT now()").query(OffsetDateTime.class).single().toInstant();
    }
}
