package io.vinbridge.chromedata.ads;

import static io.vinbridge.chromedata.ads.WireAnswers.number;
import static org.assertj.core.api.Assertions.assertThat;

import io.vinbridge.chromedata.description.CommonFacts;
import io.vinbridge.chromedata.description.DescribeResult;
import io.vinbridge.chromedata.description.Warning;
import io.vinbridge.chromedata.description.equipment.CategoryDefinition;
import io.vinbridge.chromedata.description.values.AmountRange;
import io.vinbridge.chromedata.description.values.IdentifiedName;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What all candidate styles share, where it comes from, and what the service said beside it. */
class DescribedInCommonTest {

    @Test
    void keepsWhatTheStylesShareAndWhatTheVinPatternSays() {
        assertThat(WireAnswers.description(WireAnswers.twoStyles()).common())
                .isEqualTo(new CommonFacts(
                        "US",
                        "en",
                        2023,
                        "Ford",
                        "F-150",
                        "4WD SuperCrew Box",
                        "XL",
                        "Crew Cab Pickup",
                        "4WD",
                        "1FT",
                        "FW1E5",
                        new AmountRange(number("6500"), number("7050")),
                        List.of(
                                restraint(new IdentifiedName(1001, "Driver Air Bag"), null),
                                restraint(
                                        new IdentifiedName(1002, "Passenger Air Bag"),
                                        new IdentifiedName(15, "Transmission"))),
                        List.of(new IdentifiedName(52, "4WD Standard Pickup Trucks")),
                        null,
                        null));
    }

    @Test
    void answersWithDataAndWarningsWhenTheServiceHasReservations() {
        assertThat(WireAnswers.twoStyles().warnings())
                .containsExactly(
                        new Warning("InvalidVinCheckDigit", "The check digit is not valid"),
                        new Warning("UnusedTrimName", "A trim was not used"));
    }

    @Test
    void leavesBuildDatesOutOfWhatIsSharedByAPattern() {
        DescribeResult described = (DescribeResult) WireAnswers.twoStyles().payload();

        assertThat(described.source()).isEqualTo("Catalog");
        assertThat(described.forOneVin()).isFalse();
        assertThat(described.description().common().built()).isNull();
        assertThat(described.description().common().builtMsrp()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Build", "Engineered"})
    void keepsWhenAndForWhatPriceOneVehicleWasBuilt(String source) {
        DescribeResult described = vin("source=\"" + source
                + "\" built=\"2023-01-02T00:00:00-05:00\" builtMSRP=\"51000.0\" modelYear=\"2023\"");

        assertThat(described.source()).isEqualTo(source);
        assertThat(described.description().common().built()).isEqualTo("2023-01-02T00:00:00-05:00");
        assertThat(described.description().common().builtMsrp()).isEqualTo(number("51000"));
    }

    @Test
    void takesNamesFromTheVinPatternWhereTheStylesAgreeOnNone() {
        CommonFacts common = vin("modelYear=\"2012\" division=\"Acura\" modelName=\"TSX\" styleName=\"Sport\"")
                .description()
                .common();

        assertThat(common.modelYear()).isEqualTo(2012);
        assertThat(common.make()).isEqualTo("Acura");
        assertThat(common.model()).isEqualTo("TSX");
        assertThat(common.style()).isEqualTo("Sport");
        assertThat(common.trim()).isNull();
    }

    @Test
    void countsAVinPatternWithoutAnyStyleAsAnAnswer() {
        DescribeResult described = vin("source=\"Sparse\" modelYear=\"1999\" division=\"Acura\"");

        assertThat(described.source()).isEqualTo("Sparse");
        assertThat(described.description().styles()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "source=\"Guessed\",                                 Guessed",
        "source=\"catalog\",                                 Catalog",
        "modelYear=\"2023\",                                 ",
        "source=\"\",                                        "
    })
    void tellsTheSourceAsItIsSaidAndMakesNoneUp(String attributes, String source) {
        assertThat(vin(attributes).source()).isEqualTo(source);
        assertThat(vin(attributes).forOneVin()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "source=\"Guessed\" built=\"2023-01-02T00:00:00-05:00\", '',                                                  true",
        "built=\"2023-01-02\",                                   '',                                                  true",
        "builtMSRP=\"51000.0\",                                  '',                                                  true",
        "modelYear=\"2023\", <factoryOption><installed cause=\"OptionCodeBuild\"/></factoryOption>,                   true",
        "modelYear=\"2023\", <exteriorColor><installed cause=\"ExteriorColorEngineered\"/></exteriorColor>,           true",
        "source=\"Guessed\", <interiorColor><genericColor><installed cause=\"InteriorColorBuild\"/></genericColor></interiorColor>, true",
        "modelYear=\"2023\", <factoryOption><ambiguousOption><installed cause=\"optioncodebuild\"/></ambiguousOption></factoryOption>, true",
        "modelYear=\"2023\", <somethingNew><installed cause=\"PrimaryOptionNameBuild\"/></somethingNew>,             true",
        "source=\"Catalog\", <factoryOption><installed cause=\"OptionCodeBuild\"/></factoryOption>,                   true",
        "source=\"Catalog\" built=\"2023-01-02\",                '',                                                  false",
        "modelYear=\"2023\", <factoryOption><installed cause=\"OptionCodeInput\"/></factoryOption>,                   false",
        "modelYear=\"2023\", <standard><installed cause=\"BaseEquipment\"/></standard>,                               false"
    })
    void belongsToOneVinWhereAnythingInItSaysSo(String attributes, String parts, boolean alone) {
        DescribeResult described = vin(attributes, parts);

        assertThat(described.forOneVin()).isEqualTo(alone);
        assertThat(described.description().common().built() == null)
                .isEqualTo(!alone || !attributes.contains("built="));
    }

    private static CategoryDefinition restraint(IdentifiedName category, IdentifiedName type) {
        return new CategoryDefinition(
                new IdentifiedName(9, "Safety"), new IdentifiedName(22, "Air Bag - Frontal"), category, type);
    }

    private static DescribeResult vin(String attributes) {
        return vin(attributes, "");
    }

    private static DescribeResult vin(String attributes, String parts) {
        String content = WireAnswers.SUCCESSFUL + "<vinDescription " + attributes + "/>" + parts;
        return (DescribeResult) ((AdsReply.Data) WireAnswers.read(
                        WireAnswers.DESCRIBE, WireAnswers.envelope(WireAnswers.element("VehicleDescription", content))))
                .payload();
    }
}
