package io.vinbridge.refresh.runs;

import io.vinbridge.refresh.RefreshSettings;
import io.vinbridge.vehicles.descriptions.Descriptions;
import io.vinbridge.work.CallCause;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Guard over what is refreshed for its age or behind readers: where its answers change, or take away, more than can be
 * true, it leaves a paused run over what is stale, and nothing stale is asked for until a person says yes to that, or
 * no. Answers that are none are the breakers' business.
 */
@Component
public class AgeGuard {

    private static final Logger LOG = LoggerFactory.getLogger(AgeGuard.class);
    private static final Duration KNOWN_FOR = Duration.ofSeconds(5);

    /** Of the latest answers, as far back as a person last said yes or no. */
    private static final String JUDGE = """
            SELECT count(*) AS answers, count(*) FILTER (WHERE l.outcome = 'changed') AS changed,
                count(*) FILTER (WHERE l.outcome = 'not-carried' AND d.document IS NOT NULL) AS lost
            FROM (SELECT outcome, request_key FROM ledger
                WHERE cause = 'stale' AND kind IN ('vehicle', 'style', 'model') AND outcome IN ('changed', 'equal', 'not-carried')
                    AND at > now() - interval '1 day' AND day >= (now() AT TIME ZONE 'UTC')::date - 1
                    AND at > coalesce((SELECT max(greatest(measured_at, finished_at)) FROM refresh_runs WHERE cause = 'stale'), '-infinity')
                ORDER BY at DESC LIMIT :answers) AS l
            LEFT JOIN descriptions d USING (request_key)
            """;

    private final JdbcClient jdbc;
    private final Runs runs;
    private final Descriptions descriptions;
    private final RefreshSettings.Guard settings;
    private volatile boolean waiting;
    private volatile long knownUntil = System.nanoTime();

    AgeGuard(JdbcClient jdbc, Runs runs, Descriptions descriptions, RefreshSettings settings) {
        this.jdbc = jdbc;
        this.runs = runs;
        this.descriptions = descriptions;
        this.settings = settings.guard();
    }

    private record Judged(long answers, long changed, long lost) {}

    /** Whether a run waits for a person, so that nothing stale is to be asked for; known for some seconds. */
    public boolean holds() {
        if (System.nanoTime() - knownUntil >= 0) {
            waiting = runs.awaitingApproval().isPresent();
            knownUntil = System.nanoTime() + KNOWN_FOR.toNanos();
        }
        return waiting;
    }

    /**
     * How many may be asked for now, of so many otherwise: none while a person is waited for, a few until the first
     * answers are judged. To be called by one node at a time.
     */
    @Transactional
    public int allowed(int otherwise) {
        if (runs.awaitingApproval().isPresent()) {
            return 0;
        }
        Judged judged = jdbc.sql(JUDGE)
                .param("answers", settings.answers())
                .query((row, number) -> new Judged(row.getLong(1), row.getLong(2), row.getLong(3)))
                .single();
        if (judged.answers < settings.answers()) {
            return Math.min(otherwise, settings.answers());
        }
        if (settings.plausible((double) judged.answers, (double) judged.changed, (double) judged.lost, 0)) {
            return otherwise;
        }
        pause(judged);
        return 0;
    }

    private void pause(Judged judged) {
        String reason = "Of the last %d answers to what was stale, %d changed what was stored and %d took it away"
                .formatted(judged.answers, judged.changed, judged.lost);
        Selection stale = new Selection(
                null, null, null, null, null, Instant.now().minus(descriptions.freshFor()), false, null, false, null);
        Run run = runs.start(stale, CallCause.STALE, null, null).run();
        jdbc.sql("UPDATE refresh_runs SET state = 'PAUSED', reason = :reason WHERE id = :id")
                .param("reason", reason)
                .param("id", run.id())
                .update();
        LOG.warn("Nothing stale is refreshed until a person resumes or cancels refresh run {}: {}", run.id(), reason);
    }
}
