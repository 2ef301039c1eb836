package io.vinbridge.chromedata;

import io.vinbridge.chromedata.refusals.UpstreamThrottled;
import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;
import io.vinbridge.work.Claim;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.camel.Body;
import org.apache.camel.Variable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Holds that services asked for (429, {@code Retry-After}), each of itself alone: no node of the cluster calls it until
 * then. Work in hand knows those of the moment it was claimed.
 */
@Component
public class CallHolds {

    private static final String ADD = """
            INSERT INTO call_holds AS h (service, held_until) VALUES (:service, now() + :wait::interval)
            ON CONFLICT (service) DO UPDATE SET held_until = greatest(h.held_until, excluded.held_until)
            """;

    private static final String LEFT = """
            SELECT service, ceil(extract(epoch FROM held_until - now()))::bigint AS seconds
            FROM call_holds WHERE held_until > now()
            """;

    private final JdbcClient jdbc;

    CallHolds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps the whole cluster from calling the service that was called, for as long as it said. */
    public void add(
            @Body UpstreamThrottled asked,
            @Variable("claim") Claim claim,
            @Variable("calledService") ChromeDataService called) {
        String service = called.server().word();
        Duration wait = asked.retryAfter().orElseThrow();
        jdbc.sql(ADD).param("service", service).param("wait", wait.toString()).update();
        claim.holds().put(service, wait);
    }

    /**
     * Lets a call pass of a service that asked for no rest.
     *
     * @throws Failure where it did
     */
    public void requireNone(@Variable("claim") Claim claim, @Variable("calledService") ChromeDataService called) {
        Duration wait = claim.holds().get(called.server().word());
        if (wait != null) {
            throw held(wait);
        }
    }

    /** How long each service is left alone yet. */
    Map<String, Duration> left() {
        Map<String, Duration> left = new HashMap<>();
        jdbc.sql(LEFT).query(row -> {
            left.put(row.getString("service"), Duration.ofSeconds(row.getLong("seconds")));
        });
        return left;
    }

    static Failure held(Duration wait) {
        return new Failure(Reason.UPSTREAM_UNAVAILABLE, "ChromeData asked us to wait", wait);
    }
}
