package io.vinbridge.chromedata.calls;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/** Difference between this node's clock and that of a service, by the {@code Date} of its answer. */
final class ClockSkew {

    /** What a service that signs by the minute may still accept; an answer's own way is in it. */
    private static final Duration TOLERATED = Duration.ofMinutes(1);

    private ClockSkew() {}

    /**
     * By how much the node's clock is ahead (negative: behind); null where that is no matter, or the answer has no
     * date.
     */
    static Duration of(String date, Instant now) {
        try {
            Instant there = date == null
                    ? now
                    : ZonedDateTime.parse(date.trim(), DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant();
            Duration skew = Duration.between(there, now);
            return skew.abs().compareTo(TOLERATED) > 0 ? skew : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** The difference, as in {@code 7 minutes behind}. */
    static String inWords(Duration skew) {
        long minutes = Math.max(1, skew.abs().toMinutes());
        return minutes + (minutes == 1 ? " minute " : " minutes ") + (skew.isNegative() ? "behind" : "ahead of");
    }
}
