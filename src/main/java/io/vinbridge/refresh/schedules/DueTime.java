package io.vinbridge.refresh.schedules;

import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.TimeZone;
import org.quartz.CronExpression;

/** Last due time of a cron expression (Quartz's, in UTC). */
final class DueTime {

    private static final Duration LONGEST = Duration.ofDays(5 * 366);

    private DueTime() {}

    /** The latest due time that is not after {@code now}; empty where there was none in the last five years. */
    static Optional<Instant> latest(String cron, Instant now) {
        CronExpression expression = parse(cron);
        Duration back = Duration.ofMinutes(1);
        Optional<Instant> found = Optional.empty();
        // Quartz knows the next time only: look back twice as far until there is one, then go on from it.
        while (found.isEmpty() && back.compareTo(LONGEST) <= 0) {
            found = next(expression, now.minus(back)).filter(due -> !due.isAfter(now));
            back = back.multipliedBy(2);
        }
        Optional<Instant> latest = found;
        while (found.isPresent()) {
            latest = found;
            found = next(expression, latest.get()).filter(due -> !due.isAfter(now));
        }
        return latest;
    }

    /** The next due time after {@code now}; empty where there is none. */
    static Optional<Instant> next(String cron, Instant now) {
        return next(parse(cron), now);
    }

    private static Optional<Instant> next(CronExpression expression, Instant after) {
        return Optional.ofNullable(expression.getNextValidTimeAfter(Date.from(after)))
                .map(Date::toInstant);
    }

    private static CronExpression parse(String cron) {
        try {
            CronExpression expression = new CronExpression(cron);
            expression.setTimeZone(TimeZone.getTimeZone("UTC"));
            return expression;
        } catch (ParseException e) {
            throw new IllegalArgumentException("a running schedule has no valid cron: " + cron, e);
        }
    }
}
