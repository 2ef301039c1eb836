package io.vinbridge.events.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** How much is read at once, whatever came before. */
class BatchSizeTest {

    @Property
    void theNextOfTheSameSizeAreAMegabyteAtMostOrOne(
            @ForAll @Size(min = 1, max = 20) List<@IntRange(max = 5_000_000) Integer> messageBytes) {
        BatchSize size = new BatchSize(1000);
        for (int bytes : messageBytes) {
            size.adapt(size.messages(), (long) bytes * size.messages());

            assertThat(size.messages()).isBetween(1, 1000);
            assertThat(size.messages() == 1 || (long) bytes * size.messages() <= 1_048_576)
                    .isTrue();
        }
    }

    @Property(tries = 100)
    void smallOnesAreReadByTheThousandSoon(@ForAll @IntRange(min = 1, max = 1000) int bytes) {
        BatchSize size = new BatchSize(1000);
        for (int i = 0; i < 5; i++) {
            size.adapt(size.messages(), (long) bytes * size.messages());
        }

        assertThat(size.messages()).isEqualTo(1000);
    }
}
