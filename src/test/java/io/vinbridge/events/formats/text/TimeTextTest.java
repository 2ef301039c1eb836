package io.vinbridge.events.formats.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Times as common libraries write them. */
class TimeTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-11-24T19:57:15Z",
                "2026-11-24t19:57:15z",
                "2026-11-24T20:57:15+01:00",
                "2026-11-24T20:57:15+0100",
                "2026-11-24T20:57:15+01",
                "2026-11-24 20:57:15 +0100",
                "2026-11-24 20:57:15+01",
                "2026-11-24 19:57:15 UTC",
                "2026-11-24 19:57:15 GMT",
                "2026-11-24 19:57:15",
                "2026-11-24T19:57:15",
                "2026-11-24T19:57:15.000000",
                "2026-11-24T19:57:15,000Z",
                "2026-11-24T14:57:15-05:00",
                "2026-11-24T14:57:15-0500",
                "2026-11-24 14:57:15 EST",
                "2026-11-24T20:57:15+01:00[Europe/Paris]",
                "2026-11-24 19:57:15 +0000 UTC",
                "2026-11-24 20:57:15 +0100 CET m=+0.01",
                "20261124T195715Z",
                "20261124T205715+0100",
                "20261124195715",
                "2026/11/24 19:57:15",
                "Tue, 24 Nov 2026 19:57:15 GMT",
                "Tue, 24 Nov 2026 20:57:15 +0100",
                "24 Nov 2026 19:57:15 GMT",
                "Tuesday, 24-Nov-26 19:57:15 GMT",
                "Tue, 24 Nov 2026 14:57:15 EST",
                "Tue Nov 24 19:57:15 2026",
                "Tue Nov 24 19:57:15 UTC 2026",
                "Tue Nov 24 2026 20:57:15 GMT+0100 (Central European Standard Time)",
                "1795550235",
                "1795550235.000",
                "1795550235000",
                "1795550235000000",
                "1795550235000000000",
                "/Date(1795550235000)/",
                "/Date(1795550235000+0100)/",
            })
    void isTheMomentThatIsWritten(String written) {
        assertThat(TimeText.read(written)).isEqualTo(Instant.parse("2026-11-24T19:57:15Z"));
        assertThat(TimeText.read("\u00A0" + written + "\n")).isEqualTo(Instant.parse("2026-11-24T19:57:15Z"));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-24,2026-11-24T00:00:00Z",
        "20261124,2026-11-24T00:00:00Z",
        "2026-11-24T19:57Z,2026-11-24T19:57:00Z",
        "2026-11-24T19:57,2026-11-24T19:57:00Z",
        "2026-11-24T19:57:15.123456789Z,2026-11-24T19:57:15.123456Z",
        "1795550235.5,2026-11-24T19:57:15.500Z",
        "2026-12-31T23:59:60Z,2026-12-31T23:59:59Z",
    })
    void isAsExactAsItIsWritten(String written, Instant moment) {
        assertThat(TimeText.read(written)).isEqualTo(moment);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "soon",
                "N/A",
                "0000-00-00 00:00:00",
                "2026-13-01",
                "2026-02-30T00:00:00Z",
                "2026-02-28T24:00:00Z",
                "2026-02-28T00:00:00+19:00",
                "11/24/2026 7:57 PM",
                "24.11.2026",
                "1969-12-31T23:59:59Z",
                "2200-01-01T00:00:01Z",
                "-5",
                "2026-11-24T25:00:00Z",
                "2026-11-24T19:57:15 Mars",
                "99999999999999999999"
            })
    void whatIsNoMomentIsNotGuessedAt(String written) {
        assertThat(TimeText.read(written)).isNull();
    }

    @Property
    void readsWhatJavaWrites(@ForAll @LongRange(min = 1, max = 4_000_000_000L) long second) {
        Instant moment = Instant.ofEpochSecond(second);

        assertThat(TimeText.read(moment.toString())).isEqualTo(moment);
        assertThat(TimeText.read(DateTimeFormatter.RFC_1123_DATE_TIME.format(moment.atOffset(ZoneOffset.UTC))))
                .isEqualTo(moment);
        assertThat(TimeText.read(moment.atOffset(ZoneOffset.ofHours(5)).toString()))
                .isEqualTo(moment);
    }
}
