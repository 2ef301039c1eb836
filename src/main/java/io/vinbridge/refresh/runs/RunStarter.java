package io.vinbridge.refresh.runs;

import com.fasterxml.jackson.databind.JsonNode;
import io.vinbridge.chromedata.Budget;
import io.vinbridge.refresh.runs.Runs.Started;
import io.vinbridge.work.CallCause;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Starts runs: a person's, one for a new data build, or an import. */
@Component
public class RunStarter {

    private final Runs runs;
    private final RunPlanner planning;
    private final RunCosts costs;
    private final ImportedLines lines;
    private final Budget budget;

    RunStarter(Runs runs, RunPlanner planning, RunCosts costs, ImportedLines lines, Budget budget) {
        this.runs = runs;
        this.planning = planning;
        this.costs = costs;
        this.lines = lines;
        this.budget = budget;
    }

    /**
     * Estimate of a run.
     *
     * @param calls those that the vehicles' descriptions cost
     * @param avoided those that sharing saves
     * @param galleryCalls those for pictures of styles that are known
     * @param budgetLeft calls that are left today for work that no person waits for; null where there is no limit
     * @param until the UTC day on which the budget has reached for all of it; null where it never does
     */
    public record Estimate(
            long total,
            long calls,
            long avoided,
            long galleryCalls,
            @Nullable Long budgetLeft,
            @Nullable LocalDate until) {}

    /** What a run would cost, and when it would be through if nothing else were asked for. */
    public Estimate estimate(Selection selection) {
        RunCosts.Cost cost = costs.of(selection.checked());
        OptionalLong left = budget.left();
        return new Estimate(
                cost.total(),
                cost.calls(),
                cost.total() - cost.calls(),
                cost.galleryCalls(),
                left.isPresent() ? left.getAsLong() : null,
                until(cost.calls() + cost.galleryCalls() - left.orElse(Long.MAX_VALUE)));
    }

    private @Nullable LocalDate until(long beyondToday) {
        LocalDate today = budget.today();
        if (beyondToday <= 0) {
            return today;
        }
        long eachDay = budget.eachDay().orElse(0);
        return eachDay == 0 ? null : today.plusDays((beyondToday + eachDay - 1) / eachDay);
    }

    /**
     * Begins a run; with an idempotency key that was used before, returns the run that it began then.
     *
     * @throws io.vinbridge.failures.Failure if the selection cannot be one, or the key was used for another
     */
    @Transactional
    public Run begin(Selection selection, CallCause cause, String idempotencyKey, String correlationId) {
        Started started = runs.start(selection.checked(), cause, idempotencyKey, correlationId);
        if (started.fresh() && selection.named()) {
            planning.named(started.run().id(), selection);
        }
        return runs.get(started.run().id());
    }

    /**
     * Begins a run over the vehicles of a list, which is taken whole or, where it breaks off or no line has a VIN, not
     * at all. Lines that are no VIN become failures of the run.
     *
     * @param hash of the list, which tells it from others that come with the same idempotency key
     * @throws io.vinbridge.failures.Failure if the key was used for another list
     */
    @Transactional
    public Run begin(ImportedList list, String hash, String idempotencyKey, String correlationId) {
        Started started = runs.start(Selection.LISTED, hash, CallCause.MISS, idempotencyKey, correlationId);
        if (started.fresh()) {
            lines.put(started.run().id(), Objects.requireNonNull(list));
            planning.planned(started.run().id());
        }
        return runs.get(started.run().id());
    }

    /**
     * Whether all is kept that the lines of its list say beside the VIN: a repeat of the request keeps it once only.
     */
    public boolean fieldsKept(Run run) {
        return lines.fieldsKept(run.id());
    }

    /** Tells of lines of a run's list; the first ones one by one. */
    public void warn(Run run, List<Run.LineWarning> warnings) {
        lines.warn(run.id(), warnings);
    }

    /** Notes that all is kept that the lines of its list say beside the VIN. Returns the run as it stands. */
    public Run noteFieldsKept(Run run) {
        lines.noteFieldsKept(run.id());
        return runs.get(run.id());
    }

    /** The vehicles of a list, line by line. */
    public interface ImportedList {

        /** The next lines, some thousand at most; none after the last. */
        List<Line> next();

        /** What it looks like, for somebody who sent a list in which no line has a VIN. */
        String outline();
    }

    /**
     * One line of a list.
     *
     * @param number counted from 1, as an editor shows it
     * @param vin what stands in it for a VIN
     * @param mistake why it cannot be read at all; null where it can
     * @param fields what else it says of the vehicle, by name; may be empty
     */
    public record Line(long number, String vin, String mistake, Map<String, JsonNode> fields) {

        /** A line that cannot be read. */
        public static Line bad(long number, String vin, String mistake) {
            return new Line(number, vin, mistake, Map.of());
        }
    }
}
