package io.vinbridge.vehicles;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Timestamp of an event by the source's own clock, with the event's id: last writer wins, and of two at the same time
 * always the same one, in whatever order they arrive.
 */
public record EventTimestamp(Instant at, String key) {

    private static final int OF_THE_KEY = 16;
    private static final DateTimeFormatter FIXED = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSSSSS", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    /** As it is stored: texts compare as the stamps do. */
    public String text() {
        return FIXED.format(at) + '#' + key.substring(0, Math.min(OF_THE_KEY, key.length()));
    }
}
