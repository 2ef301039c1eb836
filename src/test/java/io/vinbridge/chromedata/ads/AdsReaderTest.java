package io.vinbridge.chromedata.ads;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vinbridge.chromedata.description.Described;
import io.vinbridge.chromedata.description.Description;
import io.vinbridge.chromedata.description.Engine;
import io.vinbridge.chromedata.description.Named;
import io.vinbridge.chromedata.description.Style;
import io.vinbridge.chromedata.description.Warning;
import io.vinbridge.testing.RecordedAnswers;
import java.io.ByteArrayInputStream;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Answers of ADS, read whole, and refused whole where they are none. */
class AdsReaderTest {

    private static final AdsQuestion ASKED = new AdsQuestion.DescribeVin("1FTFW1E50PFA12345");
    private static final byte[] TWO_STYLES =
            RecordedAnswers.xml("describe-7c-two-styles").getBytes(UTF_8);

    @Example
    void readsWarningsBesideTheData() {
        AdsReply.Data data = (AdsReply.Data) read("7c", new String(TWO_STYLES, UTF_8));

        assertThat(data.warnings())
                .containsExactly(
                        new Warning("InvalidVinCheckDigit", "The check digit is not valid"),
                        new Warning("UnusedTrimName", "A trim was not used"));
    }

    @Example
    void readsStylesWithEverythingOfTheirs() {
        Style style = RecordedAnswers.twoStyles().styles().get(0);

        assertThat(style.id()).isEqualTo(435601);
        assertThat(style.division()).isEqualTo(new Named(13, "Ford"));
        assertThat(style.model()).isEqualTo(new Named(34567, "F-150"));
        assertThat(style.trim()).isEqualTo("XL");
        assertThat(style.modelCode()).isEqualTo("W1E");
        assertThat(style.doors()).isEqualTo(4);
        assertThat(style.drivetrain()).isEqualTo("Four Wheel Drive");
        assertThat(style.primaryBodyType()).isEqualTo("Crew Cab Pickup");
        assertThat(style.price().msrp()).isEqualByComparingTo("45200");
        assertThat(style.price().invoice()).isEqualByComparingTo("43000");
        assertThat(style.price().destination()).isEqualByComparingTo("1795");
        assertThat(style.acodes()).hasSize(1);
    }

    @Example
    void readsEnginesAlsoWithoutCylinders() {
        List<Engine> engines = RecordedAnswers.twoStyles().engines();

        assertThat(engines)
                .extracting(engine -> engine.type().name())
                .containsExactly("V8 Cylinder Engine", "Electric Motor");
        assertThat(engines.get(0).cylinders()).isEqualTo(8);
        assertThat(engines.get(0).horsepower().value()).isEqualByComparingTo("400");
        assertThat(engines.get(0).horsepower().rpm()).isEqualTo(6000);
        assertThat(engines.get(0).displacement()).hasSize(2);
        assertThat(engines.get(0).fuelEconomy().city().low()).isEqualByComparingTo("16");
        assertThat(engines.get(0).fuelCapacity().high()).isEqualByComparingTo("36");
        assertThat(engines.get(1).cylinders()).isNull();
        assertThat(engines.get(1).displacement()).isEmpty();
    }

    @Example
    void readsEquipmentOptionsSpecificationsColoursAndConsumerInformation() {
        Description description = RecordedAnswers.twoStyles();

        assertThat(description.equipment())
                .extracting(equipment -> equipment.description())
                .containsExactlyInAnyOrder("Engine: 5.0L V8", "Wheels: 17\" Silver & Steel");
        assertThat(description.options()).singleElement().satisfies(option -> {
            assertThat(option.oemCode()).isEqualTo("PQ");
            assertThat(option.descriptions()).containsExactly("RACE RED", "Race Red, solid");
            assertThat(option.styleIds()).containsExactly(435601, 435602);
            assertThat(option.ambiguous()).extracting(other -> other.oemCode()).containsExactly("PQX");
            assertThat(option.installed()).isNotNull();
        });
        assertThat(description.specifications()).hasSize(2);
        assertThat(description.exteriorColors())
                .extracting(color -> color.code() + " " + color.name() + " " + color.rgb())
                .containsExactlyInAnyOrder("PQ Race Red C8102E", "YZ Oxford White null");
        assertThat(description.interiorColors()).hasSize(1);
        assertThat(description.genericEquipment()).hasSize(2);
        assertThat(description.consumerInformation()).hasSize(1);
        assertThat(description.common().gvwr().high()).isEqualByComparingTo("7050");
        assertThat(description.common().restraints()).hasSize(2);
    }

