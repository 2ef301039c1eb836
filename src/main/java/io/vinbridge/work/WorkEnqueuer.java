package io.vinbridge.work;

import io.vinbridge.database.ArrayColumn;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** How asks become rows of the queue, however many they are in one statement. */
final class WorkEnqueuer {

    private static final List<String> LENIENT = List.of(CallCause.MISS.word(), CallCause.STALE.word());

    /** Rows are locked in the order of their keys by everybody, whatever order of texts the database has. */
    private static final String ASKED = """
            INSERT INTO work AS w (request_key, kind, lane, ask, priority, cause, correlation_id)
            SELECT * FROM unnest(?::text[], ?::text[], ?::smallint[], ?::text[], ?::smallint[], ?::text[], ?::text[]) AS asked (key)
            ORDER BY asked.key COLLATE "C"
            """;

    private static final String ASK = ASKED + """
            ON CONFLICT (request_key) DO UPDATE SET
                priority = least(w.priority, excluded.priority),
                again = w.again OR (w.token IS NOT NULL AND NOT excluded.cause = ANY (?::text[])),
                cause = CASE WHEN excluded.cause = ANY (?::text[]) THEN w.cause ELSE excluded.cause END,
                correlation_id = CASE WHEN excluded.cause = ANY (?::text[]) THEN w.correlation_id ELSE excluded.correlation_id END,
                due_at = CASE
                    WHEN w.token IS NOT NULL OR w.due_at <= now() THEN w.due_at
                    WHEN w.failed_at IS NULL THEN now()
                    WHEN w.due_at = 'infinity' AND NOT excluded.cause = ANY (?::text[]) THEN now()
                    WHEN excluded.priority = 0 THEN least(w.due_at, greatest(now(), w.failed_at + ?::interval))
                    ELSE w.due_at END
            """;

    private static final String ASK_UNLESS_QUEUED = ASKED + "ON CONFLICT (request_key) DO NOTHING";

    private final JdbcTemplate jdbc;

    WorkEnqueuer(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** What is queued already is asked for more; {@code personPause} is what failed rests at least where a person wants it. */
    void ask(Collection<WorkRequest> asks, Duration personPause) {
        jdbc.update(connection -> {
            PreparedStatement sql = asking(connection, ASK, asks);
            for (int lenient = 8; lenient <= 11; lenient++) {
                ArrayColumn.TEXT.set(sql, lenient, LENIENT);
            }
            sql.setString(12, personPause.toString());
            return sql;
        });
    }

    /** What is queued already stays as it is. */
    void askUnlessQueued(Collection<WorkRequest> asks) {
        jdbc.update(connection -> asking(connection, ASK_UNLESS_QUEUED, asks));
    }

    private static PreparedStatement asking(Connection connection, String insert, Collection<WorkRequest> asks)
            throws SQLException {
        PreparedStatement sql = connection.prepareStatement(insert);
        ArrayColumn.TEXT.set(sql, 1, asks, WorkRequest::key);
        ArrayColumn.TEXT.set(sql, 2, asks, WorkRequest::kind);
        ArrayColumn.SMALLINT.set(sql, 3, asks, ask -> ask.lane().level());
        ArrayColumn.TEXT.set(sql, 4, asks, WorkRequest::ask);
        ArrayColumn.SMALLINT.set(sql, 5, asks, ask -> ask.priority().level());
        ArrayColumn.TEXT.set(sql, 6, asks, ask -> ask.cause().word());
        ArrayColumn.TEXT.set(sql, 7, asks, WorkRequest::correlationId);
        return sql;
    }
}
