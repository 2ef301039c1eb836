package io.vinbridge.work.usage;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Forecast of the calls of this UTC day and month: what is settled, what is queued, and what the last days let expect
 * of the time that is left. The spread is the normal distribution's: nine times of ten the number is between least and
 * most.
 */
@Component
public class UsageForecast {

    /** Days before today that count, as far as there are any. */
    private static final int DAYS = 14;

    private static final double NINE_OF_TEN = 1.645;

    private static final String SEEN = """
            WITH moment AS (SELECT now() AT TIME ZONE 'UTC' AS at), today AS (SELECT at::date AS day FROM moment),
            first AS (SELECT greatest(min(l.day), (SELECT day - :days FROM today)) AS day FROM ledger l),
            days AS (SELECT d::date AS day, (SELECT coalesce(sum(l.calls), 0) FROM ledger l WHERE l.day = d::date) AS calls
                FROM first, today, generate_series(first.day, today.day - 1, interval '1 day') d)
            SELECT (SELECT coalesce(avg(calls), 0) FROM days) AS mean, (SELECT coalesce(stddev_samp(calls), 0) FROM days) AS deviation,
                (SELECT count(*) FROM days) AS days,
                (SELECT coalesce(sum(calls), 0) FROM ledger, today WHERE ledger.day = today.day) AS today,
                (SELECT coalesce(sum(calls), 0) FROM ledger, today WHERE ledger.day >= date_trunc('month', today.day)) AS month,
                (SELECT count(*) FROM (SELECT FROM work WHERE lane IN (2, 3) AND isfinite(due_at) LIMIT 100000) w) AS queued,
                (SELECT 1 - extract(epoch FROM at - date_trunc('day', at)) / 86400 FROM moment) AS left_of_day,
                (SELECT extract(day FROM date_trunc('month', day) + interval '1 month' - interval '1 day') - extract(day FROM day)
                    FROM today) AS days_after
            """;

    private final JdbcClient jdbc;

    UsageForecast(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Seen(
            double mean,
            double deviation,
            int days,
            long today,
            long month,
            long queued,
            double leftOfDay,
            double daysAfter) {}

    /**
     * Calls that are expected by the end of a time.
     *
     * @param settled those of it so far
     */
    public record Expected(long settled, long expected, long least, long most) {

        /** Their money at so much a call; null where that is not known. */
        public @Nullable BigDecimal cost(@Nullable BigDecimal each) {
            return each == null
                    ? null
                    : each.multiply(BigDecimal.valueOf(expected)).setScale(2, RoundingMode.HALF_UP);
        }
    }

    /**
     * Both forecasts.
     *
     * @param days days before today that they rest on
     * @param queued billed work that waits now; it is expected to be done today
     */
    public record Outlook(int days, long queued, Expected day, Expected month) {}

    /** The forecast as of now. */
    public Outlook outlook() {
        Seen seen = jdbc.sql(SEEN).param("days", DAYS).query(Seen.class).single();
        double rest = Math.max((double) seen.queued(), seen.mean() * seen.leftOfDay());
        Expected day = expected(seen.today(), rest, seen.deviation() * Math.sqrt(seen.leftOfDay()));
        Expected month = expected(
                seen.month(),
                rest + seen.mean() * seen.daysAfter(),
                seen.deviation() * Math.sqrt(seen.leftOfDay() + seen.daysAfter()));
        return new Outlook(seen.days(), seen.queued(), day, month);
    }

    private static Expected expected(long settled, double rest, double deviation) {
        double spread = NINE_OF_TEN * deviation;
        return new Expected(
                settled,
                Math.round(settled + rest),
                Math.round(settled + Math.max(0, rest - spread)),
                Math.round(settled + rest + spread));
    }
}
