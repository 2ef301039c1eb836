package io.vinbridge.ops.monitoring;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.vinbridge.database.ArrayColumn;
import io.vinbridge.database.InstantColumn;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what was kept of the last day, or month, of all nodes; however many ask, not more often than it changes. */
@Component
class SampleHistory {

    /** Over how many steps of time a rate is taken. */
    private static final int RECENT = 5;

    private static final String STEPS = HourlySamples.STEPS.formatted("now() - :period * interval '1 s'");

    private static final String LINES = STEPS + """
            SELECT series, date_bin(:apart * interval '1 s', at, timestamptz 'epoch') AS point,
                CASE kind WHEN 'LEVEL' THEN max(value) ELSE sum(value) * 60000 / :step / count(DISTINCT at) END AS value
            FROM steps WHERE value IS NOT NULL GROUP BY series, kind, point
            """;

    private static final String RATES = STEPS + """
            SELECT series, coalesce(sum(value) FILTER (WHERE recent) * 60000 / :step / count(DISTINCT at) FILTER (WHERE recent), 0) AS per_minute,
                sum(value) AS whole
            FROM (SELECT *, at > now() - :recent * interval '1 ms' AS recent FROM steps WHERE value IS NOT NULL) AS told GROUP BY series
            """;

    private final JdbcClient jdbc;
    private final HourlySamples hours;
    private final long step;
    private final LoadingCache<Period, Seen> latest;

    SampleHistory(JdbcClient jdbc, HourlySamples hours, MonitoringSettings settings) {
        this.jdbc = jdbc;
        this.hours = hours;
        this.step = settings.step().toMillis();
        this.latest = Caffeine.newBuilder()
                .maximumSize(Period.values().length)
                .expireAfterWrite(settings.step().dividedBy(6))
                .build(this::load);
    }

    /**
     * Samples of a period.
     *
     * @param from the time of the first point of each line
     * @param apart how far points lie apart
     * @param lines by series: a level's largest value, else how many there were in a minute; null where nothing was
     *     kept
     */
    record Seen(Instant from, Duration apart, Map<String, Double[]> lines, Map<String, Rate> rates) {

        Rate rate(String series) {
            return rates.getOrDefault(series, new Rate(0, 0));
        }
    }

    /** Rate of one series: events a minute lately, and the sum of the day. */
    record Rate(double perMinute, double day) {}

    Seen read(Period period) {
        return latest.get(period);
    }

    private Seen load(Period period) {
        Instant from = from(period);
        return period == Period.MONTH
                ? new Seen(from, period.apart(), month(from), Map.of())
                : new Seen(from, period.apart(), lines(from, period), rates(period));
    }

    private Map<String, Rate> rates(Period period) {
        Map<String, Rate> rates = new HashMap<>();
        samples(RATES, period).param("recent", RECENT * step).query(row -> {
            rates.put(row.getString("series"), new Rate(row.getDouble("per_minute"), row.getDouble("whole")));
        });
        return rates;
    }

    private Map<String, Double[]> lines(Instant from, Period period) {
        Map<String, Double[]> lines = empty(period);
        samples(LINES, period).param("apart", period.apart().toSeconds()).query(row -> {
            put(lines, period, from, row.getString("series"), InstantColumn.of(row, "point"), row.getDouble("value"));
        });
        return lines;
    }

    private Map<String, Double[]> month(Instant from) {
        Map<String, Double[]> lines = empty(Period.MONTH);
        hours.read(from, Period.MONTH, (series, point, value) -> put(lines, Period.MONTH, from, series, point, value));
        return lines;
    }

    private static Map<String, Double[]> empty(Period period) {
        Map<String, Double[]> lines = new TreeMap<>();
        Series.ALL.forEach(series -> lines.put(series.name(), new Double[period.points()]));
        return lines;
    }

    private static void put(
            Map<String, Double[]> lines, Period period, Instant from, String series, Instant at, double value) {
        int point = (int) Duration.between(from, at).dividedBy(period.apart());
        if (point >= 0 && point < period.points()) {
            lines.get(series)[point] = value;
        }
    }

    private JdbcClient.StatementSpec samples(String statement, Period period) {
        return jdbc.sql(statement)
                .param("names", ArrayColumn.TEXT.of(Series.ALL, Series::name))
                .param("kinds", ArrayColumn.TEXT.of(Series.ALL, one -> one.kind()
                        .name()))
                .param("period", period.length().toSeconds())
                .param("step", step);
    }

    /** The last point is the one that is under way, on the database's clock. */
    private Instant from(Period period) {
        return jdbc.sql("SELECT date_bin(:apart * interval '1 s', now(), timestamptz 'epoch')")
                .param("apart", period.apart().toSeconds())
                .query(OffsetDateTime.class)
                .single()
                .toInstant()
                .minus(period.apart().multipliedBy(period.points() - 1L));
    }
}
