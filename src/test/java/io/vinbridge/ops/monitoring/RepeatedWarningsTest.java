package io.vinbridge.ops.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.core.spi.FilterReply;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A fault that warns without end. */
class RepeatedWarningsTest {

    private final LoggerContext context = new LoggerContext();
    private final RepeatedWarnings filter = new RepeatedWarnings();

    @Test
    void isLoggedTenTimesInAMinuteHoweverItsValuesDiffer() {
        assertThat(passing("a.Store", Level.WARN, "{} was not stored", 3045)).isEqualTo(10);
    }

    @Test
    void keepsNoOtherPlaceFromWarning() {
        passing("a.Store", Level.WARN, "{} was not stored", 3045);

        assertThat(passing("a.Store", Level.WARN, "{} was not read", 1)).isEqualTo(1);
        assertThat(passing("a.Store", Level.ERROR, "{} was not stored", 1)).isEqualTo(1);
        assertThat(passing("another.Store", Level.WARN, "{} was not stored", 1)).isEqualTo(1);
    }

    @Test
    void leavesWhatIsNoWarningAlone() {
        assertThat(passing("a.Store", Level.INFO, "{} was stored", 3045)).isEqualTo(3045);
    }

    private long passing(String logger, Level level, String text, int times) {
        return IntStream.range(0, times)
                .filter(one -> filter.decide(null, context.getLogger(logger), level, text, new Object[] {one}, null)
                        != FilterReply.DENY)
                .count();
    }
}
