package io.vinbridge.ops.health;

import io.vinbridge.chromedata.ChromeDataSettings;
import io.vinbridge.ops.monitoring.DegradedHealth;
import io.vinbridge.ops.monitoring.GaugeSampler;
import io.vinbridge.ops.monitoring.StoreGauge;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/** Health of the day's budget of calls, as last sampled. */
@Component("budgetHealthIndicator")
class BudgetHealth implements HealthIndicator {

    private final ChromeDataSettings settings;
    private final GaugeSampler sampling;

    BudgetHealth(ChromeDataSettings settings, GaugeSampler sampling) {
        this.settings = settings;
        this.sampling = sampling;
    }

    @Override
    public Health health() {
        Long perDay = settings.callsPerDay();
        long spent = (long) sampling.last(StoreGauge.BUDGET_SPENT);
        if (perDay == null || spent < perDay - settings.callsKeptForPeople()) {
            return Health.up().build();
        }
        return DegradedHealth.because(
                "budget-spent",
                spent + " of the day's " + perDay + " calls are spent; the rest is kept for people who wait",
                "Look at GET /api/v1/usage; calls go on at midnight UTC, or with a larger VINBRIDGE_CHROMEDATA_CALLSPERDAY");
    }
}
