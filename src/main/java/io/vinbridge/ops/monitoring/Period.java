package io.vinbridge.ops.monitoring;

import java.time.Duration;
import java.util.Arrays;

/** Period that plots show, up to now. A young service has a picture in a short one. */
enum Period {
    QUARTER("15m", Duration.ofMinutes(15), Duration.ofMinutes(1)),
    HOUR("1h", Duration.ofHours(1), Duration.ofMinutes(1)),
    DAY("1d", Duration.ofDays(1), Duration.ofMinutes(5)),
    /** Made of whole hours. */
    MONTH("month", Duration.ofDays(30), Duration.ofHours(2));

    private final String word;
    private final Duration length;
    private final Duration apart;

    Period(String word, Duration length, Duration apart) {
        this.word = word;
        this.length = length;
        this.apart = apart;
    }

    /** By its word in the contract, which lets no other pass; the day where there is none. */
    static Period of(String word) {
        return Arrays.stream(values())
                .filter(period -> period.word.equals(word))
                .findFirst()
                .orElse(DAY);
    }

    Duration length() {
        return length;
    }

    /** Distance of a plot's points. */
    Duration apart() {
        return apart;
    }

    int points() {
        return (int) length.dividedBy(apart);
    }
}
