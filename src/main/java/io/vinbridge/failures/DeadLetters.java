package io.vinbridge.failures;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The list of what could not be done. Whoever leaves a letter also knows how to try again, and is told when a person says so. */
@Component
public class DeadLetters {

    private static final String COLUMNS =
            "id, source, subject, reason, detail, body, attempts, correlation_id, received_at, died_at";

    private final JdbcTemplate jdbc;
    private final ApplicationEventPublisher events;

    public DeadLetters(JdbcTemplate jdbc, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    /** Leaves one, in the caller's transaction and in place of an older one about the same. */
    public void leave(String source, String subject, Failure failure, String body, int attempts, String correlationId) {
        jdbc.update("""
                INSERT INTO dead_letters AS d (source, subject, reason, detail, body, attempts, correlation_id, received_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, now())
                ON CONFLICT (source, subject) DO UPDATE SET reason = excluded.reason, detail = excluded.detail,
                    body = excluded.body, attempts = excluded.attempts, correlation_id = excluded.correlation_id, died_at = now()
                """, source, subject, failure.reason().name(), failure.getMessage(), body, attempts, correlationId);
    }

    /** Takes off what was done after all, in the caller's transaction. */
    public void settled(String source, String subject) {
        jdbc.update("DELETE FROM dead_letters WHERE source = ? AND subject = ?", source, subject);
    }

    /** The newest first, older than {@code before} (an id; {@link Long#MAX_VALUE} for the newest). */
    public List<DeadLetter> list(long before, int most) {
        return jdbc.query(
                "SELECT " + COLUMNS + " FROM dead_letters WHERE id < ? ORDER BY id DESC LIMIT ?",
                DeadLetters::letter,
                before,
                most);
    }

    /**
     * Takes one off the list and tells whoever left it to try again.
     *
     * @throws Failure if there is none of that number
     */
    @Transactional
    public void replay(long id) {
        events.publishEvent(new DeadLetter.Replayed(take(id)));
    }

    /**
     * Takes one off the list for good.
     *
     * @throws Failure if there is none of that number
     */
    public void discard(long id) {
        take(id);
    }

    private DeadLetter take(long id) {
        return jdbc
                .query("DELETE FROM dead_letters WHERE id = ? RETURNING " + COLUMNS, DeadLetters::letter, id)
                .stream()
                .findFirst()
                .orElseThrow(() -> new Failure(Reason.UNKNOWN, "There is no dead letter " + id));
    }

    private static DeadLetter letter(ResultSet row, int number) throws SQLException {
        return new DeadLetter(
                row.getLong("id"),
                row.getString("source"),
                row.getString("subject"),
                Reason.valueOf(row.getString("reason")),
                row.getString("detail"),
                row.getString("body"),
                row.getInt("attempts"),
                row.getString("correlation_id"),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                row.getObject("died_at", OffsetDateTime.class).toInstant());
    }
}
