package io.vinbridge.refresh.runs;

import io.vinbridge.work.CallCause;
import io.vinbridge.work.usage.AvoidedCalls;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Counts what has been settled of a run. A vehicle is settled once its key was looked at after the run began, whoever
 * asked for that; in an import, once there is an answer that is fresh. It has failed where ChromeData does not carry
 * it, or its work is a dead letter. One that was deleted after its turn is dropped where nobody works at its key any
 * more, as after a change of settings: nothing would ever settle it. One that got a key of its own meanwhile, because
 * its pattern has build data, has calls of its own.
 */
@Component
class RunProgress {

    private static final String SETTLE = """
            WITH judged AS (
                SELECT i.subject, i.asked, i.request_key, CASE WHEN v.request_key <> i.request_key THEN v.request_key END AS own_key,
                    d.declined_at IS NOT NULL AS declined, d.warnings, coalesce(v.document, d.document) IS NOT NULL AS had,
                    coalesce(d.outcome <> 'individual'
                        AND d.looked_at >= CASE d.outcome WHEN 'not-carried' THEN :notCarried ELSE :described END::timestamptz, false) AS looked,
                    coalesce(v.changed_at, d.changed_at) >= :began::timestamptz AS changed,
                    coalesce(w.due_at = 'infinity', false) AS dead, w.failure, w.failure_detail,
                    v.vin IS NULL AND position(':' IN i.subject) = 0 AND w.request_key IS NULL AS deleted
                FROM refresh_items i
                LEFT JOIN vehicles v ON v.vin = i.subject
                LEFT JOIN descriptions d ON d.request_key = coalesce(v.request_key, i.request_key)
                LEFT JOIN work w ON w.request_key = coalesce(v.request_key, i.request_key)
                WHERE i.run_id = :runId AND i.request_key IS NOT NULL
            ), settled AS (
                SELECT judged.*, coalesce(cost.calls, 0) AS calls, cost.redescribed,
                    (looked OR dead) AND (declined OR NOT looked) AS lacking
                FROM judged CROSS JOIN LATERAL (
                    SELECT sum(l.calls) AS calls, bool_or(l.outcome = 'changed') AS redescribed FROM ledger l
                    WHERE l.correlation_id = :correlationId AND l.at >= :began::timestamptz
                        AND l.request_key = ANY (ARRAY[CASE WHEN judged.asked THEN judged.request_key END, judged.own_key])) AS cost
                WHERE looked OR dead OR deleted
            ), gone AS (
                DELETE FROM refresh_items i USING settled s WHERE i.run_id = :runId AND i.subject = s.subject
            ), failed AS (
                INSERT INTO refresh_failures (run_id, subject, reason, detail)
                SELECT :runId, subject, CASE WHEN declined THEN 'not-carried' ELSE lower(replace(failure, '_', '-')) END,
                    CASE WHEN declined THEN 'ChromeData does not carry it: ' || warnings ELSE failure_detail END
                FROM settled WHERE lacking
            ), sums AS (
                SELECT count(*) FILTER (WHERE looked AND NOT declined AND changed) AS changed,
                    count(*) FILTER (WHERE looked AND NOT declined AND NOT changed) AS unchanged,
                    count(*) FILTER (WHERE lacking) AS failed,
                    count(*) FILTER (WHERE lacking AND declined AND had) AS lost,
                    count(*) FILTER (WHERE asked AND looked) AS answers, count(*) FILTER (WHERE redescribed) AS answers_changed,
                    count(*) FILTER (WHERE asked AND looked AND declined AND had) AS answers_lost,
                    count(*) FILTER (WHERE asked AND dead AND NOT looked) AS answers_failed,
                    coalesce(sum(calls), 0) AS calls, count(*) FILTER (WHERE looked AND calls = 0) AS avoided,
                    count(*) AS settled, count(*) FILTER (WHERE NOT looked AND NOT dead) AS dropped
                FROM settled
            )
            UPDATE refresh_runs r SET total = r.total - s.dropped, changed = r.changed + s.changed, unchanged = r.unchanged + s.unchanged,
                failed = r.failed + s.failed, lost = r.lost + s.lost, calls = r.calls + s.calls, avoided = r.avoided + s.avoided,
                answers = r.answers + s.answers, answers_changed = r.answers_changed + s.answers_changed,
                answers_lost = r.answers_lost + s.answers_lost, answers_failed = r.answers_failed + s.answers_failed,
                rate = 0.8 * r.rate + 0.2 * s.settled / greatest(0.001, extract(epoch FROM now() - r.measured_at)),
                measured_at = now()
            FROM sums s WHERE r.id = :runId RETURNING s.avoided
            """;

    private final JdbcClient jdbc;
    private final AvoidedCalls avoided;

    RunProgress(JdbcClient jdbc, AvoidedCalls avoided) {
        this.jdbc = jdbc;
        this.avoided = avoided;
    }

    /**
     * Counts and forgets what is settled, in the caller's transaction, which holds the run.
     *
     * @param since how recent a fetch must be to count
     */
    void settle(Run run, FreshnessThreshold since) {
        String began = run.createdAt().toString();
        Integer saved = jdbc.sql(SETTLE)
                .param("notCarried", since.notCarried())
                .param("described", since.described())
                .param("began", began)
                .param("runId", run.id())
                .param("correlationId", run.correlationId())
                .query(Integer.class)
                .single();
        // What an import finds in the store is counted where vehicles are written down.
        if (saved != null && run.cause() != CallCause.MISS) {
            avoided.note(run.cause(), AvoidedCalls.How.SHARING, saved);
        }
    }
}
