package io.vinbridge.refresh.background;

import io.vinbridge.chromedata.ChromeDataSettings;
import io.vinbridge.chromedata.DescribingService;
import io.vinbridge.refresh.queue.WorkKind;
import io.vinbridge.refresh.queue.WorkRequests;
import io.vinbridge.refresh.runs.RunStarter;
import io.vinbridge.refresh.runs.Selection;
import io.vinbridge.vehicles.Vin;
import io.vinbridge.vehicles.registry.VehicleRegistry;
import io.vinbridge.vehicles.registry.Vehicles;
import io.vinbridge.work.CallCause;
import io.vinbridge.work.Priority;
import io.vinbridge.work.WorkQueue;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Daily sample of golden VINs. CVD tells no data builds: a few VINs are asked for anew each UTC day, and where one of
 * them has changed, so have others, and a run over what CVD has described begins.
 */
@Component
class GoldenSample {

    private static final Logger LOG = LoggerFactory.getLogger(GoldenSample.class);

    private static final String HOLD = "SELECT FROM golden_head FOR UPDATE";
    private static final String TODAY = """
            UPDATE golden_head SET sampled_on = (now() AT TIME ZONE 'UTC')::date WHERE sampled_on < (now() AT TIME ZONE 'UTC')::date
            """;

    /** A description that was looked at once only has changed from nothing, and so has all before the first sample. */
    private static final String CHANGED = """
            WITH seen AS (
                SELECT d.changed_at, d.version FROM vehicles v JOIN descriptions d USING (request_key)
                WHERE v.vin IN (:vins) AND starts_with(d.request_key, 'describe:cvd-') AND d.outcome = 'described'
            ), moved AS (
                UPDATE golden_head h SET changed_at = (SELECT max(changed_at) FROM seen)
                WHERE h.changed_at < (SELECT max(changed_at) FROM seen) RETURNING 1
            )
            SELECT coalesce(bool_or(s.version > 1 AND s.changed_at > h.changed_at AND h.changed_at > '-infinity'), false) FROM seen s CROSS JOIN golden_head h
            """;

    private final List<Vin> golden;
    private final JdbcClient jdbc;
    private final VehicleRegistry registry;
    private final Vehicles vehicles;
    private final WorkQueue queue;
    private final RunStarter runs;

    GoldenSample(
            ChromeDataSettings settings,
            JdbcClient jdbc,
            VehicleRegistry registry,
            Vehicles vehicles,
            WorkQueue queue,
            RunStarter runs) {
        this.golden = settings.goldenVins().stream().map(Vin::of).toList();
        this.jdbc = jdbc;
        this.registry = registry;
        this.vehicles = vehicles;
        this.queue = queue;
        this.runs = runs;
    }

    /** Whether there is a sample at all. */
    boolean wanted() {
        return !golden.isEmpty();
    }

    /** Asks for the sample of the day, once for the cluster, and begins a run where what was asked for has changed. */
    @Transactional
    public void sample() {
        jdbc.sql(HOLD).query().listOfRows();
        if (jdbc.sql(TODAY).update() > 0) {
            registry.ensureRegistered(golden, WorkRequests.correlationId());
            queue.ask(vehicles.find(golden).stream()
                    .map(vehicle -> WorkKind.VEHICLE.ask(
                            vehicle.requestKey(),
                            vehicle.vin().value(),
                            Priority.BUILD,
                            CallCause.BUILD,
                            WorkRequests.correlationId()))
                    .toList());
        }
        boolean changed = jdbc.sql(CHANGED)
                .params(Map.of("vins", golden.stream().map(Vin::value).toList()))
                .query(Boolean.class)
                .single();
        if (changed) {
            LOG.info("A golden VIN has changed: a run over what CVD has described begins");
            runs.begin(
                    Selection.describedBy(DescribingService.CVD), CallCause.BUILD, null, WorkRequests.correlationId());
        }
    }
}
