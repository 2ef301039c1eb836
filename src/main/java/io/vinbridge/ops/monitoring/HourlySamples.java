package io.vinbridge.ops.monitoring;

import io.vinbridge.database.ArrayColumn;
import io.vinbridge.database.InstantColumn;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Samples of whole hours, made of those of minutes before these go, so that a month is read from some hundred rows of a
 * series. Whichever node comes first keeps them; should two come at once, the rows of either will do.
 */
@Component
class HourlySamples {

    /** Samples since a time, of a total the difference from that before; after a restart it counts from zero. */
    static final String STEPS = """
            WITH steps AS (
                SELECT series, kind, at,
                    CASE WHEN kind <> 'TOTAL' THEN value
                         WHEN value >= lag(value) OVER before THEN value - lag(value) OVER before
                         WHEN lag(value) OVER before IS NOT NULL THEN value END AS value
                FROM samples JOIN unnest(:names::text[], :kinds::text[]) AS kinds (series, kind) USING (series)
                WHERE at >= %s
                WINDOW before AS (PARTITION BY series, node ORDER BY at))
            """;

    private static final String SINCE_KEPT =
            "(SELECT coalesce(max(at) + interval '50 minutes', '-infinity') FROM hourly_samples)";

    /** Each node's minutes lie in one hour or the next; a total's first step needs the sample before it. */
    private static final String HOURS = STEPS.formatted(SINCE_KEPT) + """
            , hours AS (
                SELECT series, kind, date_trunc('hour', at, 'UTC') AS at,
                    CASE kind WHEN 'LEVEL' THEN max(value) ELSE sum(value) * 60000 / :step / count(DISTINCT at) END AS value
                FROM steps WHERE value IS NOT NULL
                    AND at >= (SELECT coalesce(max(at) + interval '1 hour', '-infinity') FROM hourly_samples)
                GROUP BY 1, 2, 3)
            """;

    /** A slower node's last minute may come late. */
    private static final String KEEP = HOURS + """
            INSERT INTO hourly_samples (series, at, value)
            SELECT series, at, value FROM hours WHERE at <= now() - interval '1 hour 2 minutes'
            ORDER BY series COLLATE "C", at ON CONFLICT DO NOTHING
            """;

    private static final String OVER = "SELECT date_trunc('hour', now() - interval '1 hour 2 minutes', 'UTC')";

    private static final String READ = HOURS + """
            SELECT series, date_bin(:apart * interval '1 s', at, timestamptz 'epoch') AS point,
                CASE kind WHEN 'LEVEL' THEN max(value) ELSE avg(value) END AS value
            FROM (SELECT * FROM hours UNION ALL
                  SELECT series, kind, at, value FROM hourly_samples
                  JOIN unnest(:names::text[], :kinds::text[]) AS kinds (series, kind) USING (series)) AS kept
            WHERE at >= :from GROUP BY series, kind, point
            """;

    private final JdbcClient jdbc;
    private final long step;
    private OffsetDateTime kept;

    HourlySamples(JdbcClient jdbc, MonitoringSettings settings) {
        this.jdbc = jdbc;
        this.step = settings.step().toMillis();
    }

    /** Takes a point of a line. */
    interface Points {

        /** {@code value} is the largest level in the time of the point, or how many there were in a minute. */
        void add(String series, Instant point, double value);
    }

    /** Keeps the hours that are over, unless this node has already. */
    synchronized void keep() {
        OffsetDateTime over = jdbc.sql(OVER).query(OffsetDateTime.class).single();
        if (!over.equals(kept)) {
            hours(KEEP).update();
            kept = over;
        }
    }

    /** Reads a period's points, with the hours that are not kept yet. */
    void read(Instant from, Period period, Points points) {
        hours(READ)
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("apart", period.apart().toSeconds())
                .query(row -> {
                    points.add(row.getString("series"), InstantColumn.of(row, "point"), row.getDouble("value"));
                });
    }

    private JdbcClient.StatementSpec hours(String statement) {
        return jdbc.sql(statement)
                .param("names", ArrayColumn.TEXT.of(Series.ALL, Series::name))
                .param("kinds", ArrayColumn.TEXT.of(Series.ALL, one -> one.kind()
                        .name()))
                .param("step", step);
    }
}
