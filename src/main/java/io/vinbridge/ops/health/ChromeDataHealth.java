package io.vinbridge.ops.health;

import io.vinbridge.chromedata.UpstreamStatus;
import io.vinbridge.ops.monitoring.DegradedHealth;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/** Whether ChromeData answers us. It is no part of readiness: what is stored is served whatever ChromeData does. */
@Component("chromedata")
class ChromeDataHealth implements HealthIndicator {

    private final UpstreamStatus standing;

    ChromeDataHealth(UpstreamStatus standing) {
        this.standing = standing;
    }

    @Override
    public Health health() {
        return standing.refusal()
                .map(
                        refusal -> DegradedHealth.because(
                                switch (refusal.about()) {
                                    case CREDENTIALS -> "credentials-refused";
                                    case ENTITLEMENT -> "entitlement-refused";
                                    case QUOTA -> "quota-spent";
                                    case OTHER -> "refused";
                                },
                                refusal.getMessage(),
                                "Check CHROMEDATA_ACCOUNT_NUMBER and CHROMEDATA_ACCOUNT_SECRET, and the account with ChromeData"))
                .orElseGet(this::answering);
    }

    private Health answering() {
        if (standing.adsHeldBack()) {
            return DegradedHealth.because(
                    "ads-not-answering",
                    "ADS does not answer",
                    "Check the way to CHROMEDATA_DESCRIBE_URL; it is tried again by itself");
        }
        if (standing.mediaHeldBack()) {
            return DegradedHealth.because(
                    "media-not-answering",
                    "The Media Gallery does not answer",
                    "Check the way to CHROMEDATA_MEDIA_URL; it is tried again by itself");
        }
        return Health.up().build();
    }
}
