package io.vinbridge.chromedata.calls.wire;

import static java.time.ZoneOffset.UTC;
import static java.time.format.DateTimeFormatter.RFC_1123_DATE_TIME;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZonedDateTime;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {

    @ParameterizedTest
    @CsvSource({"0, 0", "120, 120", "' 7 ', 7", "86400, 86400", "86401, 86400", "9223372036854775807, 86400", "-1, 0"})
    void readsSecondsButWaitsADayAtMost(String header, long seconds) {
        assertThat(RetryAfter.read(header)).isEqualTo(Duration.ofSeconds(seconds));
    }

    @Test
    void readsADateInTheFuture() {
        String inAnHour = RFC_1123_DATE_TIME.format(ZonedDateTime.now(UTC).plusHours(1));

        assertThat(RetryAfter.read(inAnHour)).isBetween(Duration.ofMinutes(59), Duration.ofMinutes(60));
    }

    @Test
    void waitsADayAtMostForADate() {
        assertThat(RetryAfter.read("Fri, 31 Dec 9999 23:59:59 GMT")).isEqualTo(Duration.ofDays(1));
    }

    @Test
    void waitsNoLongerForADateThatHasPassed() {
        assertThat(RetryAfter.read(" Sun, 06 Nov 1994 08:49:37 GMT ")).isEqualTo(Duration.ZERO);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                " ",
                "soon",
                "1.5",
                "12 seconds",
                "9223372036854775808",
                "Sun, 06 Nov 1994",
                "Mon, 06 Nov 1994 08:49:37 GMT",
                "2026-01-01T00:00:00Z",
            })
    void knowsNothingWhereNothingCanBeRead(String header) {
        assertThat(RetryAfter.read(header)).isNull();
    }

    @Property
    void readsEveryNumberOfSecondsWithinADay(@ForAll @LongRange(max = 86_400) long seconds) {
        assertThat(RetryAfter.read(Long.toString(seconds))).isEqualTo(Duration.ofSeconds(seconds));
    }

    @Property
    void neverFailsAndNeverWaitsLongerThanADay(@ForAll String header) {
        Duration wait = RetryAfter.read(header);

        assertThat(wait == null ? Duration.ZERO : wait).isBetween(Duration.ZERO, Duration.ofDays(1));
    }
}
