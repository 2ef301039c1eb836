package io.vinbridge.chromedata.ads;

import static io.vinbridge.chromedata.ads.WireAnswers.number;
import static org.assertj.core.api.Assertions.assertThat;

import io.vinbridge.chromedata.description.Acode;
import io.vinbridge.chromedata.description.BodyType;
import io.vinbridge.chromedata.description.Description;
import io.vinbridge.chromedata.description.Price;
import io.vinbridge.chromedata.description.StockImage;
import io.vinbridge.chromedata.description.Style;
import io.vinbridge.chromedata.description.values.IdentifiedName;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Styles, with their prices, body types, stock pictures and codes. */
class DescribedStylesTest {

    private static final IdentifiedName FORD = new IdentifiedName(13, "Ford");
    private static final IdentifiedName TRUCKS = new IdentifiedName(6062, "Ford Light-Duty Trucks");
    private static final IdentifiedName F150 = new IdentifiedName(34567, "F-150");
    private static final IdentifiedName PICKUPS = new IdentifiedName(52, "4WD Standard Pickup Trucks");

    private final Description description = WireAnswers.description(WireAnswers.twoStyles());

    @Test
    void keepsEverythingThatIsSaidOfAStyle() {
        assertThat(description.styles().get(0))
                .isEqualTo(new Style(
                        435601,
                        2023,
                        FORD,
                        TRUCKS,
                        F150,
                        "XL 4WD SuperCrew 5.5' Box",
                        "4WD SuperCrew 5.5' Box",
                        "XL",
                        "W1E",
                        false,
                        false,
                        4,
                        "Four Wheel Drive",
                        "F-150 4WD",
                        "XL",
                        "Short Bed",
                        List.of(new BodyType(58, "Crew Cab Pickup", true), new BodyType(62, "Short Bed", null)),
                        PICKUPS,
                        new Price(number("45200"), number("43000"), number("1795"), false),
                        new StockImage("http://media.example.com/stock/1.jpg", "1.jpg", 400, 300),
                        List.of(new Acode("USC30FOT112A0", "A"))));
    }

    @Test
    void leavesOutWhatIsNotSaidOfAStyle() {
        assertThat(description.styles().get(1))
                .isEqualTo(new Style(
                        435602,
                        2023,
                        FORD,
                        TRUCKS,
                        F150,
                        "XLT 4WD SuperCrew 6.5' Box",
                        "4WD SuperCrew 6.5' Box",
                        "XLT",
                        "W1E",
                        null,
                        null,
                        4,
                        "Four Wheel Drive",
                        null,
                        null,
                        null,
                        List.of(new BodyType(58, "Crew Cab Pickup", true)),
                        PICKUPS,
                        new Price(number("50500"), number("48000"), number("1795"), false),
                        new StockImage(
                                "https://media.chromedata.com/MediaGallery/media/MTIz/tok/2.jpg", "2.jpg", 400, 300),
                        List.of()));
    }

    @Test
    void keepsTheOrderOfTheServiceWhichPutsTheLikeliestStyleFirst() {
        assertThat(WireAnswers.described("<style id=\"9\"/><style id=\"4\"/>").styles())
                .extracting(Style::id)
                .containsExactly(1, 9, 4);
    }

    @Test
    void leavesOutAStyleWithoutANumberToCallItBy() {
        assertThat(WireAnswers.described("<style name=\"Nameless\"><division id=\"1\">Acura</division></style>"
                                + "<style id=\"two\"/>")
                        .styles())
                .extracting(Style::id)
                .containsExactly(1);
    }

    @Test
    void neverKeepsAnAddressThatIsBoundToTheAccount() {
        assertThat(description.toString()).doesNotContain("/MediaGallery/").doesNotContain("MTIz");
    }

    @Test
    void saysWhenThePriceIsUnknown() {
        Style style = WireAnswers.described("<style id=\"2\"><basePrice unknown=\"true\"/></style>")
                .styles()
                .get(1);

        assertThat(style.price()).isEqualTo(new Price(null, null, null, true));
    }

    @Test
    void keepsABodyTypeWithoutANumberAndAnAcodeWithoutLogic() {
        Style style = WireAnswers.described(
                        "<style id=\"2\"><bodyType primary=\"0\">Hearse</bodyType><acode>USC1</acode></style>")
                .styles()
                .get(1);

        assertThat(style.bodyTypes()).containsExactly(new BodyType(null, "Hearse", false));
        assertThat(style.acodes()).containsExactly(new Acode("USC1", null));
    }
}
