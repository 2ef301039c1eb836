package io.vinbridge.chromedata;

import java.util.Locale;
import java.util.Optional;

/** One of the two services of ChromeData that describe a vehicle: ADS over SOAP, or CVD over REST. */
public enum DescribingService {
    ADS,
    CVD;

    /** The service of a word, such as {@code cvd}; empty for others, and for none. */
    public static Optional<DescribingService> named(String word) {
        for (DescribingService service : values()) {
            if (service.word().equalsIgnoreCase(word == null ? "" : word.trim())) {
                return Optional.of(service);
            }
        }
        return Optional.empty();
    }

    /** Spelling in settings, routes, keys and the ledger. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The one that it is not. */
    public DescribingService other() {
        return this == ADS ? CVD : ADS;
    }
}
