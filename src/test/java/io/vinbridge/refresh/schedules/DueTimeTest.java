package io.vinbridge.refresh.schedules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

/** The latest due time is the one before the next. */
class DueTimeTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @Property(tries = 200)
    void isNotAfterNowAndNothingIsDueBetween(
            @ForAll @IntRange(min = 0, max = 59) int second,
            @ForAll @IntRange(min = 1, max = 30) int minutes,
            @ForAll @LongRange(min = 0, max = 10_000_000) long later) {
        String cron = second + " 0/" + minutes + " * * * ?";
        Instant now = NOON.plusSeconds(later);

        Instant latest = DueTime.latest(cron, now).orElseThrow();

        assertThat(latest).isBeforeOrEqualTo(now);
        assertThat(DueTime.next(cron, latest).orElseThrow()).isAfter(now);
        assertThat(DueTime.next(cron, latest.minusSeconds(1))).contains(latest);
    }

    @Test
    void isNowWhereItIsDueNow() {
        assertThat(DueTime.latest("0 0 12 * * ?", NOON)).contains(NOON);
    }

    @Test
    void isFoundHoweverLongAgo() {
        assertThat(DueTime.latest("0 0 0 29 2 ?", NOON)).contains(Instant.parse("2024-02-29T00:00:00Z"));
    }

    @Test
    void isNoneWhereNothingEverWasDue() {
        assertThat(DueTime.latest("0 0 0 1 1 ? 2099", NOON)).isEmpty();
        assertThat(DueTime.next("0 0 0 1 1 ? 2020", NOON)).isEmpty();
    }

    @Test
    void isByUtcWhateverTheNodeThinks() {
        assertThat(DueTime.latest("0 0 3 * * ?", NOON).map(due -> Duration.between(due, NOON)))
                .contains(Duration.ofHours(9));
    }
}
