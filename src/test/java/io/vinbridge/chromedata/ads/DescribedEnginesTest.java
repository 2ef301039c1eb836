package io.vinbridge.chromedata.ads;

import static io.vinbridge.chromedata.ads.WireAnswers.number;
import static org.assertj.core.api.Assertions.assertThat;

import io.vinbridge.chromedata.description.Engine;
import io.vinbridge.chromedata.description.values.AmountRange;
import io.vinbridge.chromedata.description.values.IdentifiedName;
import io.vinbridge.chromedata.description.values.InstallationCause;
import io.vinbridge.chromedata.description.values.Measure;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Engines, whose displacement has two shapes on the wire. */
class DescribedEnginesTest {

    private final List<Engine> engines =
            WireAnswers.description(WireAnswers.twoStyles()).engines();

    @Test
    void keepsEverythingThatIsSaidOfAnEngine() {
        assertThat(engines.get(0))
                .isEqualTo(new Engine(
                        new IdentifiedName(8, "V8 Cylinder Engine"),
                        new IdentifiedName(2, "Gasoline Fuel"),
                        8,
                        List.of(new Measure("5.0", "liters"), new Measure("302", "cubicIn")),
                        new Engine.Output(number("400"), 6000),
                        new Engine.Output(number("410"), 4250),
                        new Engine.FuelEconomy(
                                "MPG",
                                new AmountRange(number("16"), number("16")),
                                new AmountRange(number("22"), number("22"))),
                        new Engine.FuelCapacity("gal", number("26"), number("36")),
                        null,
                        false,
                        new InstallationCause("VIN", "F")));
    }

    @Test
    void readsAnElectricMotorWhichHasNeitherCylindersNorDisplacement() {
        assertThat(engines)
                .hasSize(2)
                .last()
                .isEqualTo(new Engine(
                        new IdentifiedName(29, "Electric Motor"),
                        new IdentifiedName(8, "Electric Fuel System"),
                        null,
                        List.of(),
                        null,
                        null,
                        null,
                        null,
                        new IdentifiedName(3, "none"),
                        null,
                        null));
    }

    @Test
    void readsDisplacementAlikeFromAttributesAndFromElements() {
        Engine attributes = engine("<displacement liters=\"2.4\" cubicIn=\"144\"/>");
        Engine elements = engine("<displacement><value unit=\"liters\">2.4</value><value unit=\"cubicIn\">144</value>"
                + "<value unit=\"cc\"> 2354 </value></displacement>");

        assertThat(attributes.displacement())
                .containsExactly(new Measure("2.4", "liters"), new Measure("144", "cubicIn"));
        assertThat(elements.displacement())
                .containsExactly(
                        new Measure("2.4", "liters"), new Measure("144", "cubicIn"), new Measure("2354", "cc"));
    }

    @Test
    void readsOneOfTwoUnitsWhereTheOtherIsMissing() {
        assertThat(engine("<displacement liters=\"2.4\"/>").displacement())
                .containsExactly(new Measure("2.4", "liters"));
        assertThat(engine("<displacement><value unit=\"cubicIn\">144</value></displacement>")
                        .displacement())
                .containsExactly(new Measure("144", "cubicIn"));
    }

    @Test
    void leavesOutCylindersThatAreNoNumber() {
        assertThat(engine("<cylinders>several</cylinders>").cylinders()).isNull();
        assertThat(engine("<cylinders>8.5</cylinders>").cylinders()).isNull();
        assertThat(engine("<cylinders/>").cylinders()).isNull();
    }

    @Test
    void readsFuelEconomyWithoutCity() {
        assertThat(engine(
                                "<fuelEconomy unit=\"MPG\"><hwy low=\"30.5\" high=\"31.0\"/><combined low=\"1\"/></fuelEconomy>")
                        .fuelEconomy())
                .isEqualTo(new Engine.FuelEconomy("MPG", null, new AmountRange(number("30.5"), number("31"))));
    }

    private static Engine engine(String parts) {
        return WireAnswers.described("<engine>" + parts + "</engine>").engines().get(0);
    }
}
