package io.vinbridge.chromedata.calls.wire;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/** The {@code Retry-After} header: seconds or a date (RFC 9110, 10.2.3). */
public final class RetryAfter {

    private static final Duration LONGEST = Duration.ofDays(1);

    private RetryAfter() {}

    /** Null where the header is missing or says nothing we can read; a day at most, whatever it says. */
    public static Duration read(String header) {
        if (header == null) {
            return null;
        }
        try {
            return bounded(Duration.ofSeconds(Long.parseLong(header.trim())));
        } catch (NumberFormatException notSeconds) {
            return date(header.trim());
        }
    }

    private static Duration date(String header) {
        try {
            Instant at = ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return bounded(Duration.between(Instant.now(), at));
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static Duration bounded(Duration wait) {
        if (wait.isNegative()) {
            return Duration.ZERO;
        }
        return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }
}
