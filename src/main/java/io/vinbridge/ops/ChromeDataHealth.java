package io.vinbridge.ops;

import io.vinbridge.chromedata.UpstreamStanding;
import io.vinbridge.ops.seeing.Degraded;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/** Whether ChromeData answers us. It is no part of readiness: what is stored is served whatever ChromeData does. */
@Component("chromedata")
class ChromeDataHealth implements HealthIndicator {

    private final UpstreamStanding standing;

    ChromeDataHealth(UpstreamStanding standing) {
        this.standing = standing;
    }

    @Override
    public Health health() {
        return standing.refusal()
                .map(
                        refusal -> Degraded.because(
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
            return Degraded.because(
                    "ads-not-answering",
                    "ADS does not answer",
                    "Check the way to CHROMEDATA_DESCRIBE_URL; it is tried again by itself");
        }
        if (standing.mediaHeldBack()) {
            return Degraded.because(
                    "media-not-answering",
                    "The Media Gallery does not answer",
                    "Check the way to CHROMEDATA_MEDIA_URL; it is tried again by itself");
        }
        return Health.up().build();
    }
}
