package io.vinbridge.chromedata.ads;

import static io.vinbridge.chromedata.ads.WireAnswers.listed;
import static org.assertj.core.api.Assertions.assertThat;

import io.vinbridge.chromedata.description.DataVersion;
import io.vinbridge.chromedata.description.equipment.CategoryDefinition;
import io.vinbridge.chromedata.description.equipment.SpecificationDefinition;
import io.vinbridge.chromedata.description.values.IdentifiedName;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The answers of the eight operations that list things. */
class CatalogListsTest {

    @Test
    void listsTheDataSetsWithTheirBuilds() {
        assertThat(
                        listed(
                                new AdsOperation.Versions(),
                                "VersionInfo",
                                "<data build=\"43\" country=\"US\" date=\"2012-04-29T19:30:00-07:00\"/>"
                                        + "<data country=\"CA\" build=\"44b\" date=\"2012-04-29T20:12:00-07:00\" licensed=\"false\"/>"))
                .isEqualTo(List.of(
                        new DataVersion("US", "43", "2012-04-29T19:30:00-07:00", null),
                        new DataVersion("CA", "44b", "2012-04-29T20:12:00-07:00", false)));
    }

    @Test
    void listsModelYears() {
        assertThat(listed(
                        new AdsOperation.ModelYears(),
                        "ModelYears",
                        "<modelYear>2012</modelYear><modelYear>soon</modelYear><modelYear>2011</modelYear>"))
                .isEqualTo(List.of(2012, 2011));
    }

    @Test
    void listsDivisionsAndSubdivisions() {
        assertThat(listed(
                        new AdsOperation.Divisions(2012),
                        "Divisions",
                        "<division id=\"1\">Acura</division><division id=\"13\">Ford</division>"))
                .isEqualTo(List.of(new IdentifiedName(1, "Acura"), new IdentifiedName(13, "Ford")));
        assertThat(listed(
                        new AdsOperation.Subdivisions(2012),
                        "Subdivisions",
                        "<subdivision id=\"6062\">Ford Light-Duty Trucks</subdivision>"))
                .isEqualTo(List.of(new IdentifiedName(6062, "Ford Light-Duty Trucks")));
    }

    @Test
    void listsModelsHoweverTheyWereAskedFor() {
        String models = "<model id=\"24001\">TSX</model>";

        assertThat(listed(new AdsOperation.ModelsOfDivision(2012, 1), "Models", models))
                .isEqualTo(List.of(new IdentifiedName(24001, "TSX")));
        assertThat(listed(new AdsOperation.ModelsOfSubdivision(2012, 1), "Models", models))
                .isEqualTo(List.of(new IdentifiedName(24001, "TSX")));
    }

    @Test
    void listsStylesWithNamesThatNeedEscaping() {
        assertThat(listed(
                        new AdsOperation.Styles(24001),
                        "Styles",
                        "<style id=\"349411\">2dr Conv GT</style><style id=\"349412\">Town &amp; Country</style>"))
                .isEqualTo(List.of(
                        new IdentifiedName(349411, "2dr Conv GT"), new IdentifiedName(349412, "Town & Country")));
    }

    @Test
    void listsCategoryDefinitions() {
        assertThat(
                        listed(
                                new AdsOperation.CategoryDefinitions(),
                                "CategoryDefinitions",
                                "<category><group id=\"9\">Safety</group><header id=\"22\">Air Bag</header>"
                                        + "<category id=\"1001\">Driver Air Bag</category><type id=\"4\">Other</type></category>"))
                .isEqualTo(List.of(new CategoryDefinition(
                        new IdentifiedName(9, "Safety"),
                        new IdentifiedName(22, "Air Bag"),
                        new IdentifiedName(1001, "Driver Air Bag"),
                        new IdentifiedName(4, "Other"))));
    }

    @Test
    void listsSpecificationDefinitions() {
        assertThat(listed(
                        new AdsOperation.SpecificationDefinitions(),
                        "TechnicalSpecificationDefinitions",
                        "<definition measurementUnit=\"in\"><group id=\"3\">Dimensions</group>"
                                + "<header id=\"7\">Exterior</header><title id=\"301\">Wheelbase</title></definition>"
                                + "<definition/>"))
                .isEqualTo(List.of(
                        new SpecificationDefinition(
                                new IdentifiedName(3, "Dimensions"),
                                new IdentifiedName(7, "Exterior"),
                                new IdentifiedName(301, "Wheelbase"),
                                "in"),
                        new SpecificationDefinition(null, null, null, null)));
    }

    @Test
    void listsNothingWhereThereIsNothing() {
        assertThat(listed(new AdsOperation.Styles(5), "Styles", "")).isEqualTo(List.of());
    }

    @Test
    void passesOverWhatItDoesNotKnow() {
        assertThat(listed(
                        new AdsOperation.Divisions(2012),
                        "Divisions",
                        "<logo href=\"x\"><deep/></logo><division id=\"1\">Acura</division><total>1</total>"))
                .isEqualTo(List.of(new IdentifiedName(1, "Acura")));
    }
}
