package io.vinbridge.chromedata;

import static io.vinbridge.chromedata.DivisionsAnswers.DIVISIONS;
import static io.vinbridge.chromedata.DivisionsAnswers.HTML;
import static io.vinbridge.chromedata.DivisionsAnswers.QUESTION;
import static io.vinbridge.chromedata.DivisionsAnswers.declined;
import static io.vinbridge.chromedata.DivisionsAnswers.fault;
import static io.vinbridge.chromedata.DivisionsAnswers.stream;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.vinbridge.chromedata.UpstreamRefused.About;
import io.vinbridge.chromedata.description.IdentifiedName;
import io.vinbridge.chromedata.description.Warning;
import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;
import io.vinbridge.failures.TransientFailure;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What ADS says when it says something, and when it refuses. */
class AdsCallTest {

    private final AdsCall call = DivisionsAnswers.call(Map.of());

    @Test
    void writesTheQuestionForTheAccountAndTheVersionOfTheAddress() throws IOException {
        assertThat(new String(call.write(QUESTION).readAllBytes(), UTF_8))
                .contains("<DivisionsRequest xmlns=\"urn:description7c.services.chrome.com\" modelYear=\"2012\">"
                        + "<accountInfo number=\"300123\" secret=\"s3cr3t\" country=\"US\" language=\"en\"/>");
    }

    @Test
    void givesTheDataWithItsWarningsAndTheAnswerAsItCame() {
        byte[] packed = Gzip.packed(DIVISIONS.getBytes(UTF_8));
        Answer.Given<?> given = (Answer.Given<?>) call.read(200, null, QUESTION, new ByteArrayInputStream(packed));

        assertThat(given.data()).isEqualTo(List.of(new IdentifiedName(1, "Acura")));
        assertThat(given.warnings()).containsExactly(new Warning("UsingAlternateLocale", "In English"));
        assertThat(given.received()).isEqualTo(packed);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 7, 8, 64})
    void keepsTheWholeAnswerInHoweverSmallDropsItComes(int drop) {
        byte[] packed = Gzip.packed(DIVISIONS.getBytes(UTF_8));
        Answer.Given<?> given = (Answer.Given<?>) call.read(200, null, QUESTION, new Drops(packed, drop));

        assertThat(given.received()).isEqualTo(packed);
    }

    @Test
    void saysWhatIsNotCarried() {
        assertThat(call.read(200, null, QUESTION, stream(declined("VinNotCarriedByChrome"))))
                .isEqualTo(new Answer.NotCarried<>("VinNotCarriedByChrome", "Says ***"));
    }

    @Test
    void mayPassWhereTheServiceSaysThatItFailed() {
        Failure failure = failure(200, declined("Unexpected"));

        assertThat(failure).isInstanceOf(TransientFailure.class).hasMessage("ADS failed: Says ***");
        assertThat(failure.reason()).isEqualTo(Reason.UPSTREAM_UNAVAILABLE);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 500})
    void isRefusedByAFaultWhateverItsStatus(int status) {
        assertThat(failure(status, fault("Invalid account 300123")))
                .isInstanceOfSatisfying(UpstreamRefused.class, refused -> assertThat(refused.about())
                        .isEqualTo(About.CREDENTIALS))
                .hasMessage("ChromeData refused: Invalid account ***");
        assertThat(((UpstreamRefused) failure(status, fault("No such model"))).about())
                .isEqualTo(About.OTHER);
    }

    @Test
    void takesAComplaintOfFormForAFaultOfOursAndShowsNoSecret() {
        Failure failure = failure(500, fault("cvc-pattern-valid: Value 's3cr3t' is not facet-valid" + "!".repeat(600)));

        assertThat(failure).isNotInstanceOf(UpstreamRefused.class).isNotInstanceOf(TransientFailure.class);
        assertThat(failure.reason()).isEqualTo(Reason.UPSTREAM_MALFORMED);
        assertThat(failure.getMessage())
                .startsWith("ADS could not read what was asked: cvc-pattern-valid: Value '***' is not facet-valid!")
                .hasSizeLessThan(600);
    }

    @ParameterizedTest
    @CsvSource({"200, true", "200, false", "500, false", "503, false"})
    void closesTheAnswerHoweverItEnds(int status, boolean good) {
        AtomicBoolean closed = new AtomicBoolean();
        InputStream wire = new ByteArrayInputStream((good ? DIVISIONS : HTML).getBytes(UTF_8)) {
            @Override
            public void close() {
                closed.set(true);
            }
        };

        if (good) {
            assertThat(call.read(status, null, QUESTION, wire)).isInstanceOf(Answer.Given.class);
        } else {
            assertThatThrownBy(() -> call.read(status, null, QUESTION, wire)).isInstanceOf(Failure.class);
        }
        assertThat(closed).isTrue();
    }

    private Failure failure(int status, String body) {
        return catchThrowableOfType(Failure.class, () -> call.read(status, null, QUESTION, stream(body)));
    }
}
