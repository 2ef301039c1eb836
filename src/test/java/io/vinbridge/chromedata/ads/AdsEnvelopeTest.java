package io.vinbridge.chromedata.ads;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.vinbridge.chromedata.ads.AdsEnvelope.AccountInfo;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;

/** What is sent for each of the nine operations, as it goes over the wire (ChromeData on the wire, 1). */
class AdsEnvelopeTest {

    private static final AdsEnvelope ENVELOPE = new AdsEnvelope(
            "urn:description7c.services.chrome.com",
            new AccountInfo("1234", "s<e>\"c&t", "US", "en"),
            List.of("ShowAvailableEquipment", "IncludeDefinitions"));

    private static final String ACCOUNT =
            "<accountInfo number=\"1234\" secret=\"s&lt;e>&quot;c&amp;t\" country=\"US\" language=\"en\"/>";
    private static final String SWITCHES = "<switch>ShowAvailableEquipment</switch><switch>IncludeDefinitions</switch>";

    static Stream<Arguments> operations() {
        return Stream.of(
                operation(
                        new AdsQuestion.DescribeVin("1FTFW1E50PFA12345"),
                        "VehicleDescriptionRequest",
                        "",
                        "<vin>1FTFW1E50PFA12345</vin>" + SWITCHES),
                operation(
                        new AdsQuestion.DescribeStyle(435601),
                        "VehicleDescriptionRequest",
                        "",
                        "<styleId>435601</styleId>" + SWITCHES),
                operation(
                        new AdsQuestion.DescribeModel(2023, "Town & Country", "A<B"),
                        "VehicleDescriptionRequest",
                        "",
                        "<modelYear>2023</modelYear><makeName>Town &amp; Country</makeName>"
                                + "<modelName>A&lt;B</modelName>" + SWITCHES),
                operation(new AdsQuestion.Versions(), "VersionInfoRequest", "", ""),
                operation(new AdsQuestion.ModelYears(), "ModelYearsRequest", "", ""),
                operation(new AdsQuestion.Divisions(2023), "DivisionsRequest", " modelYear=\"2023\"", ""),
                operation(new AdsQuestion.Subdivisions(2023), "SubdivisionsRequest", " modelYear=\"2023\"", ""),
                operation(
                        new AdsQuestion.ModelsOfDivision(2023, 13),
                        "ModelsRequest",
                        "",
                        "<modelYear>2023</modelYear><divisionId>13</divisionId>"),
                operation(
                        new AdsQuestion.ModelsOfSubdivision(2023, 6062),
                        "ModelsRequest",
                        "",
                        "<modelYear>2023</modelYear><subdivisionId>6062</subdivisionId>"),
                operation(new AdsQuestion.Styles(34567), "StylesRequest", " modelId=\"34567\"", ""),
                operation(new AdsQuestion.CategoryDefinitions(), "CategoryDefinitionsRequest", "", ""),
                operation(
                        new AdsQuestion.SpecificationDefinitions(),
                        "TechnicalSpecificationDefinitionsRequest",
                        "",
                        ""));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("operations")
    void asksAsTheSchemaWantsIt(AdsQuestion question, String expected) {
        assertThat(new String(ENVELOPE.write(question), UTF_8)).isEqualTo(expected);
    }

    @Test
    void carriesEveryValueThroughTheMarkup() throws Exception {
        String hostile = "]]><!--&#0;?> \"'\u00e9\ud83d\ude97";
        byte[] written = ENVELOPE.write(new AdsQuestion.DescribeModel(2023, hostile.replace("&#0;", "&"), "x"));

        Document read =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(written));

        assertThat(read.getElementsByTagName("makeName").item(0).getTextContent())
                .isEqualTo(hostile.replace("&#0;", "&"));
    }

    @Test
    void keepsTheSecretOutOfWhatIsLogged() {
        assertThat(new AccountInfo("1234", "hush", "US", "en")).hasToString("AccountInfo[US/en]");
    }

    private static Arguments operation(AdsQuestion question, String name, String attributes, String elements) {
        return Arguments.of(
                question,
                "<?xml version='1.0' encoding='UTF-8'?><S:Envelope xmlns:S=\"http://schemas.xmlsoap.org/soap/envelope/\">"
                        + "<S:Body><" + name + " xmlns=\"urn:description7c.services.chrome.com\"" + attributes + ">"
                        + ACCOUNT + elements + "</" + name + "></S:Body></S:Envelope>");
    }
}
