package io.vinbridge.chromedata.calls.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vinbridge.chromedata.ChromeDataSettings;
import io.vinbridge.chromedata.Configured;
import io.vinbridge.chromedata.Gzip;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.ZipException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BoundedAnswerStreamTest {

    private static final byte[] ANSWER =
            "<a>An answer of ChromeData's</a>".repeat(100).getBytes(UTF_8);

    private final ChromeDataSettings kilobyte = Configured.settings(Map.of("largest-answer", "1KB"));

    @Test
    void unpacksWhatCamePackedAndKeepsItAsItCame() throws IOException {
        byte[] packed = Gzip.packed(ANSWER);
        BoundedAnswerStream answer = received(packed);

        assertThat(answer.readAllBytes()).isEqualTo(ANSWER);
        assertThat(answer.packed()).isEqualTo(packed);
    }

    @Test
    void packsWhatCamePlain() throws IOException {
        BoundedAnswerStream answer = received(ANSWER);

        assertThat(answer.readAllBytes()).isEqualTo(ANSWER);
        assertThat(answer.packed()).hasSizeLessThan(300);
        assertThat(Gzip.unpacked(answer.packed())).isEqualTo(ANSWER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "\u001f", "ab"})
    void readsWhatIsTooShortToBePacked(String text) throws IOException {
        BoundedAnswerStream answer = received(text.getBytes(UTF_8));

        assertThat(answer.readAllBytes()).asString(UTF_8).isEqualTo(text);
        assertThat(Gzip.unpacked(answer.packed())).asString(UTF_8).isEqualTo(text);
    }

    @Test
    void readsByteByByteToo() throws IOException {
        BoundedAnswerStream answer = received("é".getBytes(UTF_8));

        assertThat(answer.read()).isEqualTo(0xc3);
        assertThat(answer.read()).isEqualTo(0xa9);
        assertThat(answer.read()).isEqualTo(-1);
        assertThat(Gzip.unpacked(answer.packed())).asString(UTF_8).isEqualTo("é");
    }

    @Test
    void readsAnAnswerOfExactlyTheLargestSizeAndNotOneByteMore() throws IOException {
        assertThat(BoundedAnswerStream.of(new ByteArrayInputStream(new byte[1024]), kilobyte)
                        .readAllBytes())
                .hasSize(1024);
        assertThatThrownBy(() -> BoundedAnswerStream.of(new ByteArrayInputStream(new byte[1025]), kilobyte)
                        .readAllBytes())
                .isInstanceOf(BoundedAnswerStream.TooMuch.class)
                .hasMessage("the answer is larger than 1024 bytes (vinbridge.chromedata.largest-answer)");
    }

    @Test
    void stopsReadingAnAnswerWithoutEnd() throws IOException {
        BoundedAnswerStream answer = BoundedAnswerStream.of(new Zeros(), kilobyte);

        assertThatThrownBy(() -> answer.transferTo(OutputStream.nullOutputStream()))
                .isInstanceOf(BoundedAnswerStream.TooMuch.class);
    }

    @Test
    void stopsUnpackingWhatUnpacksIntoTooMuch() throws IOException {
        byte[] bomb = Gzip.packed(new byte[50_000_000]);
        BoundedAnswerStream answer = received(bomb);
        long[] unpacked = {0};

        assertThat(bomb).hasSizeLessThan(100_000);
        assertThatThrownBy(() -> {
                    byte[] part = new byte[8192];
                    for (int read = 0; read >= 0; read = answer.read(part)) {
                        unpacked[0] += read;
                    }
                })
                .isInstanceOf(BoundedAnswerStream.TooMuch.class)
                .hasMessage("the answer is larger than 33554432 bytes (vinbridge.chromedata.largest-answer)");
        assertThat(unpacked[0]).isLessThanOrEqualTo(33_554_432);
    }

    @Test
    void givesUpAnAnswerThatTricklesInForTooLong() throws IOException {
        ChromeDataSettings impatient = Configured.settings(Map.of("longest-answer", "-1s"));
        BoundedAnswerStream answer = BoundedAnswerStream.of(new ByteArrayInputStream(ANSWER), impatient);

        assertThatThrownBy(answer::readAllBytes)
                .isExactlyInstanceOf(IOException.class)
                .hasMessage("the answer took longer than vinbridge.chromedata.longest-answer");
    }

    @Test
    void failsWhereThePackedAnswerBreaksOffOrIsDamaged() {
        byte[] packed = Gzip.packed(ANSWER);
        byte[] damaged = packed.clone();
        damaged[packed.length - 5] ^= 1;

        assertThatThrownBy(
                        () -> received(Arrays.copyOf(packed, packed.length - 1)).readAllBytes())
                .isInstanceOf(EOFException.class);
        assertThatThrownBy(() -> received(damaged).readAllBytes()).isInstanceOf(ZipException.class);
        assertThatThrownBy(() -> received(new byte[] {0x1f, (byte) 0x8b, 9})).isInstanceOf(IOException.class);
    }

    @Test
    void closesTheWire() throws IOException {
        AtomicBoolean closed = new AtomicBoolean();
        InputStream wire = new ByteArrayInputStream(ANSWER) {
            @Override
            public void close() {
                closed.set(true);
            }
        };

        BoundedAnswerStream.of(wire, kilobyte).close();

        assertThat(closed).isTrue();
    }

    private static BoundedAnswerStream received(byte[] wire) throws IOException {
        return BoundedAnswerStream.of(new ByteArrayInputStream(wire), Configured.settings(Map.of()));
    }

    private static final class Zeros extends InputStream {
        @Override
        public int read() {
            return 0;
        }

        @Override
        public int read(byte[] into, int from, int most) {
            Arrays.fill(into, from, from + most, (byte) 0);
            return most;
        }
    }
}
