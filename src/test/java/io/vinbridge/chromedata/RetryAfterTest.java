package io.vinbridge.chromedata;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When to come back (RFC 9110, 10.2.3). */
class RetryAfterTest {

    @ParameterizedTest
    @CsvSource({"0, PT0S", "' 30 ', PT30S", "-5, PT0S", "86400, PT24H", "99999999, PT24H"})
    void readsSecondsWithinADay(String header, Duration wait) {
        assertThat(RetryAfter.read(header)).isEqualTo(wait);
    }

    @Test
    void readsDates() {
        String header = DateTimeFormatter.RFC_1123_DATE_TIME.format(
                ZonedDateTime.now(ZoneOffset.UTC).plusMinutes(2));

        assertThat(RetryAfter.read(header)).isBetween(Duration.ofSeconds(110), Duration.ofSeconds(120));
        assertThat(RetryAfter.read("Sun, 06 Nov 1994 08:49:37 GMT")).isZero();
        assertThat(RetryAfter.read("Thu, 06 Nov 2194 08:49:37 GMT")).isEqualTo(Duration.ofDays(1));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "soon", "99999999999999999999", "Sun, 06 Nov", "1.5"})
    void makesNothingOfNonsense(String header) {
        assertThat(RetryAfter.read(header)).isNull();
    }
}
