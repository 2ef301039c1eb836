package io.vinbridge.ops.health;

import io.vinbridge.ops.monitoring.DegradedHealth;
import io.vinbridge.refresh.runs.Run;
import io.vinbridge.refresh.runs.Runs;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Health of refresh runs: degraded while one waits for a person. It is no part of readiness: stored data is served
 * meanwhile.
 */
@Component("refresh")
class RefreshHealth implements HealthIndicator {

    private final Runs runs;

    RefreshHealth(Runs runs) {
        this.runs = runs;
    }

    @Override
    public Health health() {
        try {
            return runs.awaitingApproval().map(RefreshHealth::waiting).orElseGet(() -> Health.up()
                    .build());
        } catch (DataAccessException gone) {
            return Health.unknown()
                    .withDetail("what", "The database does not answer")
                    .build();
        }
    }

    private static Health waiting(Run run) {
        return DegradedHealth.because(
                "guard-waiting",
                "Refresh run " + run.id() + " paused itself. " + run.reason(),
                "Look at the changes; then POST /api/v1/refreshes/" + run.id() + "/resume, or /cancel");
    }
}
