package io.vinbridge.api.runs;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.vinbridge.api.http.Content;
import io.vinbridge.api.http.Reply;
import io.vinbridge.chromedata.CallAdmission;
import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Json;
import io.vinbridge.refresh.runs.Run;
import io.vinbridge.refresh.runs.Run.Counts;
import io.vinbridge.work.Lane;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Refresh runs as the contract has them. */
@Component
class RunJson {

    private final Json json;
    private final CallAdmission admission;

    RunJson(Json json, CallAdmission admission) {
        this.json = json;
        this.admission = admission;
    }

    Reply accepted(Run run) {
        return Reply.of(202, Reply.JSON, content(shown(run))).with("Location", "/api/v1/refreshes/" + run.id());
    }

    Reply ok(Run run) {
        return Reply.ok(content(shown(run)));
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

    Content content(Object value) {
        return Content.of(json.bytes(value));
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
