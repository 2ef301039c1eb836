package io.vinbridge.chromedata.ads;

import static io.vinbridge.chromedata.ads.WireAnswers.number;
import static org.assertj.core.api.Assertions.assertThat;

import io.vinbridge.chromedata.description.Description;
import io.vinbridge.chromedata.description.equipment.Category;
import io.vinbridge.chromedata.description.equipment.CategoryDefinition;
import io.vinbridge.chromedata.description.equipment.Equipment;
import io.vinbridge.chromedata.description.equipment.GenericEquipment;
import io.vinbridge.chromedata.description.equipment.Option;
import io.vinbridge.chromedata.description.values.AmountRange;
import io.vinbridge.chromedata.description.values.IdentifiedName;
import io.vinbridge.chromedata.description.values.InstallationCause;
import io.vinbridge.chromedata.description.values.PriceRange;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Standard and generic equipment and factory options. */
class DescribedEquipmentTest {

    private final Description description = WireAnswers.description(WireAnswers.twoStyles());

    @Test
    void keepsStandardEquipmentWithItsCategoriesStylesAndCause() {
        assertThat(description.equipment())
                .containsExactly(
                        new Equipment(
                                new IdentifiedName(1162, "MECHANICAL"),
                                "Engine: 5.0L V8",
                                List.of(new Category(1052, null), new Category(1104, true)),
                                List.of(435601, 435602),
                                new InstallationCause("Engine", null)),
                        new Equipment(
                                new IdentifiedName(1156, "EXTERIOR"),
                                "Wheels: 17\" Silver & Steel",
                                List.of(),
                                List.of(435601),
                                null));
    }

    @Test
    void keepsEverythingThatIsSaidOfAnOption() {
        assertThat(description.options())
                .containsExactly(new Option(
                        "PQ",
                        "-PAINT",
                        "PQ1",
                        new IdentifiedName(10740, "PRIMARY PAINT"),
                        List.of("RACE RED", "Race Red, solid"),
                        List.of(new Option.OemDescription(1, "RACE RED PAINT")),
                        68,
                        false,
                        false,
                        "P",
                        new PriceRange(
                                new AmountRange(number("0"), number("25")),
                                new AmountRange(number("0"), number("10.5")),
                                null,
                                false),
                        List.of(new Category(1300, null)),
                        List.of(435601, 435602),
                        new InstallationCause("OptionCodeInput", "PQ"),
                        List.of(bare("PQX", "PQX", "RACE RED II"))));
    }

    @Test
    void readsOptionsInsideOptionsAsDeepAsTheyCome() {
        Option outer = WireAnswers.described("<factoryOption oemCode=\"A\"><ambiguousOption oemCode=\"B\">"
                        + "<ambiguousOption oemCode=\"C\"/></ambiguousOption><ambiguousOption oemCode=\"D\"/>"
                        + "</factoryOption>")
                .options()
                .get(0);

        assertThat(outer.ambiguous()).extracting(Option::oemCode).containsExactly("B", "D");
        assertThat(outer.ambiguous().get(0).ambiguous())
                .extracting(Option::oemCode)
                .containsExactly("C");
    }

    @Test
    void keepsHalfAPriceAndNoneAtAll() {
        Option half = WireAnswers.described("<factoryOption><price msrpMin=\"5.0\" unknown=\"true\"/></factoryOption>")
                .options()
                .get(0);

        assertThat(half.price()).isEqualTo(new PriceRange(new AmountRange(number("5"), null), null, null, true));
    }

    @Test
    void ordersGenericEquipmentByNumberWhetherDefinedOrNot() {
        assertThat(description.genericEquipment())
                .containsExactly(
                        new GenericEquipment(1004, null, List.of(), null),
                        new GenericEquipment(
                                1052,
                                new CategoryDefinition(
                                        new IdentifiedName(1, "Mechanical"),
                                        new IdentifiedName(2, "Engine"),
                                        new IdentifiedName(1052, "8 Cylinder Engine"),
                                        null),
                                List.of(435601),
                                new InstallationCause("Engine", null)));
    }

    @Test
    void putsGenericEquipmentWithoutANumberLast() {
        assertThat(WireAnswers.described("<genericEquipment/>"
                                + "<genericEquipment><definition><group id=\"1\">Safety</group></definition></genericEquipment>"
                                + "<genericEquipment><categoryId>7</categoryId></genericEquipment>")
                        .genericEquipment())
                .extracting(GenericEquipment::categoryId)
                .containsExactly(7, null, null);
    }

    @Test
    void leavesOutNumbersOfStylesAndCategoriesThatCannotBeRead() {
        Equipment equipment = WireAnswers.described("<standard><category/><category id=\"x\"/><category id=\"5\"/>"
                        + "<styleId>30</styleId><styleId>all</styleId><styleId>4</styleId></standard>")
                .equipment()
                .get(0);

        assertThat(equipment.categories()).containsExactly(new Category(5, null));
        assertThat(equipment.styleIds()).containsExactly(4, 30);
    }

    private static Option bare(String oemCode, String chromeCode, String description) {
        return new Option(
                oemCode,
                chromeCode,
                null,
                null,
                List.of(description),
                List.of(),
                null,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                null,
                List.of());
    }
}