    @Example
    void readsTheOlderServiceIntoTheSameWords() {
        AdsReply.Data data = (AdsReply.Data) read("7a", RecordedAnswers.xml("describe-7a-one-style"));

        Description description = ((Described) data.payload()).description();
        assertThat(description.styles()).hasSize(1);
        assertThat(description.common().make()).isNotBlank();
    }

    @Example
    void takesAnAnswerWithoutDataForDeclined() {
        AdsReply reply = read("7c", RecordedAnswers.xml("unsuccessful-7c"));

        assertThat(reply).isInstanceOf(AdsReply.Declined.class);
        assertThat(((AdsReply.Declined) reply).code()).isEqualTo("VinNotCarriedByChrome");
    }

    @Example
    void tellsComplaintsOfFormFromOtherFaults() {
        assertThat(fault("cvc-complex-type.4: Attribute 'number' must appear on element 'ns1:accountInfo'.")
                        .ofForm())
                .isTrue();
        assertThat(fault("Invalid account").ofForm()).isFalse();
        assertThat(fault("").text()).isEqualTo("a fault without a text");
    }

    @Property(tries = 300)
    void takesNoAnswerThatBreaksOffForAnAnswer(@ForAll @IntRange(max = 100_000) int length) {
        int most = new String(TWO_STYLES, UTF_8).indexOf("</S:Envelope>");
        byte[] part = new String(TWO_STYLES, UTF_8).substring(0, length % most).getBytes(UTF_8);

        assertThatThrownBy(() -> reader("7c").read(ASKED, new ByteArrayInputStream(part)))
                .isInstanceOf(UnreadableAnswer.class);
    }

    @Property(tries = 300)
    void takesNoNoiseForAnAnswer(@ForAll byte[] noise) {
        assertThatThrownBy(() -> reader("7c").read(ASKED, new ByteArrayInputStream(noise)))
                .isInstanceOf(UnreadableAnswer.class);
    }

    @Example
    void takesNoAnswerToAnotherQuestionOrOfAnotherVersion() {
        String answer = new String(TWO_STYLES, UTF_8);

        assertThatThrownBy(() -> read("7a", answer)).hasMessageContaining("namespace");
        assertThatThrownBy(() -> reader("7c").read(new AdsQuestion.ModelYears(), new ByteArrayInputStream(TWO_STYLES)))
                .hasMessageContaining("not a ModelYears");
        assertThatThrownBy(() -> read("7c", "<html><body>Welcome</body></html>"))
                .hasMessageContaining("no SOAP 1.1 envelope");
        assertThatThrownBy(() -> read("7c", envelope(""))).hasMessageContaining("empty");
    }

    private static AdsReply.Fault fault(String text) {
        return (AdsReply.Fault) read(
                "7c",
                envelope("<S:Fault><faultcode>S:Server</faultcode><faultstring>" + text + "</faultstring></S:Fault>"));
    }

    private static String envelope(String content) {
        return "<S:Envelope xmlns:S=\"http://schemas.xmlsoap.org/soap/envelope/\"><S:Body>" + content
                + "</S:Body></S:Envelope>";
    }

    private static AdsReply read(String version, String xml) {
        return reader(version).read(ASKED, new ByteArrayInputStream(xml.getBytes(UTF_8)));
    }

    private static AdsReader reader(String version) {
        return new AdsReader("urn:description" + version + ".services.chrome.com");
    }
}
