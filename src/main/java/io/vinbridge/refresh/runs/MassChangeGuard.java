package io.vinbridge.refresh.runs;

import io.vinbridge.refresh.RefreshSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Pauses a run whose first answers change, or lose, more of what they touch than can be true: then it is ChromeData's
 * mistake, or ours, rather than news. Until the first answers are judged, no more than those are fed.
 */
@Component
class MassChangeGuard {

    private static final Logger LOG = LoggerFactory.getLogger(MassChangeGuard.class);

    private final JdbcClient jdbc;
    private final RefreshSettings.Guard settings;

    MassChangeGuard(JdbcClient jdbc, RefreshSettings settings) {
        this.jdbc = jdbc;
        this.settings = settings.guard();
    }

    /** Number of keys that may be fed now, of so many otherwise. */
    int window(Run run, int otherwise) {
        long judged = run.answers().over();
        return run.guarded() && judged < settings.answers()
                ? (int) Math.min(otherwise, Math.max(1, settings.answers() - judged))
                : otherwise;
    }

    /** True if the run was paused. Once its first answers are found plausible, it is guarded no more. */
    boolean stops(Run run) {
        Run.Answers answers = run.answers();
        double all = answers.over();
        if (!run.guarded() || all < settings.answers()) {
            return false;
        }
        if (settings.plausible(all, (double) answers.changed(), (double) answers.lost(), (double) answers.failed())) {
            jdbc.sql("UPDATE refresh_runs SET guarded = false WHERE id = :id")
                    .param("id", run.id())
                    .update();
            return false;
        }
        String reason = "Of the first %d answers, %d changed what was stored, %d took it away and %d were none"
                .formatted(answers.over(), answers.changed(), answers.lost(), answers.failed());
        jdbc.sql("UPDATE refresh_runs SET state = 'PAUSED', reason = :reason WHERE id = :id")
                .param("reason", reason)
                .param("id", run.id())
                .update();
        LOG.warn("Refresh run {} paused itself and waits for a person: {}", run.id(), reason);
        return true;
    }
}
