package io.vinbridge.chromedata.ads;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What no honest service sends is refused, and long before it is read to its end. */
class HostileAnswerTest {

    private static final String OPEN = "<S:Envelope xmlns:S=\"http://schemas.xmlsoap.org/soap/envelope/\"><S:Body>"
            + "<VehicleDescription xmlns=\"urn:description7c.services.chrome.com\">";

    @Test
    void refusesADocumentTypeBeforeReadingIt() {
        EndlessAnswer answer = new EndlessAnswer("<!DOCTYPE lolz [", "<!ENTITY lol \"lol\">");

        assertRefused(answer);
        assertThat(answer.given()).isLessThan(10_000);
    }

    @Test
    void refusesBillionLaughsWithoutALaugh() {
        StringBuilder laughs = new StringBuilder("<!DOCTYPE lolz [<!ENTITY lol0 \"lol\">");
        for (int i = 1; i < 10; i++) {
            laughs.append("<!ENTITY lol" + i + " \"" + ("&lol" + (i - 1) + ";").repeat(10) + "\">");
        }
        String description = WireAnswers.SUCCESSFUL + "<style id=\"1\" name=\"&lol9;\"/>";

        assertRefused(laughs + "]>" + OPEN + description + "</VehicleDescription></S:Body></S:Envelope>");
    }

    @Test
    void neverOpensAnExternalEntity(@TempDir Path folder) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "canary");
        String entity = "<!DOCTYPE x [<!ENTITY leak SYSTEM \"" + secret.toUri() + "\">]>";
        String unknown = "<responseStatus responseCode=\"Unsuccessful\"><status code=\"Leak\">&leak;</status>"
                + "</responseStatus></VehicleDescription></S:Body></S:Envelope>";

        assertThat(refusal(entity + OPEN + unknown)).hasStackTraceContaining("document types are not read");
        assertThat(refusal(OPEN + unknown)).hasMessage("the answer is no readable XML");
    }

    @Test
    void refusesADocumentTypeThatLiesElsewhere() {
        assertThat(refusal("<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0 Strict//EN\""
                        + " \"http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd\"><html/>"))
                .hasStackTraceContaining("document types are not read");
    }

    @Test
    void refusesXInclude() {
        assertThat(
                        refusal(
                                OPEN + "<style id=\"1\"><xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\""
                                        + " href=\"file:///etc/hostname\" parse=\"text\"/></style></VehicleDescription></S:Body></S:Envelope>"))
                .hasStackTraceContaining("XInclude is not read");
    }

    @Test
    void refusesNestingTenThousandDeep() {
        EndlessAnswer options = new EndlessAnswer(OPEN, "<factoryOption>");
        EndlessAnswer unknown = new EndlessAnswer(OPEN, "<x>");

        assertRefused(
                OPEN + "<x>".repeat(10_000) + "</x>".repeat(10_000) + "</VehicleDescription></S:Body></S:Envelope>");
        assertRefused(options);
        assertRefused(unknown);
        assertThat(options.given()).isLessThan(10_000);
        assertThat(unknown.given()).isLessThan(10_000);
    }

    @Test
    void refusesATextWithoutEnd() {
        EndlessAnswer text = new EndlessAnswer(OPEN + "<standard><description>", "wheel ");
        EndlessAnswer section = new EndlessAnswer(OPEN + "<standard><description><![CDATA[", "wheel ");
        EndlessAnswer fault =
                new EndlessAnswer(OPEN.substring(0, OPEN.indexOf("<Vehicle")) + "<S:Fault><faultstring>", "no ");

        for (EndlessAnswer answer : new EndlessAnswer[] {text, section, fault}) {
            assertRefused(answer);
            assertThat(answer.given()).isLessThan(2_000_000);
        }
    }

    @Test
    void refusesAnAttributeWithoutEndAndAttributesWithoutNumber() {
        EndlessAnswer attribute = new EndlessAnswer(OPEN + "<style id=\"", "1");
        StringBuilder attributes = new StringBuilder(OPEN + "<style");
        for (int i = 0; i < 10_000; i++) {
            attributes.append(" a").append(i).append("=\"\"");
        }

        assertRefused(attribute);
        assertThat(attribute.given()).isLessThan(100_000);
        assertRefused(attributes + " id=\"1\"/></VehicleDescription></S:Body></S:Envelope>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "Service Unavailable",
                "{\"error\": true}",
                "<!DOCTYPE html><html><body><h1>503</h1></body></html>",
                "<html><body><br>Too many requests</body></html>",
                "<?xml version='1.0' encoding='EBCDIC-KLINGON'?><a/>",
                "<?xml version='1.0' encoding='a b'?><a/>",
                "<?xml version='9.9'?><a/>",
                "<a><b></a></b>",
                "<a b=c/>",
                "<a>&#0;</a>",
                "\u0000\u0001",
            })
    void refusesWhatIsNoXml(String body) {
        assertRefused(body);
    }

    @Test
    void refusesBytesThatAreNoUtf8() {
        byte[] latin = (OPEN + "<style id=\"1\" name=\"Coupé\"/></VehicleDescription></S:Body></S:Envelope>")
                .getBytes(ISO_8859_1);

        assertThatThrownBy(() -> WireAnswers.read(WireAnswers.DESCRIBE, latin)).isInstanceOf(UnreadableAnswer.class);
    }

    private static UnreadableAnswer refusal(String body) {
        try {
            WireAnswers.read(WireAnswers.DESCRIBE, body.getBytes(UTF_8));
        } catch (UnreadableAnswer refused) {
            return refused;
        }
        throw new AssertionError("was read as an answer: " + body);
    }

    private static void assertRefused(String body) {
        assertThat(refusal(body).getMessage()).isNotBlank();
    }

    private static void assertRefused(InputStream body) {
        assertThatThrownBy(() -> WireAnswers.read(WireAnswers.DESCRIBE, body)).isInstanceOf(UnreadableAnswer.class);
    }
}
