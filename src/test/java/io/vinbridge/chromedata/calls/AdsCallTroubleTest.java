package io.vinbridge.chromedata.calls;

import static io.vinbridge.chromedata.DivisionsAnswers.DIVISIONS;
import static io.vinbridge.chromedata.DivisionsAnswers.HTML;
import static io.vinbridge.chromedata.DivisionsAnswers.QUESTION;
import static io.vinbridge.chromedata.DivisionsAnswers.stream;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.vinbridge.chromedata.BrokenOff;
import io.vinbridge.chromedata.DivisionsAnswers;
import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;
import io.vinbridge.failures.TransientFailure;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether it helps to ask again where no answer of ADS could be read. */
class AdsCallTroubleTest {

    private final AdsCall call = DivisionsAnswers.call(Map.of());

    @ParameterizedTest
    @CsvSource({"500, true", "503, true", "408, true", "429, false", "302, false", "403, false"})
    void goesByTheStatusWhereTheBodyIsNoAnswer(int status, boolean mayPass) {
        assertThat(failure(status, HTML) instanceof TransientFailure).isEqualTo(mayPass);
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 503})
    void waitsAsLongAsTheServiceSays(int status) {
        Failure failure =
                catchThrowableOfType(Failure.class, () -> call.read(status, "120", null, QUESTION, stream(HTML)));

        assertThat(failure).isNotInstanceOf(TransientFailure.class).hasMessage("ADS answered " + status);
        assertThat(failure.retryAfter()).contains(Duration.ofMinutes(2));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                HTML + "|the answer is no SOAP envelope",
                "'' | the answer is no readable XML",
                "<?xml version='1.0' encoding='x-klingon'?><a/> | the answer is no readable XML",
            })
    void doesNotTryAgainWhatCannotBeRead(String body, String complaint) {
        Failure failure = failure(200, body);

        assertThat(failure)
                .isNotInstanceOf(TransientFailure.class)
                .hasMessage("ADS answered what cannot be read: " + complaint);
        assertThat(failure.reason()).isEqualTo(Reason.UPSTREAM_MALFORMED);
    }

    @Test
    void doesNotTryAgainWhatIsNoUtf8OrTooLarge() {
        byte[] latin = DIVISIONS.replace("Acura", "Citro\u00ebn").getBytes(ISO_8859_1);
        AdsCall small = DivisionsAnswers.call(Map.of("largest-answer", "100B"));

        assertThatThrownBy(() -> call.read(200, null, null, QUESTION, new ByteArrayInputStream(latin)))
                .isExactlyInstanceOf(Failure.class)
                .hasMessageStartingWith("ADS answered what cannot be read: Invalid UTF-8");
        assertThatThrownBy(() -> small.read(200, null, null, QUESTION, stream(DIVISIONS)))
                .isExactlyInstanceOf(Failure.class)
                .hasMessage("ADS answered what cannot be read: "
                        + "the answer is larger than 100 bytes (vinbridge.chromedata.largest-answer)");
    }

    @Test
    void triesAgainWhereTheConnectionFailed() {
        byte[] half = DIVISIONS.substring(0, 100).getBytes(UTF_8);

        assertThatThrownBy(() -> call.read(
                        200, null, null, QUESTION, new BrokenOff(half, new SocketTimeoutException("Read timed out"))))
                .isInstanceOf(TransientFailure.class)
                .hasMessage("ChromeData did not answer in time");
        assertThatThrownBy(() ->
                        call.read(200, null, null, QUESTION, new BrokenOff(new byte[0], new IOException("reset"))))
                .isInstanceOf(TransientFailure.class)
                .hasMessage("ChromeData broke the connection: IOException");
        assertThatThrownBy(() -> call.explain(new SocketTimeoutException("Read timed out")))
                .isInstanceOf(TransientFailure.class)
                .hasMessage("ChromeData did not answer in time");
    }

    private Failure failure(int status, String body) {
        return catchThrowableOfType(Failure.class, () -> call.read(status, null, null, QUESTION, stream(body)));
    }
}
