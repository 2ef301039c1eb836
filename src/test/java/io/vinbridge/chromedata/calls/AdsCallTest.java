package io.vinbridge.chromedata.calls;

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

import io.vinbridge.chromedata.Answer;
import io.vinbridge.chromedata.DivisionsAnswers;
import io.vinbridge.chromedata.Drops;
import io.vinbridge.chromedata.Gzip;
import io.vinbridge.chromedata.description.Warning;
import io.vinbridge.chromedata.description.values.IdentifiedName;
import io.vinbridge.chromedata.refusals.RequestComplaint;
import io.vinbridge.chromedata.refusals.UpstreamRefused;
import io.vinbridge.chromedata.refusals.UpstreamRefused.About;
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
        Answer.Given<?> given =
                (Answer.Given<?>) call.read(200, null, null, QUESTION, new ByteArrayInputStream(packed));

        assertThat(given.data()).isEqualTo(List.of(new IdentifiedName(1, "Acura")));
        assertThat(given.warnings()).containsExactly(new Warning("UsingAlternateLocale", "In English"));
        assertThat(given.received()).isEqualTo(packed);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 7, 8, 64})
    void keepsTheWholeAnswerInHoweverSmallDropsItComes(int drop) {
        byte[] packed = Gzip.packed(DIVISIONS.getBytes(UTF_8));
        Answer.Given<?> given = (Answer.Given<?>) call.read(200, null, null, QUESTION, new Drops(packed, drop));

        assertThat(given.received()).isEqualTo(packed);
    }

    @Test
    void saysWhatIsNotCarried() {
        assertThat(call.read(200, null, null, QUESTION, stream(declined("VinNotCarriedByChrome"))))
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
        assertThat(((UpstreamRefused) failure(status, fault("S:Client", "No such model"))).about())
                .isEqualTo(About.OTHER);
    }

    @ParameterizedTest
    @CsvSource({
        "S:Server,            'java.net.SocketTimeoutException: Read timed out'",
        "soap:Server,         'Internal failure, see the log'",
        "Server.Timeout,      'No answer from behind'",
        "env:Receiver,        'Later'",
        "S:Server,            'Too many connections to the database'",
        "S:Server,            'com.sun.Exception: the account cache cannot be reached'",
        "S:Server,            ''"
    })
    void mayPassWhereTheServiceSaysThatTheFaultIsItsOwn(String code, String text) {
        for (int status : new int[] {200, 500}) {
            assertThat(failure(status, fault(code, text)))
                    .isInstanceOf(TransientFailure.class)
                    .extracting(Failure::reason)
                    .isEqualTo(Reason.UPSTREAM_UNAVAILABLE);
        }
    }

    @Test
    void mayPassWhereWhateverStandsBeforeTheServiceSaysSoInSoap12() {
        String soap12 = "<e:Envelope xmlns:e=\"http://www.w3.org/2003/05/soap-envelope\"><e:Body><e:Fault><e:Code>"
                + "<e:Value>e:Receiver</e:Value></e:Code><e:Reason><e:Text xml:lang=\"en\">Come back</e:Text></e:Reason>"
                + "</e:Fault></e:Body></e:Envelope>";

        assertThat(failure(500, soap12)).isInstanceOf(TransientFailure.class).hasMessage("ADS failed: Come back");
    }

    @Test
    void tellsEveryReasonForWhichSomethingIsNotCarried() {
        String body = DivisionsAnswers.declined("InvalidVinCheckDigit", "VinNotCarriedByChrome");

        assertThat(call.read(200, null, null, QUESTION, stream(body)))
                .isInstanceOfSatisfying(Answer.NotCarried.class, said -> {
                    Answer.NotCarried<?> declined = said;
                    assertThat(declined.reasons())
                            .isEqualTo(List.of(
                                    new Warning("InvalidVinCheckDigit", "Says ***"),
                                    new Warning("VinNotCarriedByChrome", "Says ***")));
                    assertThat(declined.ofOneVin()).isTrue();
                });
    }

    @ParameterizedTest
    @CsvSource({
        "text/xml;charset=utf-8,                 ISO-8859-1, UTF-8",
        "'text/xml; charset=\"ISO-8859-1\"',     UTF-8,      ISO-8859-1",
        "text/xml; Charset=windows-1252,         UTF-8,      windows-1252",
        "text/xml,                               ISO-8859-1, ISO-8859-1",
        "text/xml; charset=no-such,              ISO-8859-1, ISO-8859-1",
        ",                                       UTF-8,      UTF-8",
        "text/xml; charset=utf-16,               UTF-16,     UTF-16"
    })
    void readsAnAnswerInTheCharsetOfItsHeaderElseOfItsDeclaration(String type, String declared, String written)
            throws IOException {
        byte[] xml = ("<?xml version='1.0' encoding='" + declared + "'?>" + DIVISIONS.replace("Acura", "Citroën"))
                .getBytes(written);

        assertThat(((Answer.Given<?>) call.read(200, null, type, QUESTION, new ByteArrayInputStream(xml))).data())
                .isEqualTo(List.of(new IdentifiedName(1, "Citroën")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16BE", "UTF-16LE"})
    void believesAByteOrderMarkBeforeAnythingElse(String written) throws IOException {
        byte[] xml = ("\uFEFF<?xml version='1.0' encoding='ISO-8859-1'?>" + DIVISIONS.replace("Acura", "Citroën"))
                .getBytes(written);

        assertThat(((Answer.Given<?>) call.read(
                                200, null, "text/xml;charset=us-ascii", QUESTION, new ByteArrayInputStream(xml)))
                        .data())
                .isEqualTo(List.of(new IdentifiedName(1, "Citroën")));
    }

    @Test
    void takesAComplaintOfFormForAFaultOfOursAndShowsNoSecret() {
        Failure failure = failure(500, fault("cvc-pattern-valid: Value 's3cr3t' is not facet-valid" + "!".repeat(600)));

        assertThat(failure).isInstanceOf(RequestComplaint.class);
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
            assertThat(call.read(status, null, null, QUESTION, wire)).isInstanceOf(Answer.Given.class);
        } else {
            assertThatThrownBy(() -> call.read(status, null, null, QUESTION, wire))
                    .isInstanceOf(Failure.class);
        }
        assertThat(closed).isTrue();
    }

    private Failure failure(int status, String body) {
        return catchThrowableOfType(Failure.class, () -> call.read(status, null, null, QUESTION, stream(body)));
    }
}
