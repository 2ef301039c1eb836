package io.vinbridge.ops.health;

import io.vinbridge.chromedata.Account;
import io.vinbridge.database.DatabaseUnavailable;
import io.vinbridge.ops.monitoring.DegradedHealth;
import io.vinbridge.vpic.edition.Edition;
import io.vinbridge.vpic.edition.Editions;
import io.vinbridge.vpic.edition.VpicSettings;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/** Health of NHTSA's data: which part it takes, by which edition. It is no part of readiness. */
@Component("vpic")
class VpicHealth implements HealthIndicator {

    private final Editions editions;
    private final VpicSettings settings;
    private final Account account;

    VpicHealth(Editions editions, VpicSettings settings, Account account) {
        this.editions = editions;
        this.settings = settings;
        this.account = account;
    }

    @Override
    public Health health() {
        try {
            Optional<String> edition =
                    editions.find().map(Editions.Loaded::edition).map(Edition::name);
            List<Health> troubles = Stream.of(
                            settings.serves() && edition.isEmpty() ? missing() : null, account.asks() ? null : alone())
                    .filter(Objects::nonNull)
                    .toList();
            return troubles.isEmpty() ? up(edition) : DegradedHealth.of(troubles);
        } catch (DatabaseUnavailable gone) {
            return Health.unknown()
                    .withDetail("what", "The database does not answer")
                    .build();
        }
    }

    private Health up(Optional<String> edition) {
        return Health.up()
                .withDetail("fallback", settings.serves() ? "serve" : "off")
                .withDetail("edition", edition.orElse("none"))
                .build();
    }

    private static Health missing() {
        return DegradedHealth.because(
                "vpic-not-loaded",
                "NHTSA's data is to answer in ChromeData's place, and there is none",
                "Import it with --import-vpic FILE, or leave VINBRIDGE_VPIC_FALLBACK out");
    }

    private static Health alone() {
        return DegradedHealth.because(
                "vpic-alone",
                "There is no ChromeData account: everything is answered from NHTSA's data alone",
                "Set CHROMEDATA_ACCOUNT_NUMBER and CHROMEDATA_ACCOUNT_SECRET, unless that is meant");
    }
}
