package io.vinbridge.chromedata.media;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Whatever comes, it is a listing or it is refused as none. */
class GalleryReaderLawsTest {

    private static final byte[] LISTING = ("{\"styleMedia\":{\"view\":[{\"@href\":\"https://media.example/v.jpg\","
                    + "\"@width\":\"640\"},{\"@href\":\"h\"}],\"colorized\":{\"@href\":\"c\",\"@height\":1}}}")
            .getBytes(UTF_8);

    @Example
    void neverTakesAPartForTheWholeWhereverItBreaksOff() {
        for (int length = 0; length < LISTING.length; length++) {
            byte[] part = Arrays.copyOf(LISTING, length);
            assertThatThrownBy(() -> read(part))
                    .as("the first %s bytes", length)
                    .isInstanceOf(IOException.class);
        }
    }

    @Property
    void readsOrRefusesEveryHeapOfBytes(@ForAll byte[] bytes) {
        assertOnlyRefusals(catchThrowable(() -> read(bytes)));
    }

    @Property(tries = 2000)
    void survivesBytesThatTurnedIntoOthers(
            @ForAll @IntRange(max = 10_000) int one, @ForAll @IntRange(max = 10_000) int two, @ForAll byte other) {
        byte[] damaged = LISTING.clone();
        damaged[one % damaged.length] = other;
        damaged[two % damaged.length] = other;

        assertOnlyRefusals(catchThrowable(() -> read(damaged)));
    }

    private static void read(byte[] json) throws IOException {
        assertThat(GalleryReader.read(new ByteArrayInputStream(json)))
                .extracting(ListedPicture::address)
                .doesNotContainNull();
    }

    private static void assertOnlyRefusals(Throwable thrown) {
        if (thrown != null) {
            assertThat(thrown).isInstanceOf(IOException.class);
        }
    }
}
