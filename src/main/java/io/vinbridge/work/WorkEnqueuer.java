package io.vinbridge.work;

import static java.util.stream.Collectors.toMap;

import io.vinbridge.database.ArrayColumn;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Enqueues requests for work, however many in one statement (deduplication: one row for each request key, also where
 * several of them have the same).
 */
final class WorkEnqueuer {

    private static final String[] LENIENT = Stream.of(CallCause.values())
            .filter(CallCause::takesAnyAnswer)
            .map(CallCause::word)
            .toArray(String[]::new);

    /** Rows are locked in the order of their keys by everybody, whatever order of texts the database has. */
    private static final String ASKED = """
            INSERT INTO work AS w (request_key, kind, lane, argument, priority, cause, correlation_id)
            SELECT * FROM unnest(:keys::text[], :kinds::text[], :lanes::smallint[], :arguments::text[], :priorities::smallint[], :causes::text[], :correlationIds::text[])
                AS asked (key)
            ORDER BY asked.key COLLATE "C"
            """;

    private static final String ASK = ASKED + """
            ON CONFLICT (request_key) DO UPDATE SET
                priority = least(w.priority, excluded.priority),
                rerun = w.rerun OR (w.token IS NOT NULL AND NOT excluded.cause = ANY (:lenient::text[])),
                cause = CASE WHEN excluded.cause = ANY (:lenient::text[]) THEN w.cause ELSE excluded.cause END,
                correlation_id = CASE WHEN excluded.cause = ANY (:lenient::text[]) THEN w.correlation_id ELSE excluded.correlation_id END,
                argument = CASE WHEN w.token IS NULL AND w.failed_at IS NOT NULL THEN excluded.argument ELSE w.argument END,
                due_at = CASE
                    WHEN w.token IS NOT NULL OR w.due_at <= now() THEN w.due_at
                    WHEN w.failed_at IS NULL THEN now()
                    WHEN w.due_at > w.failed_at + 2 * :longestPause::interval AND NOT excluded.cause = ANY (:lenient::text[]) THEN now()
                    WHEN excluded.priority = 0 OR (w.due_at = 'infinity' AND excluded.cause = 'miss') THEN least(w.due_at, greatest(now(), w.failed_at + :personPause::interval))
                    WHEN w.due_at = 'infinity' THEN
                        greatest(now(), w.failed_at + CASE WHEN w.lane IN (2, 3) THEN :deadPause::interval ELSE :longestPause::interval END)
                    ELSE w.due_at END
            """;

    /**
     * What is dead is in nobody's hands; rows that somebody else locks at this moment are left to the next who asks.
     */
    private static final String REVIVE = """
            UPDATE work w SET
                due_at = greatest(now(), w.failed_at + CASE WHEN w.lane IN (2, 3) THEN :deadPause::interval ELSE :longestPause::interval END)
            FROM (SELECT request_key FROM work WHERE request_key = ANY (:keys::text[]) AND due_at = 'infinity' AND token IS NULL
                ORDER BY request_key FOR UPDATE SKIP LOCKED) AS dead
            WHERE w.request_key = dead.request_key
            """;

    private static final String ASK_UNLESS_QUEUED = ASKED + "ON CONFLICT (request_key) DO NOTHING";

    private final JdbcClient jdbc;
    private final WorkSettings settings;

    WorkEnqueuer(JdbcClient jdbc, WorkSettings settings) {
        this.jdbc = jdbc;
        this.settings = settings;
    }

    /**
     * What is queued already is asked for more; what failed rests for a while, also where it is dead, the shorter the
     * more it is wanted.
     */
    void ask(Collection<WorkRequest> asks) {
        asking(ASK, joined(asks))
                .param("lenient", LENIENT)
                .param("personPause", settings.personPause().toString())
                .param("deadPause", settings.deadPause().toString())
                .param("longestPause", settings.longestPause().toString())
                .update();
    }

    /** What is queued already stays as it is, unless it is dead. */
    void askUnlessQueued(Collection<WorkRequest> given) {
        Collection<WorkRequest> asks = joined(given);
        int asked = asking(ASK_UNLESS_QUEUED, asks).update();
        if (asked < asks.size()) {
            jdbc.sql(REVIVE)
                    .param("deadPause", settings.deadPause().toString())
                    .param("longestPause", settings.longestPause().toString())
                    .param("keys", ArrayColumn.TEXT.of(asks, WorkRequest::key))
                    .update();
        }
    }

    private static Collection<WorkRequest> joined(Collection<WorkRequest> asks) {
        return asks.stream()
                .collect(toMap(WorkRequest::key, ask -> ask, WorkRequest::and, LinkedHashMap::new))
                .values();
    }

    private JdbcClient.StatementSpec asking(String insert, Collection<WorkRequest> asks) {
        return jdbc.sql(insert)
                .param("keys", ArrayColumn.TEXT.of(asks, WorkRequest::key))
                .param("kinds", ArrayColumn.TEXT.of(asks, WorkRequest::kind))
                .param("lanes", ArrayColumn.SMALLINT.of(asks, ask -> ask.lane().level()))
                .param("arguments", ArrayColumn.TEXT.of(asks, WorkRequest::argument))
                .param("priorities", ArrayColumn.SMALLINT.of(asks, ask -> ask.priority()
                        .level()))
                .param("causes", ArrayColumn.TEXT.of(asks, ask -> ask.cause().word()))
                .param("correlationIds", ArrayColumn.TEXT.of(asks, WorkRequest::correlationId));
    }
}
