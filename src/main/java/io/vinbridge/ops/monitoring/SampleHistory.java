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

/** Reads what was kept of the last day, of all nodes; however many ask, not more often than it changes. */
@Component
class SampleHistory {

    /** Distance of a plot's points. */
    private static final Duration APART = Duration.ofMinutes(5);

    private static final int POINTS = (int) Duration.ofDays(1).dividedBy(APART);

    /** Over how many steps of time a rate is taken. */
    private static final int RECENT = 5;

    private static final String STEPS = """
            WITH steps AS (
                SELECT series, kind, at,
                    CASE WHEN kind <> 'TOTAL' THEN value
                         WHEN value >= lag(value) OVER before THEN value - lag(value) OVER before
                         WHEN lag(value) OVER before IS NOT NULL THEN value END AS value
                FROM samples JOIN unnest(:names::text[], :kinds::text[]) AS kinds (series, kind) USING (series)
                WHERE at >= now() - interval '1 day'
                WINDOW before AS (PARTITION BY series, node ORDER BY at))
            """;

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
    private final long step;
    private final LoadingCache<String, Seen> latest;

    SampleHistory(JdbcClient jdbc, MonitoringSettings settings) {
        this.jdbc = jdbc;
        this.step = settings.step().toMillis();
        this.latest = Caffeine.newBuilder()
                .maximumSize(1)
                .expireAfterWrite(settings.step().dividedBy(6))
                .build(one -> load());
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

    Seen read() {
        return latest.get("");
    }

    private Seen load() {
        Map<String, Rate> rates = new HashMap<>();
        samples(RATES).param("recent", RECENT * step).query(row -> {
            rates.put(row.getString("series"), new Rate(row.getDouble("per_minute"), row.getDouble("whole")));
        });
        Instant from = from();
        Map<String, Double[]> lines = new TreeMap<>();
        Series.ALL.forEach(series -> lines.put(series.name(), new Double[POINTS]));
        samples(LINES).param("apart", APART.toSeconds()).query(row -> {
            int point =
                    (int) Duration.between(from, InstantColumn.of(row, "point")).dividedBy(APART);
            if (point >= 0 && point < POINTS) {
                lines.get(row.getString("series"))[point] = row.getDouble("value");
            }
        });
        return new Seen(from, APART, lines, rates);
    }

    private JdbcClient.StatementSpec samples(String statement) {
        return jdbc.sql(statement)
                .param("names", ArrayColumn.TEXT.of(Series.ALL, Series::name))
                .param("kinds", ArrayColumn.TEXT.of(Series.ALL, one -> one.kind()
                        .name()))
                .param("step", step);
    }

    /** The last point is the one that is under way, on the database's clock. */
    private Instant from() {
        return jdbc.sql("SELECT date_bin(:apart * interval '1 s', now(), timestamptz 'epoch')")
                .param("apart", APART.toSeconds())
                .query(OffsetDateTime.class)
                .single()
                .toInstant()
                .minus(APART.multipliedBy(POINTS - 1L));
    }
}
