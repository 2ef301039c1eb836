package io.vinbridge.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.vinbridge.sandbox.catalog.Country;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** New data builds, and the build data of single vehicles. */
class SandboxBuildsTest {
    private static final List<String> VINS = List.of("3GCUYHEL4MGA12345", "5FNYF8H98MBA12345", "1HGCV1F33LAA12345");

    private static Sandbox sandbox;
    private static AdsClient ads;

    @BeforeAll
    static void start() throws IOException {
        sandbox = Sandbox.start();
        ads = new AdsClient(sandbox, "7c");
    }

    @AfterAll
    static void close() throws IOException {
        sandbox.close();
    }

    @BeforeEach
    void reset() {
        sandbox.reset();
    }

    @Test
    void movesNumberAndDateOfTheCountrysBuildAlone() {
        List<Element> before = versions();
        sandbox.newBuild(Country.US, 0.1);
        List<Element> after = versions();

        assertThat(after.get(0).getAttribute("build"))
                .isNotEqualTo(before.get(0).getAttribute("build"));
        assertThat(after.get(0).getAttribute("date"))
                .isGreaterThan(before.get(0).getAttribute("date"));
        assertThat(after.get(1).isEqualNode(before.get(1))).isTrue();
    }

    @Test
    void changesAShareOfTheStylesAndLeavesTheOthersAsTheyWere() {
        List<Integer> styles = VINS.stream()
                .flatMap(vin -> ads.describeVin(vin).styleIds().stream())
                .toList();
        List<String> before = described(styles);
        sandbox.newBuild(Country.US, 0.4);
        List<String> after = described(styles);
        sandbox.newBuild(Country.US, 0);
        sandbox.newBuild(Country.CA, 1);

        long changed = IntStream.range(0, styles.size())
                .filter(at -> !before.get(at).equals(after.get(at)))
                .count();
        assertThat(changed).isBetween(2L, styles.size() - 2L);
        assertThat(described(styles)).isEqualTo(after);
    }

    @Test
    void changesPriceColorAndOptionsOfAStyleThatChanges() {
        int style = ads.describeVin(VINS.get(2)).styleIds().get(0);
        AdsAnswer before = ads.describe("<styleId>" + style + "</styleId>" + AdsClient.FULL);
        sandbox.newBuild(Country.US, 1);
        AdsAnswer after = ads.describe("<styleId>" + style + "</styleId>" + AdsClient.FULL);

        assertThat(msrp(after)).isGreaterThan(msrp(before));
        assertThat(codes(after)).isNotEqualTo(codes(before));
        assertThat(after.all("price"))
                .anySatisfy(price -> assertThat(before.all("price")).noneMatch(old -> old.isEqualNode(price)));
    }

    @Test
    void describesAVehicleOfWhichBuildDataIsThereByItsWholeVin() {
        String vin = VINS.get(0);
        sandbox.buildData().forVins(Set.of(vin));
        AdsAnswer built = ads.describeVin(vin);

        assertThat(built.violation()).isEmpty();
        assertThat(built.first("vinDescription").getAttribute("source")).isEqualTo("Build");
        assertThat(built.first("vinDescription").getAttribute("builtMSRP")).isNotEmpty();
        assertThat(built.first("vinDescription").getAttribute("built")).startsWith("202");
        assertThat(built.styleIds()).hasSize(1);
        assertThat(built.causes("exteriorColor")).containsExactly("RelatedColor", "ExteriorColorBuild");
        assertThat(built.causes("interiorColor")).containsExactly("RelatedColor", "InteriorColorBuild");
        assertThat(built.causes("factoryOption")).containsExactly("OptionCodeBuild");
        assertThat(ads.describeVin("3GCUYHEL4MGA99999").styleIds()).hasSizeGreaterThan(1);
    }

    @Test
    void buildsTwoVehiclesOfAPatternDifferently() {
        sandbox.buildData().forAll();
        List<String> texts = IntStream.range(0, 8)
                .mapToObj(serial -> ads.describeVin("3GCUYHEL4MGA0000" + serial))
                .map(answer -> answer.styleIds() + codes(answer).toString())
                .distinct()
                .toList();

        assertThat(texts).hasSizeGreaterThan(3);
        assertThat(new AdsClient(sandbox, "7a").describeVin(VINS.get(0)).violation())
                .isEmpty();
    }

    @Test
    void describesFromTheCatalogOnlyIfThatIsWantedTooWhereOnlyBuildDataWas() {
        String vin = "<vin>" + VINS.get(2) + "</vin>";
        String only = AdsClient.switches("IncludeOnlyOEMBuildDataDecode");
        AdsAnswer without = ads.describe(vin + only);
        AdsAnswer fallback = ads.describe(vin + only + AdsClient.switches("IncludeCatalogData"));
        AdsAnswer engineered = ads.describe(vin + AdsClient.switches("IncludeOnlyEngineeredDataDecode"));
        sandbox.buildData().forAll();
        AdsAnswer built = ads.describe(vin + only);

        assertThat(without.responseCode()).isEqualTo("Unsuccessful");
        assertThat(without.statusCodes()).containsExactly("BuildDataNotAvailable");
        assertThat(fallback.responseCode()).isEqualTo("ConditionallySuccessful");
        assertThat(fallback.statusCodes()).containsExactly("BuildDataNotAvailable");
        assertThat(fallback.has("style")).isTrue();
        assertThat(engineered.statusCodes()).containsExactly("EngineeredDataNotAvailable");
        assertThat(built.responseCode()).isEqualTo("Successful");
    }

    private static List<Element> versions() {
        return ads.call("VersionInfoRequest", "", ads.accountInfo()).all("data");
    }

    private static List<String> described(List<Integer> styles) {
        return styles.stream()
                .map(id -> ads.describe("<styleId>" + id + "</styleId>" + AdsClient.FULL)
                        .text())
                .toList();
    }

    private static double msrp(AdsAnswer answer) {
        Element price = (Element)
                answer.first("style").getElementsByTagName("basePrice").item(0);
        return Double.parseDouble(price.getAttribute("msrp"));
    }

    private static List<String> codes(AdsAnswer answer) {
        return answer.all("exteriorColor").stream()
                .map(color -> color.getAttribute("colorCode"))
                .toList();
    }
}
