package io.vinbridge.stock.lines;

import static org.assertj.core.api.Assertions.assertThat;

import io.vinbridge.stock.dealers.Dealer;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A day is the one that is written; only a moment is moved into the dealer's zone. */
class StockDayTest {

    @ParameterizedTest
    @CsvSource({
        "2026-01-05, America/Chicago",
        "20260105, America/Chicago",
        "2026-01-05T00:00, America/Chicago",
        "2026-01-05 00:00:00, America/Chicago",
        "2026-01-05T23:30:00, Europe/Berlin",
        "2026/01/05 00:00, America/Chicago",
        "5 Jan 2026 00:00:00, America/Chicago",
        "Mon Jan 5 00:00:00 2026, America/Chicago",
        "05.01.2026 00:00, America/Chicago",
        "2026-01-04T23:30:00Z, Europe/Berlin",
        "2026-01-06T05:30:00Z, America/Chicago",
        "2026-01-06T00:30:00+01:00, America/Chicago",
        "Tue Jan 6 05:30:00 UTC 2026, America/Chicago",
        "1767657600, America/Chicago",
        "2026-01-05T23:30:00Z,"
    })
    void isTheFifthOfJanuary(String written, String zone) {
        Dealer dealer = new Dealer("D7", "D7", null, null, null, null, zone, null, null, null, null);

        assertThat(StockDay.read(written, dealer)).isEqualTo(LocalDate.of(2026, 1, 5));
    }
}
