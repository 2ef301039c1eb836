package io.vinbridge.work;

import io.vinbridge.database.ArrayColumn;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** Enqueues requests for work, however many in one statement (deduplication: one row for each request key). */
final class WorkEnqueuer {

    private static final List<String> LENIENT = List.of(CallCause.MISS.word(), CallCause.STALE.word());

    /** Rows are locked in the order of their keys by everybody, whatever order of texts the database has. */
    private static final String ASKED = """
            INSERT INTO work AS w (request_key, kind, lane, argument, priority, cause, correlation_id)
            SELECT * FROM unnest(?::text[], ?::text[], ?::smallint[], ?::text[], ?::smallint[], ?::text[], ?::text[]) AS asked (key)
            ORDER BY asked.key COLLATE "C"
            """;

    private static final String ASK = ASKED + """
            ON CONFLICT (request_key) DO UPDATE SET
                priority = least(w.priority, excluded.priority),
                rerun = w.rerun OR (w.token IS NOT NULL AND NOT excluded.cause = ANY (?::text[])),
                cause = CASE WHEN excluded.cause = ANY (?::text[]) THEN w.cause ELSE excluded.cause END,
                correlation_id = CASE WHEN excluded.cause = ANY (?::text[]) THEN w.correlation_id ELSE excluded.correlation_id END,
                argument = CASE WHEN w.token IS NULL AND w.failed_at IS NOT NULL THEN excluded.argument ELSE w.argument END,
                due_at = CASE
                    WHEN w.token IS NOT NULL OR w.due_at <= now() THEN w.due_at
                    WHEN w.failed_at IS NULL THEN now()
                    WHEN w.due_at > w.failed_at + 2 * ?::interval AND NOT excluded.cause = ANY (?::text[]) THEN now()
                    WHEN excluded.priority = 0 OR (w.due_at = 'infinity' AND excluded.cause = 'miss') THEN least(w.due_at, greatest(now(), w.failed_at + ?::interval))
                    WHEN w.due_at = 'infinity' THEN
                        greatest(now(), w.failed_at + CASE WHEN w.lane IN (2, 3) THEN ?::interval ELSE ?::interval END)
                    ELSE w.due_at END
            """;

    /** What is dead is in nobody's hands; rows that somebody else locks at this moment are left to the next who asks. */
    private static final String REVIVE = """
            UPDATE work w SET
                due_at = greatest(now(), w.failed_at + CASE WHEN w.lane IN (2, 3) THEN ?::interval ELSE ?::interval END)
            FROM (SELECT request_key FROM work WHERE request_key = ANY (?::text[]) AND due_at = 'infinity' AND token IS NULL
                ORDER BY request_key FOR UPDATE SKIP LOCKED) AS dead
            WHERE w.request_key = dead.request_key
            """;

    private static final String ASK_UNLESS_QUEUED = ASKED + "ON CONFLICT (request_key) DO NOTHING";

    private final JdbcTemplate jdbc;
    private final WorkSettings settings;

    WorkEnqueuer(JdbcTemplate jdbc, WorkSettings settings) {
        this.jdbc = jdbc;
        this.settings = settings;
    }

    /** What is queued already is asked for more; what failed rests for a while, also where it is dead, the shorter the more it is wanted. */
    void ask(Collection<WorkRequest> asks) {
        jdbc.update(connection -> {
            PreparedStatement sql = asking(connection, ASK, asks);
            for (int lenient : new int[] {8, 9, 10, 12}) {
                ArrayColumn.TEXT.set(sql, lenient, LENIENT);
            }
            sql.setString(11, settings.longestPause().toString());
            sql.setString(13, settings.personPause().toString());
            sql.setString(14, settings.deadPause().toString());
            sql.setString(15, settings.longestPause().toString());
            return sql;
        });
    }

    /** What is queued already stays as it is, unless it is dead. */
    void askUnlessQueued(Collection<WorkRequest> asks) {
        int asked = jdbc.update(connection -> asking(connection, ASK_UNLESS_QUEUED, asks));
        if (asked < asks.size()) {
            jdbc.update(connection -> {
                PreparedStatement sql = connection.prepareStatement(REVIVE);
                sql.setString(1, settings.deadPause().toString());
                sql.setString(2, settings.longestPause().toString());
                ArrayColumn.TEXT.set(sql, 3, asks, WorkRequest::key);
                return sql;
            });
        }
    }

    private static PreparedStatement asking(Connection connection, String insert, Collection<WorkRequest> asks)
            throws SQLException {
        PreparedStatement sql = connection.prepareStatement(insert);
        ArrayColumn.TEXT.set(sql, 1, asks, WorkRequest::key);
        ArrayColumn.TEXT.set(sql, 2, asks, WorkRequest::kind);
        ArrayColumn.SMALLINT.set(sql, 3, asks, ask -> ask.lane().level());
        ArrayColumn.TEXT.set(sql, 4, asks, WorkRequest::argument);
        ArrayColumn.SMALLINT.set(sql, 5, asks, ask -> ask.priority().level());
        ArrayColumn.TEXT.set(sql, 6, asks, ask -> ask.cause().word());
        ArrayColumn.TEXT.set(sql, 7, asks, WorkRequest::correlationId);
        return sql;
    }
}
