package io.vinbridge.settings;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.util.unit.DataSize;

/** Judge of settings that are right alone and wrong together. */
final class SettingCombinations {

    private final SettingCatalog catalog;
    private final Binder binder;

    SettingCombinations(SettingCatalog catalog, Binder binder) {
        this.catalog = catalog;
        this.binder = binder;
    }

    /** A sentence for each combination with which the service would not work. */
    List<String> faults() {
        return Stream.of(
                        twice(
                                "vinbridge.refresh.renew",
                                "vinbridge.work.lease",
                                "claims would end in the hands of those who have them"),
                        atMost(
                                "vinbridge.chromedata.answer-timeout",
                                "vinbridge.chromedata.longest-answer",
                                Duration.class),
                        atMost(
                                "vinbridge.chromedata.breaker.open-for",
                                "vinbridge.chromedata.breaker.longest-open",
                                Duration.class),
                        atMost("vinbridge.work.first-pause", "vinbridge.work.longest-pause", Duration.class),
                        atMost("vinbridge.failures.first-pause", "vinbridge.failures.longest-pause", Integer.class),
                        atMost(
                                "vinbridge.webhooks.answer-timeout",
                                "vinbridge.webhooks.delivery-timeout",
                                Duration.class),
                        atMost("vinbridge.webhooks.first-backoff", "vinbridge.webhooks.max-backoff", Duration.class),
                        atMost("vinbridge.events.largest-field", "vinbridge.events.largest", DataSize.class),
                        atMost("vinbridge.vehicles.offers.bytes", "vinbridge.vehicles.offers.total", DataSize.class),
                        wholePart(),
                        portsApart(),
                        together("vinbridge.gallery.store.s3.access-key", "vinbridge.gallery.store.s3.secret-key"),
                        together("vinbridge.gallery.store.s3.secret-key", "vinbridge.gallery.store.s3.access-key"),
                        together("vinbridge.gallery.store.s3.endpoint", "vinbridge.gallery.store.s3.bucket"),
                        together("vinbridge.access.jwt.keys", "vinbridge.access.jwt.issuer"))
                .filter(fault -> !fault.isEmpty())
                .toList();
    }

    /** A sentence for each that only wastes something. */
    List<String> doubts() {
        int window = value("vinbridge.refresh.window", Integer.class);
        int calls = value("vinbridge.chromedata.concurrent-calls", Integer.class);
        return window >= calls
                ? List.of()
                : List.of("VINBRIDGE_REFRESH_WINDOW is " + window + ", less than the " + calls
                        + " calls of VINBRIDGE_CHROMEDATA_CONCURRENTCALLS: a run can never make that many at once.");
    }

    private <T extends Comparable<T>> String atMost(String less, String more, Class<T> type) {
        return value(less, type).compareTo(value(more, type)) <= 0
                ? ""
                : wrong(less) + " must be at most " + wrong(more) + ".";
    }

    private String twice(String period, String lease, String because) {
        long milliseconds = value(period, Integer.class);
        return 2 * milliseconds <= value(lease, Duration.class).toMillis()
                ? ""
                : wrong(lease) + " must be at least twice " + wrong(period) + " milliseconds: " + because + ".";
    }

    private String wholePart() {
        String step = "vinbridge.monitoring.step";
        return Duration.ofMinutes(5).toMillis() % value(step, Duration.class).toMillis() == 0
                ? ""
                : wrong(step) + " must be a whole part of five minutes, such as 10s, 30s or 1m.";
    }

    /** Without a port of its own, what is for operators is served at the API's. Any free port, 0, is one of its own. */
    private String portsApart() {
        String api = binder.bind("server.port", String.class).orElse("8080");
        String management = binder.bind("management.server.port", String.class)
                .orElse("8081")
                .trim();
        return !management.isEmpty() && (management.equals("0") || !management.equals(api))
                ? ""
                : "MANAGEMENT_SERVER_PORT (" + management + ") must be another port than SERVER_PORT (" + api
                        + "): at that of the API, what is for operators alone would be open to whoever reads vehicles.";
    }

    private String together(String one, String other) {
        return text(one).isEmpty() || !text(other).isEmpty()
                ? ""
                : SettingNames.variable(one) + " is set, and " + SettingNames.variable(other)
                        + " is not: set both or neither.";
    }

    private String wrong(String name) {
        return SettingNames.variable(name) + " (" + text(name) + ")";
    }

    private String text(String name) {
        return binder.bind(name, String.class).orElse(catalog.named(name).usual());
    }

    private <T> T value(String name, Class<T> type) {
        return ApplicationConversionService.getSharedInstance().convert(text(name), type);
    }
}
