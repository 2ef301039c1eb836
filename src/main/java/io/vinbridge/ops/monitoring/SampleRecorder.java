package io.vinbridge.ops.monitoring;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.vinbridge.database.ArrayColumn;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps some numbers of what was just sampled, once for each step of time. Those that all nodes share are kept by
 * whichever comes first; should two come at once, the rows of either will do.
 */
@Component
class SampleRecorder {

    private static final String SHARED = "";
    private static final String NOW = "SELECT date_bin(:step * interval '1 ms', now(), timestamptz 'epoch')";
    private static final String KNOWN =
            "SELECT EXISTS (SELECT FROM samples WHERE series = 'calls' AND node = '' AND at = :at)";
    /** In one order, so that two nodes wait for each other at most. */
    private static final String KEEP = """
            INSERT INTO samples (series, node, at, value)
            SELECT series, :node, :at, value FROM unnest(:series::text[], :values::float8[]) AS kept (series, value)
            ORDER BY series COLLATE "C" ON CONFLICT DO NOTHING
            """;

    /** Walks what happened in one step of time only: what is older lies elsewhere, as indexes by time know. */
    private static final String COUNTED = """
            WITH step AS (SELECT :at::timestamptz - :step * interval '1 ms' AS since, :at::timestamptz AS until)
            SELECT * FROM step CROSS JOIN LATERAL (
                SELECT coalesce(sum(calls) FILTER (WHERE outcome IN ('failed', 'lost')), 0) AS "calls.failed",
                    coalesce(sum(greatest(vehicles - 1, 0)) FILTER (WHERE outcome = 'first'), 0) AS "calls.shared",
                    coalesce(sum(vehicles), 0) AS "vehicles"
                FROM ledger WHERE at >= since AND at < until) work
            CROSS JOIN LATERAL (
                SELECT coalesce(sum(calls), 0) AS "calls.spared" FROM avoided_calls WHERE day = (now() AT TIME ZONE 'UTC')::date) spared
            CROSS JOIN LATERAL (
                SELECT count(*) FILTER (WHERE state = 'delivered') AS "webhooks", count(*) FILTER (WHERE state = 'given-up') AS "webhooks.failed"
                FROM webhook_deliveries WHERE finished_at >= since AND finished_at < until) told
            """;

    private final JdbcClient jdbc;
    private final GaugeSampler sampling;
    private final MeterRegistry meters;
    private final long step;
    private final String node = UUID.randomUUID().toString();
    private OffsetDateTime kept;

    SampleRecorder(JdbcClient jdbc, GaugeSampler sampling, MeterRegistry meters, MonitoringSettings settings) {
        this.jdbc = jdbc;
        this.sampling = sampling;
        this.meters = meters;
        this.step = settings.step().toMillis();
    }

    /** Stores the samples of this step of time, unless this node has already. */
    synchronized void keep() {
        OffsetDateTime at =
                jdbc.sql(NOW).param("step", step).query(OffsetDateTime.class).single();
        if (at.equals(kept)) {
            return;
        }
        write(node, at, own());
        if (!jdbc.sql(KNOWN).param("at", at).query(Boolean.class).single()) {
            write(SHARED, at, shared(at));
        }
        kept = at;
    }

    private void write(String whose, OffsetDateTime at, Map<String, Double> values) {
        jdbc.sql(KEEP)
                .param("node", whose)
                .param("at", at)
                .param("series", ArrayColumn.TEXT.of(values.keySet()))
                .param("values", values.values().toArray(Double[]::new))
                .update();
    }

    private Map<String, Double> shared(OffsetDateTime at) {
        Map<String, Double> values = new TreeMap<>();
        Map<String, Object> counted =
                jdbc.sql(COUNTED).param("at", at).param("step", step).query().singleRow();
        for (Series series : Series.ALL) {
            if (series.value() != null) {
                values.put(series.name(), series.value().applyAsDouble(sampling));
            } else if (counted.get(series.name()) instanceof Number number) {
                values.put(series.name(), number.doubleValue());
            }
        }
        return values;
    }

    private Map<String, Double> own() {
        return Map.of(
                Series.REQUESTS, requests(Timer::count),
                Series.REQUESTS_FAILED, requests(timer -> failed(timer) ? timer.count() : 0),
                Series.REQUESTS_SECONDS, requests(timer -> timer.totalTime(TimeUnit.SECONDS)),
                Series.PICTURES,
                        meters
                                .find("camel.route.policy")
                                .tag("routeId", "chromedata-exchange-picture")
                                .timers()
                                .stream()
                                .mapToDouble(Timer::count)
                                .sum());
    }

    private double requests(ToDoubleFunction<Timer> number) {
        return meters.find("http.server.requests").timers().stream()
                .mapToDouble(number)
                .sum();
    }

    private static boolean failed(Timer timer) {
        return String.valueOf(timer.getId().getTag("status")).startsWith("5");
    }
}
