package io.vinbridge.chromedata.ads;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.vinbridge.chromedata.ads.AdsEnvelope.AccountInfo;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The questions as they go over the wire. */
class AdsEnvelopeTest {

    private static final String OPEN = "<?xml version='1.0' encoding='UTF-8'?>"
            + "<S:Envelope xmlns:S=\"http://schemas.xmlsoap.org/soap/envelope/\"><S:Body>";
    private static final String CLOSE = "</S:Body></S:Envelope>";
    private static final String NAMESPACE = " xmlns=\"urn:description7c.services.chrome.com\"";
    private static final String ACCOUNT =
            "<accountInfo number=\"300123\" secret=\"s3cr3t\" country=\"CA\" language=\"fr\"/>";
    private static final String SWITCHES = "<switch>ShowAvailableEquipment</switch><switch>IncludeDefinitions</switch>";
    private static final AccountInfo CUSTOMER = new AccountInfo("300123", "s3cr3t", "CA", "fr");

    @ParameterizedTest
    @MethodSource
    void writesAQuestionAsTheSchemaWantsIt(AdsOperation question, String request) {
        AdsEnvelope envelope = new AdsEnvelope(
                "urn:description7c.services.chrome.com",
                CUSTOMER,
                List.of("ShowAvailableEquipment", "IncludeDefinitions"));

        assertThat(new String(envelope.write(question), UTF_8)).isEqualTo(OPEN + request + CLOSE);
    }

    static Stream<Arguments> writesAQuestionAsTheSchemaWantsIt() {
        return Stream.of(
                arguments(
                        new AdsOperation.DescribeVin("1FTFW1E50PFA12345"),
                        request("VehicleDescriptionRequest", "", ACCOUNT + "<vin>1FTFW1E50PFA12345</vin>" + SWITCHES)),
                arguments(
                        new AdsOperation.DescribeStyle(435601),
                        request("VehicleDescriptionRequest", "", ACCOUNT + "<styleId>435601</styleId>" + SWITCHES)),
                arguments(
                        new AdsOperation.DescribeModel(2012, "Chrysler", "Town & Country", null, null),
                        request(
                                "VehicleDescriptionRequest",
                                "",
                                ACCOUNT + "<modelYear>2012</modelYear><makeName>Chrysler</makeName>"
                                        + "<modelName>Town &amp; Country</modelName>" + SWITCHES)),
                arguments(
                        new AdsOperation.DescribeModel(2012, "Honda", "Accord", "4dr Sdn LX", "LX"),
                        request(
                                "VehicleDescriptionRequest",
                                "",
                                ACCOUNT + "<modelYear>2012</modelYear><makeName>Honda</makeName>"
                                        + "<modelName>Accord</modelName><styleName>4dr Sdn LX</styleName>"
                                        + "<trimName>LX</trimName>" + SWITCHES)),
                arguments(new AdsOperation.Versions(), request("VersionInfoRequest", "", ACCOUNT)),
                arguments(new AdsOperation.ModelYears(), request("ModelYearsRequest", "", ACCOUNT)),
                arguments(
                        new AdsOperation.Divisions(2012), request("DivisionsRequest", " modelYear=\"2012\"", ACCOUNT)),
                arguments(
                        new AdsOperation.Subdivisions(2012),
                        request("SubdivisionsRequest", " modelYear=\"2012\"", ACCOUNT)),
                arguments(
                        new AdsOperation.ModelsOfDivision(2012, 1),
                        request(
                                "ModelsRequest",
                                "",
                                ACCOUNT + "<modelYear>2012</modelYear><divisionId>1</divisionId>")),
                arguments(
                        new AdsOperation.ModelsOfSubdivision(2012, 6062),
                        request(
                                "ModelsRequest",
                                "",
                                ACCOUNT + "<modelYear>2012</modelYear><subdivisionId>6062</subdivisionId>")),
                arguments(new AdsOperation.Styles(24001), request("StylesRequest", " modelId=\"24001\"", ACCOUNT)),
                arguments(new AdsOperation.CategoryDefinitions(), request("CategoryDefinitionsRequest", "", ACCOUNT)),
                arguments(
                        new AdsOperation.SpecificationDefinitions(),
                        request("TechnicalSpecificationDefinitionsRequest", "", ACCOUNT)));
    }

    @Test
    void asksAnotherVersionInItsOwnNamespace() {
        AdsEnvelope envelope = new AdsEnvelope("urn:description7a.services.chrome.com", CUSTOMER, List.of());

        assertThat(new String(envelope.write(new AdsOperation.DescribeStyle(7)), UTF_8))
                .isEqualTo(OPEN + "<VehicleDescriptionRequest xmlns=\"urn:description7a.services.chrome.com\">"
                        + ACCOUNT + "<styleId>7</styleId></VehicleDescriptionRequest>" + CLOSE);
    }

    @Test
    void neverShowsTheAccount() {
        assertThat(CUSTOMER).hasToString("AccountInfo[CA/fr]");
    }

    private static String request(String name, String attributes, String content) {
        return "<" + name + NAMESPACE + attributes + ">" + content + "</" + name + ">";
    }
}
