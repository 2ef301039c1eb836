package io.vinbridge.ops.health;

import io.vinbridge.chromedata.UpstreamStatus;
import io.vinbridge.failures.Failure;
import io.vinbridge.ops.monitoring.DegradedHealth;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/** Health of ChromeData. It is no part of readiness: stored data is served whatever ChromeData does. */
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
        return standing.complaint()
                .map(
                        complaint -> DegradedHealth.because(
                                "request-not-understood",
                                complaint.getMessage(),
                                "Check CHROMEDATA_DESCRIBE_URL and VINBRIDGE_CHROMEDATA_SWITCHES; nothing is asked but by one call now and then"))
                .or(() -> standing.adsFailure()
                        .map(failure -> heldBack("ads", "ADS", "CHROMEDATA_DESCRIBE_URL", failure)))
                .or(() -> standing.mediaFailure()
                        .map(failure -> heldBack("media", "The Media Gallery", "CHROMEDATA_MEDIA_URL", failure)))
                .orElseGet(() -> Health.up().build());
    }

    private static Health heldBack(String service, String name, String address, Failure failure) {
        return switch (failure.reason()) {
            case UPSTREAM_MALFORMED ->
                DegradedHealth.because(
                        service + "-answering-wrongly",
                        name + " answers what cannot be right: " + failure.getMessage(),
                        "Check what answers at " + address + "; it is tried again by itself");
            case UPSTREAM_REFUSED ->
                DegradedHealth.because(
                        service + "-refusing",
                        name + " refuses what it is asked: " + failure.getMessage(),
                        "Check " + address + " and ask ChromeData; it is tried again by itself");
            default ->
                DegradedHealth.because(
                        service + "-not-answering",
                        name + " does not answer",
                        "Check the way to " + address + "; it is tried again by itself");
        };
    }
}
