package io.vinbridge.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import io.vinbridge.chromedata.ChromeDataSettings;
import io.vinbridge.work.Claim;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** A node takes in hand what it can begin at once, and knows whether to look for more. */
class WorkersTest {

    private final Workers workers = new Workers(
            new Binder(new MapConfigurationPropertySource(Map.of("vinbridge.chromedata.concurrent-calls", 3)))
                    .bind("vinbridge.chromedata", ChromeDataSettings.class)
                    .get());

    @Test
    void hasRoomForAsManyAsItMayCallAtOnce() {
        List<Claim> claims = workers.take(rows(2), workers.room());

        assertThat(workers.room()).isEqualTo(1);
        assertThat(workers.inHand()).containsExactlyInAnyOrderElementsOf(claims);
        workers.done(claims.get(0));
        assertThat(workers.room()).isEqualTo(2);
    }

    @Test
    void looksForMoreOnlyWhereThereMayBeMore() {
        workers.take(rows(2), workers.room());
        assertThat(workers.expecting()).isFalse();

        workers.expect();
        assertThat(workers.expecting()).isTrue();

        workers.take(rows(1), workers.room());
        assertThat(workers.expecting()).isTrue();
        assertThat(workers.room()).isZero();
        assertThat(workers.expecting()).isTrue();
    }

    private static int tokens;

    private static List<Map<String, Object>> rows(int count) {
        return IntStream.range(0, count)
                .<Map<String, Object>>mapToObj(at -> Map.of(
                        "request_key", "key " + at,
                        "kind", "vehicle",
                        "ask", "",
                        "cause", "miss",
                        "correlation_id", "",
                        "token", (long) ++tokens,
                        "attempts", 1))
                .toList();
    }
}
