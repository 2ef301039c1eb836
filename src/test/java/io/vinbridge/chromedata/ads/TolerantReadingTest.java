package io.vinbridge.chromedata.ads;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.vinbridge.chromedata.description.Description;
import io.vinbridge.chromedata.description.Style;
import io.vinbridge.chromedata.description.values.IdentifiedName;
import io.vinbridge.chromedata.description.values.InstallationCause;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers of another build, another vendor's mood or another decade are read as far as they can be. */
class TolerantReadingTest {

    @Test
    void readsADescriptionOfOneBareStyle() {
        assertThat(WireAnswers.described(""))
                .extracting(
                        Description::engines,
                        Description::equipment,
                        Description::options,
                        Description::specifications,
                        Description::exteriorColors,
                        Description::interiorColors,
                        Description::price)
                .containsExactly(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), null);
    }

    @Test
    void passesOverElementsAndAttributesItDoesNotKnow() {
        String known = "<style id=\"2\" trim=\"XL\"><division id=\"13\">Ford</division></style>";
        String more = "<recall n=\"1\"><a><b><c>text</c></b></a></recall>"
                + "<style future=\"x\" id=\"2\" trim=\"XL\"><range><km>5</km></range>"
                + "<division id=\"13\" was=\"12\">Ford</division><division2/></style><last/>";

        assertThat(WireAnswers.described(more)).isEqualTo(WireAnswers.described(known));
    }

    @Test
    void passesOverPartsOfTheEnvelopeItDoesNotKnow() {
        String xml = new String(WireAnswers.recorded("describe-7c-two-styles.xml"), UTF_8)
                .replace("<S:Body>", "<S:Header><token xmlns=\"urn:other\"><x/></token></S:Header><S:Body>");

        assertThat(WireAnswers.read(WireAnswers.DESCRIBE, xml.getBytes(UTF_8))).isEqualTo(WireAnswers.twoStyles());
    }

    @Test
    void readsTheSameUnderAnyPrefixWithCommentsAndInstructionsInBetween() {
        byte[] prefixed = WireAnswers.envelope("<!-- one --><d:VehicleDescription"
                + " xmlns:d=\"urn:description7c.services.chrome.com\">" + prefixed(WireAnswers.SUCCESSFUL)
                + "<?pi x?><d:style id=\"1\"><!-- two --><d:division id=\"13\">Fo<!-- three -->rd</d:division></d:style>"
                + "</d:VehicleDescription>");

        Style style = WireAnswers.description(WireAnswers.read(WireAnswers.DESCRIBE, prefixed))
                .styles()
                .get(0);

        assertThat(style.division()).isEqualTo(new IdentifiedName(13, "Ford"));
    }

    @Test
    void readsTextFromCharacterDataSectionsAndCharacterReferences() {
        assertThat(WireAnswers.described(
                                "<standard><description>\n <![CDATA[<b>]]> &amp; 17&#x22; &lt;&#233;&gt; \n</description></standard>")
                        .equipment()
                        .get(0)
                        .description())
                .isEqualTo("<b> & 17\" <é>");
    }

    @Test
    void keepsCausesNotKnownToday() {
        assertThat(WireAnswers.described("<engine><installed cause=\"Telepathy\" detail=\" \"/></engine>")
                        .engines()
                        .get(0)
                        .installed())
                .isEqualTo(new InstallationCause("Telepathy", null));
    }

    @Test
    void countsAnEmptyAttributeAsAbsent() {
        Style style = WireAnswers.described("<style id=\" 2 \" trim=\"\" drivetrain=\"  \" passDoors=\"\"/>")
                .styles()
                .get(1);

        assertThat(style.id()).isEqualTo(2);
        assertThat(style.trim()).isNull();
        assertThat(style.drivetrain()).isNull();
        assertThat(style.doors()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"34800", "34800.0", "34800.000", "3.48E4", " 34800 ", "+34800"})
    void readsAnAmountAsOneNumberHoweverItIsWritten(String written) {
        assertThat(amount(written)).isEqualTo(WireAnswers.number("34800"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NaN",
                "INF",
                "1,000",
                "$5",
                "0x10",
                "1E999",
                "-1E-999",
                "1E999999999",
                "10E2147483647",
                "1E99999999999"
            })
    void leavesOutAnAmountThatNobodyCouldReckonWith(String written) {
        assertThat(amount(written)).isNull();
    }

    @Test
    void leavesOutANumberLongerThanAnyNumber() {
        assertThat(amount("1".repeat(33))).isNull();
        assertThat(amount("1".repeat(32))).isEqualTo(new BigDecimal("1".repeat(32)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2147483648", "1E999999999", "1E-999999999", "4.5", "four"})
    void leavesOutANumberThatIsNotWhole(String doors) {
        assertThat(WireAnswers.described("<style id=\"2\" passDoors=\"" + doors + "\"/>")
                        .styles()
                        .get(1)
                        .doors())
                .isNull();
    }

    private static BigDecimal amount(String written) {
        return WireAnswers.described("<style id=\"2\"><basePrice msrp=\"" + written + "\"/></style>")
                .styles()
                .get(1)
                .price()
                .msrp();
    }

    private static String prefixed(String element) {
        return element.replace("<responseStatus", "<d:responseStatus");
    }
}
