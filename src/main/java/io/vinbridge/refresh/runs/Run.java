package io.vinbridge.refresh.runs;

import io.vinbridge.work.CallCause;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * A refresh run as its row stands.
 *
 * @param reason why it is paused, where it paused itself; null elsewhere
 * @param planned whether all that it looks at is known; until then the total grows
 * @param guarded whether it pauses itself where its first answers change too much
 * @param rate vehicles settled in a second, of late
 * @param warnings what in the imported list was read otherwise than written
 */
public record Run(
        UUID id,
        long number,
        State state,
        CallCause cause,
        Selection selection,
        String correlationId,
        String reason,
        boolean guarded,
        boolean planned,
        Answers answers,
        Instant createdAt,
        Instant finishedAt,
        double rate,
        Counts counts,
        Warnings warnings) {

    /**
     * Answers to the questions that the run itself asked: how many were answered, how many of those changed or took
     * away, and how many were given up.
     */
    public record Answers(long all, long changed, long lost, long failed) {

        /** How many questions are over, answered or not. */
        public long over() {
            return all + failed;
        }
    }

    /**
     * Warnings of an imported list.
     *
     * @param count of all
     * @param first some of them, in the order of the lines
     */
    public record Warnings(long count, List<LineWarning> first) {}

    /**
     * Something about one line of an imported list.
     *
     * @param line its number
     * @param subject the VIN
     */
    public record LineWarning(long line, String subject, String detail) {}

    /** State of a run. */
    public enum State {
        RUNNING,
        PAUSED,
        COMPLETED,
        CANCELLED;

        /** True if nothing changes any more. */
        public boolean finished() {
            return this == COMPLETED || this == CANCELLED;
        }
    }

    /**
     * Counts of a run's vehicles.
     *
     * @param total all of them, those included that are no VINs
     * @param lost of the failed, those that ChromeData described before and does not carry any more
     * @param calls billed calls made for their descriptions
     * @param avoided how many got theirs without a call of their own
     */
    public record Counts(long total, long changed, long unchanged, long failed, long lost, long calls, long avoided) {

        public long done() {
            return changed + unchanged + failed;
        }

        public long left() {
            return total - done();
        }
    }

    static CallCause cause(String word) {
        return CallCause.valueOf(word.toUpperCase(Locale.ROOT));
    }
}
