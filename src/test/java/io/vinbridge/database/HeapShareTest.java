package io.vinbridge.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

/** No cache may fill the heap, whatever it is meant to take. */
class HeapShareTest {

    private static final long HEAP = Runtime.getRuntime().maxMemory();

    @Test
    void isWhatIsMeantWhereThatIsLess() {
        assertThat(HeapShare.of(DataSize.ofKilobytes(1), 8)).isEqualTo(1024);
    }

    @Test
    void isAPartOfTheHeapWhereMoreIsMeant() {
        assertThat(HeapShare.of(DataSize.ofBytes(HEAP), 8)).isEqualTo(HEAP / 8);
    }
}
