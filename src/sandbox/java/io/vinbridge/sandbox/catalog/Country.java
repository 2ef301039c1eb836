package io.vinbridge.sandbox.catalog;

import java.time.LocalTime;
import java.util.Optional;

/** A country whose vehicles ChromeData describes: a data set of its own, with its own builds, style ids and prices. */
public enum Country {
    US(0, 1.0, LocalTime.of(19, 30)),
    CA(1, 1.28, LocalTime.of(20, 12));

    private final int mark;
    private final double priceLevel;
    private final LocalTime publishedAt;

    Country(int mark, double priceLevel, LocalTime publishedAt) {
        this.mark = mark;
        this.priceLevel = priceLevel;
        this.publishedAt = publishedAt;
    }

    /** Level of prices here, as a multiple of those in the United States. */
    public double priceLevel() {
        return priceLevel;
    }

    LocalTime publishedAt() {
        return publishedAt;
    }

    /** The country's part of a style id. */
    int mark() {
        return mark;
    }

    static Country marked(int mark) {
        return mark == US.mark ? US : CA;
    }

    public static Optional<Country> of(String code) {
        for (Country country : values()) {
            if (country.name().equals(code)) {
                return Optional.of(country);
            }
        }
        return Optional.empty();
    }
}
