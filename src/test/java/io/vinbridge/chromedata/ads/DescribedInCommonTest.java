package io.vinbridge.chromedata.ads;

import static io.vinbridge.chromedata.ads.WireAnswers.number;
import static org.assertj.core.api.Assertions.assertThat;

import io.vinbridge.chromedata.description.AmountRange;
import io.vinbridge.chromedata.description.CategoryDefinition;
import io.vinbridge.chromedata.description.CommonFacts;
import io.vinbridge.chromedata.description.DataSource;
import io.vinbridge.chromedata.description.DescribeResult;
import io.vinbridge.chromedata.description.IdentifiedName;
import io.vinbridge.chromedata.description.Warning;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What all candidate styles share, where it comes from, and what the service said beside it. */
class DescribedInCommonTest {

    @Test
    void keepsWhatTheStylesShareAndWhatTheVinPatternSays() {
        assertThat(WireAnswers.description(WireAnswers.twoStyles()).common())
                .isEqualTo(new CommonFacts(
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

        assertThat(described.source()).isEqualTo(DataSource.CATALOG);
        assertThat(described.description().common().built()).isNull();
        assertThat(described.description().common().builtMsrp()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Build", "Engineered"})
    void keepsWhenAndForWhatPriceOneVehicleWasBuilt(String source) {
        DescribeResult described = vin("source=\"" + source
                + "\" built=\"2023-01-02T00:00:00-05:00\" builtMSRP=\"51000.0\" modelYear=\"2023\"");

        assertThat(described.source().word()).isEqualTo(source);
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

        assertThat(described.source()).isEqualTo(DataSource.SPARSE);
        assertThat(described.description().styles()).isEmpty();
    }

    @Test
    void takesASourceNotKnownTodayForTheCatalogue() {
        assertThat(vin("source=\"Guessed\" built=\"2023-01-02T00:00:00-05:00\"").source())
                .isEqualTo(DataSource.CATALOG);
    }

    private static CategoryDefinition restraint(IdentifiedName category, IdentifiedName type) {
        return new CategoryDefinition(
                new IdentifiedName(9, "Safety"), new IdentifiedName(22, "Air Bag - Frontal"), category, type);
    }

    private static DescribeResult vin(String attributes) {
        String content = WireAnswers.SUCCESSFUL + "<vinDescription " + attributes + "/>";
        return (DescribeResult) ((AdsReply.Data) WireAnswers.read(
                        WireAnswers.DESCRIBE, WireAnswers.envelope(WireAnswers.element("VehicleDescription", content))))
                .payload();
    }
}
