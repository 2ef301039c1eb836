package io.vinbridge.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** What a request may say of the vehicle beside its VIN. */
class SandboxHintsTest {
    private static final String VIN = "<vin>3GCUYHEL4MGA12345</vin>";

    private static Sandbox sandbox;
    private static AdsClient ads;
    private static AdsAnswer all;

    @BeforeAll
    static void start() throws IOException {
        sandbox = Sandbox.start();
        ads = new AdsClient(sandbox, "7c");
        all = ads.describe(VIN + AdsClient.FULL);
    }

    @AfterAll
    static void close() throws IOException {
        sandbox.close();
    }

    @Test
    void narrowsTheStylesByEveryHintThatFitsSomeOfThem() {
        Element wanted = all.all("style").get(3);
        List<AdsAnswer> narrowed = List.of(
                ads.describe(VIN + "<reducingStyleId>" + wanted.getAttribute("id") + "</reducingStyleId>"),
                ads.describe(VIN + "<reducingAcode>"
                        + AdsAnswer.elements(wanted, "acode").get(0).getTextContent() + "</reducingAcode>"),
                ads.describe(VIN + "<styleName>" + wanted.getAttribute("name") + "</styleName>"),
                ads.describe(VIN + "<manufacturerModelCode>" + wanted.getAttribute("mfrModelCode")
                        + "</manufacturerModelCode>"));

        assertThat(narrowed).allSatisfy(answer -> {
            assertThat(answer.responseCode()).isEqualTo("Successful");
            assertThat(answer.styleIds()).containsExactly(Integer.valueOf(wanted.getAttribute("id")));
        });
    }

    @Test
    void narrowsByTrimAndByWheelbaseWithinTwoInches() {
        AdsAnswer trim = ads.describe(VIN + "<trimName>custom</trimName>");
        AdsAnswer wheelbase = ads.describe(VIN + "<wheelBase>161</wheelBase>");
        AdsAnswer ignored = ads.describe(VIN + "<wheelBase>0</wheelBase>");

        assertThat(trim.all("style")).isNotEmpty().allMatch(style -> style.getAttribute("trim")
                .equals("Custom"));
        assertThat(wheelbase.all("style")).isNotEmpty().allMatch(style -> style.getAttribute("name")
                .contains("162\""));
        assertThat(ignored.styleIds()).isEqualTo(all.styleIds());
        assertThat(ignored.responseCode()).isEqualTo("Successful");
    }

    @Test
    void remarksHintsThatFitNoneOfTheStyles() {
        String one = "<vin>1HGCV1F33LAA12345</vin>";

        assertThat(List.of(
                        ads.describe(one + "<reducingStyleId>5</reducingStyleId>"),
                        ads.describe(one + "<reducingAcode>X</reducingAcode>"),
                        ads.describe(one + "<styleName>Nothing</styleName>"),
                        ads.describe(one + "<trimName>LX</trimName>"),
                        ads.describe(one + "<trimName>Nothing</trimName>"),
                        ads.describe(one + "<manufacturerModelCode>Nothing</manufacturerModelCode>"),
                        ads.describe(one + "<wheelBase>60</wheelBase>")))
                .allSatisfy(answer -> {
                    assertThat(answer.responseCode()).isEqualTo("ConditionallySuccessful");
                    assertThat(answer.styleIds()).hasSize(1);
                })
                .extracting(answer -> answer.statusCodes().get(0))
                .containsExactly(
                        "UnrecognizedReducingStyleId",
                        "UnrecognizedReducingAcode",
                        "UnrecognizedStyleName",
                        "UnusedTrimName",
                        "UnrecognizedTrimName",
                        "UnrecognizedManufacturerModelCode",
                        "UnrecognizedWheelBase");
    }

