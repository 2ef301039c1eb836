package io.vinbridge.ops.health;

import io.vinbridge.chromedata.ChromeDataService;
import io.vinbridge.chromedata.cvd.UnreadMembers;
import io.vinbridge.chromedata.refusals.UpstreamRefused;
import io.vinbridge.chromedata.status.AccountStatus;
import io.vinbridge.chromedata.status.UpstreamStatus;
import io.vinbridge.failures.Failure;
import io.vinbridge.ops.monitoring.DegradedHealth;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/** Health of ChromeData. It is no part of readiness: stored data is served whatever ChromeData does. */
@Component("chromedata")
class ChromeDataHealth implements HealthIndicator {

    private final UpstreamStatus standing;
    private final UnreadMembers unread;

    ChromeDataHealth(UpstreamStatus standing, UnreadMembers unread) {
        this.standing = standing;
        this.unread = unread;
    }

    @Override
    public Health health() {
        Health health = DegradedHealth.of(troubles().flatMap(Optional::stream).toList());
        return unread.counts().isEmpty() ? health : withUnread(health);
    }

    private static Health refused(AccountStatus account) {
        UpstreamRefused refusal = account.refusal();
        return DegradedHealth.because(
                switch (refusal.about()) {
                    case CREDENTIALS -> "credentials-refused";
                    case CLOCK -> "clock-refused";
                    case PROFILE -> "profile-refused";
                    case ENTITLEMENT -> "entitlement-refused";
                    case QUOTA -> "quota-spent";
                    case OTHER -> "refused";
                },
                refusal.getMessage(),
                switch (refusal.about()) {
                    case CLOCK -> "Set the clock of this node, and keep it by NTP";
                    case PROFILE -> "Set CHROMEDATA_PROFILE to a profile of the account";
                    default -> "Check " + account.pair().settings() + ", and the account with ChromeData";
                });
    }

    /** What describes vehicles comes first: without pictures a page has something to show. */
    private Stream<Optional<Health>> troubles() {
        return ChromeDataService.SERVERS.stream()
                .flatMap(service -> Stream.of(
                        refusal(service),
                        service.checksForm() ? complaint() : Optional.empty(),
                        standing.failure(service).map(failure -> heldBack(service, failure))));
    }

    private Optional<Health> complaint() {
        return standing.complaint()
                .map(
                        complaint -> DegradedHealth.because(
                                "request-not-understood",
                                complaint.getMessage(),
                                "Check CHROMEDATA_DESCRIBE_URL and VINBRIDGE_CHROMEDATA_SWITCHES; nothing is asked but by one call now and then"));
    }

    private Optional<Health> refusal(ChromeDataService service) {
        return standing.refused().stream()
                .filter(account -> account.service() == service)
                .findFirst()
                .map(ChromeDataHealth::refused);
    }

    /** What is not understood of answers is worth a look, and no reason to wake anybody. */
    private Health withUnread(Health health) {
        return Health.status(health.getStatus())
                .withDetails(health.getDetails())
                .withDetail("unread", unread.inWords())
                .withDetail("unreadMembers", unread.counts())
                .build();
    }

    private static Health heldBack(ChromeDataService service, Failure failure) {
        String name = service.title();
        String address = service.addressSetting();
        return switch (failure.reason()) {
            case UPSTREAM_MALFORMED ->
                DegradedHealth.because(
                        service.word() + "-answering-wrongly",
                        name + " answers what cannot be right: " + failure.getMessage(),
                        "Check what answers at " + address + "; it is tried again by itself");
            case UPSTREAM_REFUSED ->
                DegradedHealth.because(
                        service.word() + "-refusing",
                        name + " refuses what it is asked: " + failure.getMessage(),
                        "Check " + address + " and ask ChromeData; it is tried again by itself");
            default ->
                DegradedHealth.because(
                        service.word() + "-not-answering",
                        name + " does not answer: " + failure.getMessage(),
                        "Check the way to " + address + "; it is tried again by itself");
        };
    }
}
