package io.vinbridge.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.vinbridge.sandbox.ads.sections.GalleryLicence;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class SandboxDescriptionTest {
    private static final String SEDAN = "1HGCV1F33LAA12345";
    private static final String PICKUP = "3GCUYHEL4MGA12345";
    private static final String ELECTRIC = "5YJ3E1EB3MFA12345";

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

    @Test
    void tellsWhatIsInstalledAndFourSpecificationsUnlessSwitchesAskForMore() {
        AdsAnswer answer = ads.describeVin(SEDAN);

        assertThat(answer.has("exteriorColor")).isFalse();
        assertThat(answer.has("factoryOption")).isFalse();
        assertThat(answer.has("consumerInformation")).isFalse();
        assertThat(answer.has("mediaGallery")).isFalse();
        assertThat(answer.all("titleId"))
                .extracting(Element::getTextContent)
                .containsExactly("10", "304", "305", "306");
        assertThat(answer.all("genericEquipment"))
                .allSatisfy(equipment ->
                        assertThat(AdsAnswer.elements(equipment, "installed")).isNotEmpty());
        assertThat(answer.causes("genericEquipment")).contains("Engine", "VIN", "BaseEquipment");
        assertThat(answer.first("vinDescription").getAttribute("source")).isEqualTo("Catalog");
        assertThat(answer.first("WorldManufacturerIdentifier").getTextContent()).isEqualTo("1HG ");
    }

    @Test
    void showsEverythingThatSwitchesAskFor() {
        AdsAnswer answer = ads.describe("<vin>" + SEDAN + "</vin>" + AdsClient.FULL);

        assertThat(answer.violation()).isEmpty();
        assertThat(answer.http().body().length).isBetween(50_000, 100_000);
        assertThat(answer.all("exteriorColor"))
                .hasSizeBetween(4, 12)
                .allSatisfy(color -> assertThat(color.getAttribute("rgbValue")).matches("[0-9A-F]{6}"));
        assertThat(answer.all("interiorColor")).hasSizeBetween(2, 5);
        assertThat(answer.all("factoryOption")).hasSizeGreaterThan(10);
        assertThat(answer.all("consumerInformation")).isNotEmpty();
        assertThat(answer.all("technicalSpecification")).hasSizeGreaterThan(60);
        assertThat(answer.has("titleId")).isFalse();
        assertThat(answer.has("categoryId")).isFalse();
        Element option = answer.first("factoryOption");
        assertThat(AdsAnswer.elements(option, "description")).hasSize(2);
        assertThat(AdsAnswer.elements(option, "oem-description")).hasSize(2);
    }

    @Test
    void writesDoublesWithADecimalAndWholeNumbersWithout() {
        AdsAnswer answer = ads.describeVin(SEDAN);

        Element price = (Element)
                answer.first("style").getElementsByTagName("basePrice").item(0);
        assertThat(price.getAttribute("msrp")).matches("\\d+\\.\\d+");
        assertThat(answer.first("style").getAttribute("passDoors")).isEqualTo("4");
        assertThat(answer.first("horsepower").getAttribute("value")).matches("\\d+\\.\\d+");
        assertThat(answer.first("horsepower").getAttribute("rpm")).matches("\\d+");
    }

    @Test
    void writesDisplacementInAttributesIn7aAndInElementsIn7c() {
        Element oldOne = new AdsClient(sandbox, "7a").describeVin(SEDAN).first("displacement");
        Element newOne = ads.describeVin(SEDAN).first("displacement");

        assertThat(oldOne.getAttribute("liters")).isEqualTo("2.0");
        assertThat(oldOne.getAttribute("cubicIn")).isEqualTo("122");
        assertThat(AdsAnswer.elements(newOne, "value"))
                .extracting(value -> value.getAttribute("unit") + " " + value.getTextContent())
                .containsExactly("liters 2.0", "cubicIn 122");
    }

    @Test
    void leavesOutOf7aWhatCameWith7c() {
        AdsAnswer answer = new AdsClient(sandbox, "7a").describe("<vin>" + SEDAN + "</vin>" + AdsClient.FULL);

        assertThat(answer.violation()).isEmpty();
        assertThat(answer.first("vinDescription").hasAttribute("source")).isFalse();
        assertThat(answer.has("acode")).isFalse();
        assertThat(answer.has("oem-description")).isFalse();
    }

    @Test
    void describesAnElectricVehicleWithoutCylindersDisplacementAndTank() {
        AdsAnswer answer = ads.describeVin(ELECTRIC);

        assertThat(answer.first("fuelType").getTextContent()).isEqualTo("Electric Fuel System");
        assertThat(answer.has("cylinders")).isFalse();
        assertThat(answer.has("displacement")).isFalse();
        assertThat(answer.has("fuelCapacity")).isFalse();
        assertThat(answer.violation()).isEmpty();
    }

    @Test
    void describesAVinWithABadCheckDigitAllTheSame() {
        AdsAnswer good = ads.describeVin(SEDAN);
        AdsAnswer bad = ads.describeVin("1HGCV1F39LAA12345");

        assertThat(bad.status()).isEqualTo(200);
        assertThat(bad.responseCode()).isEqualTo("ConditionallySuccessful");
        assertThat(bad.statusCodes()).containsExactly("InvalidVinCheckDigit");
        assertThat(bad.styleIds()).isEqualTo(good.styleIds());
        assertThat(bad.first("status").getTextContent()).doesNotEndWith(".");
        assertThat(new AdsClient(sandbox, "7a")
                        .describeVin("1HGCV1F39LAA12345")
                        .first("status")
                        .getTextContent())
                .endsWith(".");
    }

    @Test
    void saysWhyThereIsNothingToDescribe() {
        assertThat(List.of(
                        ads.describeVin("1HD1KB4117YA12345"),
                        ads.describeVin("WVWZZZ1K0AWA12345"),
                        ads.describeVin("6FPAAAJGX9AA12345"),
                        ads.describeVin("1HGCV1F33"),
                        ads.describeVin("1HGCV1F33LIA12345"),
                        ads.describeStyle(1),
                        ads.describeStyle(-5),
                        ads.describe("<acode>USC30</acode>"),
                        ads.describe("<acode>USC20HOC15-D0</acode>"),
                        ads.describe("<acode>USC20ZZC157D0</acode>"),
                        ads.describe(
                                "<modelYear>2020</modelYear><makeName>Honda</makeName><modelName>Cord</modelName>")))
                .allSatisfy(answer -> {
                    assertThat(answer.status()).isEqualTo(200);
                    assertThat(answer.violation()).isEmpty();
                    assertThat(answer.responseCode()).isEqualTo("Unsuccessful");
                    assertThat(answer.has("style")).isFalse();
                })
                .extracting(answer -> answer.statusCodes().get(0))
                .containsExactly(
                        "VinNotCarriedByChrome",
                        "VinNotCarriedByChrome",
                        "VinNotCarriedByChrome",
                        "InvalidVinLength",
                        "InvalidVinCharacter",
                        "UnrecognizedStyleId",
                        "UnrecognizedStyleId",
                        "InvalidAcodeLength",
                        "InvalidAcodeCharacter",
                        "UnrecognizedAcode",
                        "NameMatchNotFound");
    }

    @Test
    void describesTheSameStyleByVinStyleIdAcodeAndName() {
        AdsAnswer byVin = ads.describeVin(SEDAN);
        int id = byVin.styleIds().get(0);
        AdsAnswer byId = ads.describeStyle(id);
        AdsAnswer byAcode = ads.describe("<acode>" + byVin.first("acode").getTextContent() + "</acode>");
        AdsAnswer byName =
                ads.describe("<modelYear>2020</modelYear><makeName>HONDA</makeName><modelName>accord</modelName>");

        assertThat(byId.first("style").isEqualNode(byVin.first("style"))).isTrue();
        assertThat(byAcode.first("style").isEqualNode(byVin.first("style"))).isTrue();
        assertThat(byName.styleIds()).contains(id).hasSizeGreaterThan(1);
        assertThat(byName.all("style")).anyMatch(style -> style.isEqualNode(byVin.first("style")));
    }

    @Test
    void namesWhatAllStylesHaveInCommon() {
        AdsAnswer pickup = ads.describeVin(PICKUP);
        AdsAnswer custom = ads.describe("<vin>" + PICKUP + "</vin><trimName>Custom</trimName>");

        assertThat(pickup.body().getAttribute("bestMakeName")).isEqualTo("Chevrolet");
        assertThat(pickup.body().getAttribute("bestModelName")).isEqualTo("Silverado 1500");
        assertThat(pickup.body().hasAttribute("bestTrimName")).isFalse();
        assertThat(custom.body().getAttribute("bestTrimName")).isEqualTo("Custom");
        assertThat(custom.styleIds())
                .hasSizeGreaterThan(1)
                .hasSizeLessThan(pickup.styleIds().size());
    }

    @Test
    void hasRegionalAndFleetStylesOnlyWhereTheyAreWanted() {
        String all = "<modelYear>2020</modelYear><makeName>Ford</makeName><modelName>F-250</modelName>";
        int everything = ads.describe(all + AdsClient.switches("IncludeRegionalVehicles"))
                .styleIds()
                .size();
        int retail = ads.describe(all + "<vehicleProcessMode>ExcludeFleetOnly</vehicleProcessMode>")
                .styleIds()
                .size();
        List<Element> fleet = ads.describe(all + "<vehicleProcessMode>ExcludeRetailOnly</vehicleProcessMode>")
                .all("style");

        assertThat(retail).isLessThanOrEqualTo(everything);
        assertThat(fleet).isNotEmpty().allMatch(style -> style.getAttribute("modelFleet")
                .equals("true"));
    }

    @Test
    void countsStandardsAsInstalledThatCantHaveBeenRemoved() {
        String vin = "<vin>" + SEDAN + "</vin>";
        long safe = installedStandards(ads.describe(vin));
        AdsAnswer everything = ads.describe(vin + AdsClient.switches("DisableSafeStandards"));
        AdsAnswer without = ads.describe(vin + AdsClient.switches("DisableStandardEquipment"));

        assertThat(safe).isPositive().isLessThan(everything.all("standard").size());
        assertThat(installedStandards(everything))
                .isEqualTo(everything.all("standard").size());
        assertThat(installedStandards(without)).isZero();
    }

    @Test
    void limitsSpecificationsToTheTitlesAskedFor() {
        String title = "<includeTechnicalSpecificationTitleId>%d</includeTechnicalSpecificationTitleId>";
        AdsAnswer answer = ads.describe("<vin>" + SEDAN + "</vin>" + title.formatted(44) + title.formatted(9999));

        assertThat(answer.all("titleId")).extracting(Element::getTextContent).containsExactly("44");
        assertThat(answer.statusCodes()).containsExactly("UnrecognizedTechnicalSpecificationTitleId");
    }

    @Test
    void speaksEnglishWhateverIsAsked() {
        AdsAnswer answer = ads.call(
                "VehicleDescriptionRequest",
                "",
                ads.accountInfo().replace("\"en\"", "\"FR\"") + "<vin>" + SEDAN + "</vin>");

        assertThat(answer.statusCodes()).containsExactly("UsingAlternateLocale");
        assertThat(answer.body().getAttribute("language")).isEqualTo("en");
    }

    @Test
    void compressesForWhoAcceptsIt() throws IOException {
        HttpResponse<byte[]> compressed = AdsClient.send(ads.request(envelope(SEDAN))
                .header("Accept-Encoding", "gzip, deflate")
                .build());
        byte[] plain = AdsClient.send(ads.request(envelope(SEDAN)).build()).body();

        assertThat(compressed.headers().firstValue("Content-Encoding")).hasValue("gzip");
        assertThat(compressed.body().length).isLessThan(plain.length / 4);
        try (var unzipped = new GZIPInputStream(new ByteArrayInputStream(compressed.body()))) {
            assertThat(unzipped.readAllBytes()).isEqualTo(plain);
        }
    }

    @Test
    void hasPicturesInDescriptionsAsFarAsTheAccountMay() throws IOException {
        String vin = "<vin>" + SEDAN + "</vin>";
        try (Sandbox licensed = Sandbox.start(new SandboxSettings().galleryLicence(GalleryLicence.BOTH))) {
            AdsClient client = new AdsClient(licensed, "7c");
            AdsAnswer both = client.describe(vin + AdsClient.FULL);
            AdsAnswer views = client.describe(vin + "<includeMediaGallery>Multi-View</includeMediaGallery>");
            String generic = both.first("exteriorColor").getAttribute("colorName");
            AdsAnswer matched = client.describe(vin + "<exteriorColorName>" + generic + "</exteriorColorName>"
                    + "<includeMediaGallery>ColorMatch</includeMediaGallery>");

            assertThat(both.violation()).isEmpty();
            assertThat(both.all("view")).isNotEmpty();
            assertThat(both.first("colorized").getAttribute("primaryColorOptionCode"))
                    .isNotEmpty();
            assertThat(views.all("colorized")).isEmpty();
            assertThat(matched.all("view")).isEmpty();
            assertThat(matched.all("colorized"))
                    .extracting(photo -> photo.getAttribute("match"))
                    .contains("true", "false");
            assertThat(views.first("view").getAttribute("url"))
                    .isNotEqualTo(client.describe(vin).first("view").getAttribute("url"));
        }
    }

    private static long installedStandards(AdsAnswer answer) {
        return answer.all("standard").stream()
                .filter(standard -> !AdsAnswer.elements(standard, "installed").isEmpty())
                .count();
    }

    private static String envelope(String vin) {
        return "<e:Envelope xmlns:e=\"http://schemas.xmlsoap.org/soap/envelope/\"><e:Body>"
                + "<VehicleDescriptionRequest xmlns=\"urn:description7c.services.chrome.com\">" + ads.accountInfo()
                + "<vin>" + vin + "</vin></VehicleDescriptionRequest></e:Body></e:Envelope>";
    }
}
