package io.vinbridge.api.runs;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.vinbridge.api.http.Reply;
import io.vinbridge.api.representation.JsonReplies;
import io.vinbridge.chromedata.CallAdmission;
import io.vinbridge.failures.Failure;
import io.vinbridge.refresh.runs.Run;
import io.vinbridge.refresh.runs.Run.Counts;
import io.vinbridge.refresh.runs.RunStarter;
import io.vinbridge.work.Lane;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Refresh runs as the contract has them. */
@Component
class RunJson {

    private final JsonReplies replies;
    private final CallAdmission admission;

    RunJson(JsonReplies replies, CallAdmission admission) {
        this.replies = replies;
        this.admission = admission;
    }

    Reply accepted(Run run) {
        return replies.reply(202, shown(run)).with("Location", "/api/v1/refreshes/" + run.id());
    }

    Reply ok(Run run) {
        return replies.ok(shown(run));
    }

    Reply ok(RunStarter.Estimate estimate) {
        return replies.ok(estimate);
    }

    Shown shown(Run run) {
        boolean running = run.state() == Run.State.RUNNING;
        Failure held = running ? admission.closed(false).get(Lane.DESCRIBE) : null;
        Counts counts = run.counts();
        boolean measured = running && run.planned() && run.rate() > 0.01;
        return new Shown(
                run.id(),
                run.state(),
                run.reason(),
                held == null ? null : held.reason().word(),
                run.cause().word(),
                run.createdAt(),
                run.finishedAt(),
                run.planned(),
                counts,
                counts.done(),
                counts.left(),
                measured ? Math.round(run.rate() * 10) / 10.0 : null,
                measured ? Math.round(counts.left() / run.rate()) : null,
                run.warnings().count(),
                run.warnings().first());
    }

    /**
     * A run.
     *
     * @param reason why it paused itself
     * @param waitsFor the last word of the problem that keeps calls from being made now
     * @param rate vehicles in a second
     * @param secondsLeft at that rate
     * @param warned how many lines were read otherwise than written
     * @param warnings the first of them
     */
    record Shown(
            UUID id,
            Run.State state,
            String reason,
            String waitsFor,
            String cause,
            Instant createdAt,
            Instant finishedAt,
            boolean planned,
            @JsonUnwrapped Counts counts,
            long done,
            long left,
            Double rate,
            Long secondsLeft,
            long warned,
            List<Run.LineWarning> warnings) {}
}
