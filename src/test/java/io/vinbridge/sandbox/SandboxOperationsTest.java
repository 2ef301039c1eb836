package io.vinbridge.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.vinbridge.sandbox.catalog.Country;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

class SandboxOperationsTest {
    private static Sandbox sandbox;

    @BeforeAll
    static void start() throws IOException {
        sandbox = Sandbox.start();
    }

    @AfterAll
    static void close() throws IOException {
        sandbox.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"7a", "7b", "7c"})
    void answersEveryOperationAsItsSchemaSays(String version) {
        AdsClient ads = new AdsClient(sandbox, version);
        String account = ads.accountInfo();
        List<AdsAnswer> answers = List.of(
                ads.call("VersionInfoRequest", "", account),
                ads.call("ModelYearsRequest", "", account),
                ads.call("DivisionsRequest", "modelYear=\"2020\"", account),
                ads.call("SubdivisionsRequest", "modelYear=\"2020\"", account),
                ads.call("ModelsRequest", "", account + "<modelYear>2020</modelYear><divisionId>17</divisionId>"),
                ads.call("StylesRequest", "modelId=\"26125\"", account),
                ads.call("CategoryDefinitionsRequest", "", account),
                ads.call("TechnicalSpecificationDefinitionsRequest", "", account),
                ads.describeVin("1HGCV1F33LAA12345"));

        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.violation()).isEmpty();
            assertThat(answer.responseCode()).isEqualTo("Successful");
            assertThat(answer.first("responseStatus").getAttribute("description"))
                    .isEqualTo("Successful");
        });
    }

    @Test
    void writesItsRepliesLikeTheRealService() {
        AdsAnswer answer = new AdsClient(sandbox, "7c").describeVin("1HGCV1F33LAA12345");

        assertThat(answer.text())
                .startsWith("<?xml version='1.0' encoding='UTF-8'?>"
                        + "<S:Envelope xmlns:S=\"http://schemas.xmlsoap.org/soap/envelope/\"><S:Body>"
                        + "<VehicleDescription xmlns=\"urn:description7c.services.chrome.com\"");
        assertThat(answer.http().headers().firstValue("Content-Type")).hasValue("text/xml;charset=utf-8");
        assertThat(answer.http().headers().firstValue("Chrome").orElseThrow()).matches("\\d+\\.\\d+");
    }

    @Test
    void tellsTheBuildOfEachCountryAndWhichOfThemIsLicensed() throws IOException {
        SandboxSettings settings = new SandboxSettings().countries(Set.of(Country.CA));
        try (Sandbox canadian = Sandbox.start(settings)) {
            AdsClient ads = new AdsClient(canadian, "7c", "CA");
            List<Element> rows =
                    ads.call("VersionInfoRequest", "", ads.accountInfo()).all("data");

            assertThat(rows).extracting(row -> row.getAttribute("country")).containsExactly("US", "CA");
            assertThat(rows).extracting(row -> row.getAttribute("licensed")).containsExactly("false", "true");
            assertThat(rows).allSatisfy(row -> {
                assertThat(row.getAttribute("build")).matches("\\d+");
                assertThat(OffsetDateTime.parse(row.getAttribute("date"))).isNotNull();
            });
        }
    }

    @Test
    void leadsFromTheNewestYearDownToStylesThatCanBeDescribed() {
        AdsClient ads = new AdsClient(sandbox, "7a");
        List<Element> years =
                ads.call("ModelYearsRequest", "", ads.accountInfo()).all("modelYear");
        assertThat(years.get(0).getTextContent())
                .isEqualTo(String.valueOf(Year.now(ZoneOffset.UTC).getValue() + 1));
        assertThat(years.get(years.size() - 1).getTextContent()).isEqualTo("1981");

        Element honda = named(
                ads.call("DivisionsRequest", "modelYear=\"2020\"", ads.accountInfo())
                        .all("division"),
                "Honda");
        Element suvs = named(
                ads.call("SubdivisionsRequest", "modelYear=\"2020\"", ads.accountInfo())
                        .all("subdivision"),
                "Honda SUVs");
        String year = ads.accountInfo() + "<modelYear>2020</modelYear>";
        List<Element> models = ads.call(
                        "ModelsRequest", "", year + "<divisionId>" + honda.getAttribute("id") + "</divisionId>")
                .all("model");
        List<Element> suvModels = ads.call(
                        "ModelsRequest", "", year + "<subdivisionId>" + suvs.getAttribute("id") + "</subdivisionId>")
                .all("model");
        assertThat(models).extracting(Element::getTextContent).contains("Accord", "CR-V", "Odyssey");
        assertThat(suvModels)
                .extracting(Element::getTextContent)
                .contains("CR-V")
                .doesNotContain("Accord");

        String modelId = named(models, "CR-V").getAttribute("id");
        List<Element> styles = ads.call("StylesRequest", "modelId=\"" + modelId + "\"", ads.accountInfo())
                .all("style");
        AdsAnswer described = ads.describeStyle(Integer.parseInt(styles.get(0).getAttribute("id")));
        assertThat(described.first("style").getAttribute("name"))
                .isEqualTo(styles.get(0).getTextContent());
        assertThat(described.first("model").getAttribute("id")).isEqualTo(modelId);
        assertThat(described.has("vinDescription")).isFalse();
    }

    @Test
    void listsNothingForWhatDoesNotExist() {
        AdsClient ads = new AdsClient(sandbox, "7c");
        String account = ads.accountInfo();

        assertThat(ads.call("DivisionsRequest", "modelYear=\"1950\"", account).has("division"))
                .isFalse();
        assertThat(ads.call("StylesRequest", "modelId=\"1\"", account).has("style"))
                .isFalse();
        assertThat(ads.call("StylesRequest", "modelId=\"90000\"", account).has("style"))
                .isFalse();
        assertThat(ads.call("ModelsRequest", "", account + "<modelYear>2020</modelYear><divisionId>999</divisionId>")
                        .has("model"))
                .isFalse();
    }

    private static Element named(List<Element> elements, String name) {
        return elements.stream()
                .filter(element -> element.getTextContent().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