    @Test
    void installsTheOptionOfACodeAndShowsWhatElseTheCodeMayMean() {
        Element wheels = all.all("factoryOption").stream()
                .filter(option -> option.getAttribute("optionKindId").equals("41"))
                .findFirst()
                .orElseThrow();
        AdsAnswer answer = ads.describe(VIN + "<OEMOptionCode>" + wheels.getAttribute("oemCode") + "</OEMOptionCode>");

        assertThat(answer.violation()).isEmpty();
        assertThat(answer.all("factoryOption")).hasSize(1);
        assertThat(answer.causes("factoryOption")).containsExactly("OptionCodeInput");
        assertThat(answer.all("ambiguousOption")).isNotEmpty().allMatch(option -> option.getAttribute("oemCode")
                .equals(wheels.getAttribute("oemCode")));
        assertThat(answer.causes("genericEquipment")).contains("RelatedCategory");
    }

    @Test
    void installsOptionsByNameAndFollowsOrderingLogic() {
        Element option = all.all("factoryOption").stream()
                .filter(one -> !AdsAnswer.elements(one, "category").isEmpty())
                .findFirst()
                .orElseThrow();
        String name = AdsAnswer.elements(option, "description").get(0).getTextContent();
        AdsAnswer answer = ads.describe(VIN + "<primaryOptionName>" + name + "</primaryOptionName>"
                + AdsClient.switches("UseDependencyOrderingLogic"));

        assertThat(answer.causes("factoryOption")).containsExactly("PrimaryOptionNameInput");
        assertThat(answer.causes("genericEquipment")).contains("OptionLogic");
    }

    @Test
    void remarksOptionsThatAreNotOffered() {
        AdsAnswer answer = ads.describe(VIN + "<OEMOptionCode>PKGJ</OEMOptionCode><OEMOptionCode>????</OEMOptionCode>"
                + "<primaryOptionName>Nothing</primaryOptionName>");

        assertThat(answer.statusCodes()).contains("UnrecognizedOptionCode", "UnrecognizedPrimaryOptionName");
    }

    @Test
    void leavesOutOptionsForFleetsOnly() {
        AdsAnswer answer =
                ads.describe(VIN + AdsClient.FULL + "<optionsProcessMode>ExcludeFleetOnly</optionsProcessMode>");

        assertThat(answer.all("factoryOption"))
                .noneMatch(option -> option.getAttribute("fleetOnly").equals("true"));
    }

    @Test
    void installsTheColorsThatAreNamed() {
        String paint = all.first("exteriorColor").getAttribute("colorName");
        String interior = all.first("interiorColor").getAttribute("colorName");
        AdsAnswer answer = ads.describe(VIN + "<exteriorColorName>" + paint + "</exteriorColorName><interiorColorName>"
                + interior + "</interiorColorName>");

        assertThat(answer.violation()).isEmpty();
        assertThat(answer.causes("exteriorColor")).contains("ExteriorColorInput", "RelatedColor");
        assertThat(answer.causes("interiorColor")).contains("InteriorColorInput");
        assertThat(answer.all("exteriorColor")).hasSize(1);
    }

    @Test
    void remarksColorsThatAreNot() {
        AdsAnswer answer = ads.describe(VIN + "<exteriorColorName>Octarine</exteriorColorName>"
                + "<interiorColorName>Octarine</interiorColorName>");

        assertThat(answer.statusCodes()).containsExactly("UnrecognizedExteriorColor", "UnrecognizedInteriorColor");
    }

    @Test
    void matchesEquipmentInWordsOfTheFactoryAndOfOthers() {
        AdsAnswer answer = ads.describe(VIN + "<equipmentDescription>bed liner</equipmentDescription>"
                + "<nonFactoryEquipmentDescription>tonneau cover, black</nonFactoryEquipmentDescription>");

        assertThat(answer.violation()).isEmpty();
        assertThat(answer.first("matchedEquipment").getTextContent()).contains("bed liner", "1123");
        assertThat(answer.first("matchedNonFactoryEquipment").getTextContent()).contains("Tonneau Cover");
        assertThat(answer.responseCode()).isEqualTo("Successful");
    }

    @Test
    void remarksEquipmentThatNobodyKnows() {
        AdsAnswer answer = ads.describe(VIN + "<equipmentDescription>flux capacitor</equipmentDescription>"
                + "<nonFactoryEquipmentDescription>flux capacitor</nonFactoryEquipmentDescription>");

        assertThat(answer.statusCodes())
                .containsExactly("UnrecognizedEquipmentDescription", "UnrecognizedNonFactoryEquipmentDescription");
    }
}
