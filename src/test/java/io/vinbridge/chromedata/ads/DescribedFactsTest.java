package io.vinbridge.chromedata.ads;

import static io.vinbridge.chromedata.ads.WireAnswers.number;
import static org.assertj.core.api.Assertions.assertThat;

import io.vinbridge.chromedata.description.Color;
import io.vinbridge.chromedata.description.Description;
import io.vinbridge.chromedata.description.equipment.ConsumerInformation;
import io.vinbridge.chromedata.description.equipment.Specification;
import io.vinbridge.chromedata.description.equipment.SpecificationDefinition;
import io.vinbridge.chromedata.description.values.AmountRange;
import io.vinbridge.chromedata.description.values.IdentifiedName;
import io.vinbridge.chromedata.description.values.InstallationCause;
import io.vinbridge.chromedata.description.values.PriceRange;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Technical specifications, colours, consumer information and the price over all styles. */
class DescribedFactsTest {

    private final Description description = WireAnswers.description(WireAnswers.twoStyles());

    @Test
    void ordersSpecificationsByNumberWhetherDefinedOrNot() {
        assertThat(description.specifications())
                .containsExactly(
                        new Specification(
                                10, null, null, List.of(new Specification.Value("4435", "est", List.of(435601)))),
                        new Specification(
                                301,
                                new SpecificationDefinition(
                                        new IdentifiedName(3, "Dimensions"),
                                        new IdentifiedName(7, "Exterior"),
                                        new IdentifiedName(301, "Wheelbase"),
                                        "in"),
                                new Specification.Bounds(number("145.4"), number("157.2")),
                                List.of(
                                        new Specification.Value("145.4", null, List.of(435601)),
                                        new Specification.Value("157.2", null, List.of(435602)))));
    }

    @Test
    void putsASpecificationWithoutANumberLast() {
        assertThat(WireAnswers.described("<technicalSpecification><definition/></technicalSpecification>"
                                + "<technicalSpecification/>"
                                + "<technicalSpecification><titleId>6</titleId></technicalSpecification>")
                        .specifications())
                .extracting(Specification::titleId)
                .containsExactly(6, null, null);
    }

    @Test
    void ordersTheStylesOfAValue() {
        Specification specification = WireAnswers.described("<technicalSpecification><value value=\"1\">"
                        + "<styleId>3</styleId><note>later</note><styleId>2</styleId></value></technicalSpecification>")
                .specifications()
                .get(0);

        assertThat(specification.values()).containsExactly(new Specification.Value("1", null, List.of(2, 3)));
    }

    @Test
    void keepsExteriorColorsWithTheirEverydayNames() {
        assertThat(description.exteriorColors())
                .containsExactly(
                        new Color(
                                "PQ",
                                "Race Red",
                                "C8102E",
                                List.of(new Color.GenericColor(
                                        "Red", true, new InstallationCause("ExteriorColorInput", null))),
                                List.of(435601, 435602),
                                null),
                        new Color(
                                "YZ",
                                "Oxford White",
                                null,
                                List.of(new Color.GenericColor("White", true, null)),
                                List.of(435602),
                                null));
    }

    @Test
    void keepsInteriorAndGenericColors() {
        assertThat(description.interiorColors())
                .containsExactly(new Color(
                        "AS",
                        "Black",
                        "000000",
                        List.of(new Color.GenericColor("Black", null, null)),
                        List.of(),
                        null));
        assertThat(description.genericColors())
                .containsExactly(
                        new Color.GenericColor("Red", true, new InstallationCause("ExteriorColorInput", null)));
    }

    @Test
    void keepsWhyAColorIsInstalled() {
        Description one = WireAnswers.described(
                "<exteriorColor colorCode=\"PQ\"><installed cause=\"ExteriorColorBuild\" detail=\"PQ\"/></exteriorColor>");

        assertThat(one.exteriorColors())
                .containsExactly(new Color(
                        "PQ", null, null, List.of(), List.of(), new InstallationCause("ExteriorColorBuild", "PQ")));
    }

    @Test
    void keepsConsumerInformationByKind() {
        assertThat(description.consumerInformation())
                .containsExactly(new ConsumerInformation(
                        new IdentifiedName(3, "Warranty"),
                        List.of(
                                new ConsumerInformation.Item("Basic Miles/km", null, "36,000"),
                                new ConsumerInformation.Item("Basic Years", null, "3")),
                        List.of(435601)));
        assertThat(WireAnswers.described("<consumerInformation><rating>5</rating></consumerInformation>")
                        .consumerInformation())
                .containsExactly(new ConsumerInformation(null, List.of(), List.of()));
    }

    @Test
    void keepsThePriceOverAllStyles() {
        assertThat(description.price())
                .isEqualTo(new PriceRange(
                        new AmountRange(number("45200"), number("50500")),
                        new AmountRange(number("43000"), number("48000")),
                        new AmountRange(number("1795"), number("1795")),
                        false));
    }
}
