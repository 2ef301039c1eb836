package io.vinbridge.chromedata.calls;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vinbridge.chromedata.Answer;
import io.vinbridge.chromedata.BrokenOff;
import io.vinbridge.chromedata.ChromeDataSettings;
import io.vinbridge.chromedata.Configured;
import io.vinbridge.chromedata.Drops;
import io.vinbridge.chromedata.Gzip;
import io.vinbridge.chromedata.calls.wire.HttpStatuses;
import io.vinbridge.chromedata.calls.wire.RefusalClassifier;
import io.vinbridge.chromedata.media.ListedPicture;
import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;
import io.vinbridge.failures.TransientFailure;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MediaCallTest {

    private static final String LISTING = "{\"view\":{\"@href\":\"https://media.example/1.jpg\",\"@width\":\"640\"}}";

    private final MediaCall call = call(Map.of());

    @Test
    void signsWithNumberAndSecret() {
        assertThat(call.authorization()).isEqualTo("Basic MzAwMTIzOnMzY3IzdA==");
    }

    @Test
    void givesThePicturesAndKeepsNothingElse() {
        Answer.Given<List<ListedPicture>> given = (Answer.Given<List<ListedPicture>>)
                call.read(200, null, new Drops(Gzip.packed(LISTING.getBytes(UTF_8)), 3));

        assertThat(given.data())
                .containsExactly(new ListedPicture(
                        "https://media.example/1.jpg", null, 640, null, null, null, null, null, null));
        assertThat(given.warnings()).isEmpty();
        assertThat(given.received()).isEmpty();
    }

    @Test
    void hasNoPicturesOfAStyleThatIsNotFound() {
        assertThat(call.read(404, "10", stream("<html>Not found</html>")))
                .isEqualTo(new Answer.NotCarried<>("NoMedia", "the Media Gallery has no pictures of this style"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>Login</html>", "", "[]", "\"text\"", "{\"view\":", "{} {}", "{}<html/>", "\u00ff"})
    void doesNotTryAgainWhatIsNoListing(String body) {
        assertMalformed(stream(body));
    }

    @Test
    void doesNotTryAgainWhatIsInNoEncodingOrTooLarge() {
        assertMalformed(new ByteArrayInputStream(new byte[] {0, 0, '{', 0, 0, 0, '}', 0}));
        assertThatThrownBy(() -> call(Map.of("largest-answer", "10B")).read(200, null, stream(LISTING)))
                .isExactlyInstanceOf(Failure.class)
                .hasMessage("The Media Gallery answered what is no listing");
    }

    @Test
    void triesAgainWhereTheConnectionFailed() {
        InputStream half = new BrokenOff("{\"view\":[".getBytes(UTF_8), new SocketTimeoutException("Read timed out"));

        assertThatThrownBy(() -> call.read(200, null, half))
                .isInstanceOf(TransientFailure.class)
                .hasMessage("ChromeData did not answer in time");
        assertThatThrownBy(() -> call.explain(new IOException("reset")))
                .isInstanceOf(TransientFailure.class)
                .hasMessage("ChromeData broke the connection: IOException");
    }

    @ParameterizedTest
    @CsvSource({
        "500, UPSTREAM_UNAVAILABLE",
        "503, UPSTREAM_UNAVAILABLE",
        "429, UPSTREAM_UNAVAILABLE",
        "401, UPSTREAM_REFUSED",
        "403, UPSTREAM_REFUSED",
        "302, UPSTREAM_MALFORMED",
    })
    void goesByTheStatusWhereThereIsNoListing(int status, Reason reason) {
        assertThatThrownBy(() -> call.read(status, null, stream("{}")))
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.reason()).isEqualTo(reason))
                .hasMessageContaining("The Media Gallery answered " + status);
    }

    @Test
    void waitsAsLongAsTheServiceSays() {
        assertThatThrownBy(() -> call.read(503, "30", stream("")))
                .isInstanceOfSatisfying(Failure.class, failure -> assertThat(failure.retryAfter())
                        .contains(Duration.ofSeconds(30)));
    }

    private void assertMalformed(InputStream body) {
        assertThatThrownBy(() -> call.read(200, null, body))
                .isExactlyInstanceOf(Failure.class)
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.reason()).isEqualTo(Reason.UPSTREAM_MALFORMED));
    }

    private static MediaCall call(Map<String, ?> settings) {
        ChromeDataSettings configured = Configured.settings(settings);
        return new MediaCall(
                Configured.account(),
                configured,
                new HttpStatuses(new RefusalClassifier(Configured.account(), Configured.api(Map.of()), configured)));
    }

    private static InputStream stream(String body) {
        return new ByteArrayInputStream(body.getBytes(UTF_8));
    }
}
