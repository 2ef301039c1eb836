package io.vinbridge.ops.health;

import io.vinbridge.ops.monitoring.DegradedHealth;
import io.vinbridge.refresh.describe.ServiceChoice;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/** Health of the choice between ADS and CVD, which an operator's route makes. */
@Component("choice")
class ServiceChoiceHealth implements HealthIndicator {

    private final ServiceChoice choice;

    ServiceChoiceHealth(ServiceChoice choice) {
        this.choice = choice;
    }

    @Override
    public Health health() {
        return choice.trouble()
                .map(what -> DegradedHealth.because(
                        "choice-not-made", what, "Mend or restart the route choose-service; CHROMEDATA_SERVICE holds"))
                .orElseGet(() -> Health.up().build());
    }
}
