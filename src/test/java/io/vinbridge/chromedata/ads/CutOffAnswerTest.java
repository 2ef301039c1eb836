package io.vinbridge.chromedata.ads;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vinbridge.chromedata.BrokenOff;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An answer is read whole or not at all. */
class CutOffAnswerTest {

    @Test
    void refusesWhatFollowsTheEnvelope() {
        String whole = new String(WireAnswers.recorded("describe-7c-two-styles.xml"), UTF_8).strip();

        for (String more : List.of("<more/>", "and so on", whole)) {
            assertThatThrownBy(() -> WireAnswers.read(WireAnswers.DESCRIBE, (whole + more).getBytes(UTF_8)))
                    .isInstanceOf(UnreadableAnswer.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"describe-7c-two-styles.xml", "unsuccessful-7c.xml"})
    void neverTakesAPartForTheWholeWhereverItBreaksOff(String name) {
        byte[] whole = new String(WireAnswers.recorded(name), UTF_8).strip().getBytes(UTF_8);

        for (int length = 0; length < whole.length; length++) {
            byte[] part = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> WireAnswers.read(WireAnswers.DESCRIBE, part))
                    .as("the first %s bytes", length)
                    .isInstanceOf(UnreadableAnswer.class);
        }
    }

    @Test
    void tellsAConnectionThatFailedFromBytesThatAreNoAnswer() {
        SocketTimeoutException timeout = new SocketTimeoutException("Read timed out");
        InputStream half = new BrokenOff("<S:Envelope".getBytes(UTF_8), timeout);

        assertThatThrownBy(() -> WireAnswers.read(WireAnswers.DESCRIBE, half))
                .isInstanceOfSatisfying(UnreadableAnswer.class, unreadable -> assertThat(unreadable.connectionFailure())
                        .isSameAs(timeout));
        assertThatThrownBy(() -> WireAnswers.read(WireAnswers.DESCRIBE, "<a>".getBytes(UTF_8)))
                .isInstanceOfSatisfying(UnreadableAnswer.class, unreadable -> assertThat(unreadable.connectionFailure())
                        .isNull());
    }
}
