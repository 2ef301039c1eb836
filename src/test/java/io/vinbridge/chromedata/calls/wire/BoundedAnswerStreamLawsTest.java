package io.vinbridge.chromedata.calls.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.vinbridge.chromedata.ChromeDataSettings;
import io.vinbridge.chromedata.Configured;
import io.vinbridge.chromedata.Drops;
import io.vinbridge.chromedata.Gzip;
import java.io.IOException;
import java.util.Map;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** However an answer comes, packed or plain, at once or in drops: what is read and what is kept are what was sent. */
class BoundedAnswerStreamLawsTest {

    private static final ChromeDataSettings SETTINGS = Configured.settings(Map.of());

    @Property
    void readsAndKeepsWhatWasSentPlain(
            @ForAll @Size(max = 3000) byte[] sent, @ForAll @IntRange(min = 1, max = 100) int drop) throws IOException {
        Assume.that(sent.length < 2 || sent[0] != 0x1f || sent[1] != (byte) 0x8b);
        BoundedAnswerStream answer = BoundedAnswerStream.of(new Drops(sent, drop), SETTINGS);

        assertThat(answer.readAllBytes()).isEqualTo(sent);
        assertThat(Gzip.unpacked(answer.packed())).isEqualTo(sent);
    }

    @Property
    void readsAndKeepsWhatWasSentPacked(
            @ForAll @Size(max = 3000) byte[] sent, @ForAll @IntRange(min = 1, max = 100) int drop) throws IOException {
        byte[] packed = Gzip.packed(sent);
        BoundedAnswerStream answer = BoundedAnswerStream.of(new Drops(packed, drop), SETTINGS);

        assertThat(answer.readAllBytes()).isEqualTo(sent);
        assertThat(answer.packed()).isEqualTo(packed);
    }
}
