package io.vinbridge.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.vinbridge.sandbox.catalog.Country;
import io.vinbridge.sandbox.desk.Refusal;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.SAXException;

class SandboxFaultsTest {
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
    void refusesWhatTheSchemaForbidsInTheWordsOfItsValidator() {
        long before = sandbox.ledger().refusedBySchema();
        AdsAnswer withoutNumber =
                ads.post("<ns1:VersionInfoRequest xmlns:ns1=\"urn:description7c.services.chrome.com\">"
                        + "<ns1:accountInfo secret=\"s\" country=\"US\" language=\"en\"/></ns1:VersionInfoRequest>");
        AdsAnswer wrongOrder = ads.describe("<trimName>LX</trimName><vin>1HGCV1F33LAA12345</vin>");
        AdsAnswer twoVehicles = ads.describe("<vin>1HGCV1F33LAA12345</vin><styleId>1</styleId>");
        AdsAnswer unknownSwitch = ads.describe("<vin>1HGCV1F33LAA12345</vin><switch>ShowMeMore</switch>");
        AdsAnswer unknownType = ads.call(
                "VersionInfoRequest",
                "xmlns:i=\"http://www.w3.org/2001/XMLSchema-instance\" i:type=\"Nothing\"",
                ads.accountInfo());

        assertThat(List.of(withoutNumber, wrongOrder, twoVehicles, unknownSwitch, unknownType))
                .allSatisfy(answer -> assertThat(answer.status()).isEqualTo(500));
        assertThat(withoutNumber.fault())
                .isEqualTo("cvc-complex-type.4: Attribute 'number' must appear on element 'ns1:accountInfo'.");
        assertThat(wrongOrder.fault())
                .startsWith("cvc-complex-type.2.4.a: Invalid content was found starting with element")
                .contains("trimName", "is expected");
        assertThat(twoVehicles.fault()).startsWith("cvc-complex-type.2.4");
        assertThat(unknownSwitch.fault()).startsWith("cvc-enumeration-valid");
        assertThat(unknownType.fault()).startsWith("cvc-elt.4.2: Cannot resolve 'Nothing'");
        assertThat(sandbox.ledger().refusedBySchema() - before).isEqualTo(5);
    }

    @Test
    void takesIn7cWhatItRefusesIn7a() {
        String content = "<vin>1HGCV1F33LAA12345</vin>" + AdsClient.switches("DisableStandardEquipment");

        assertThat(ads.describe(content).status()).isEqualTo(200);
        assertThat(new AdsClient(sandbox, "7a").describe(content).fault()).startsWith("cvc-enumeration-valid");
        assertThat(new AdsClient(sandbox, "7a")
                        .describe("<acode>USC20HOC157D0</acode>")
                        .fault())
                .startsWith("cvc-complex-type.2.4.a");
    }

    @Test
    void refusesEnvelopesThatItCantRead() {
        AdsAnswer notXml = ads.postRaw("{\"vin\": 1}");
        AdsAnswer cutOff = ads.postRaw("<e:Envelope xmlns:e=\"http://schemas.xmlsoap.org/soap/envelope/\"><e:Body>");
        AdsAnswer entities = ads.postRaw("<!DOCTYPE x [<!ENTITY y \"z\">]><x>&y;</x>");
        AdsAnswer empty = ads.post("");
        AdsAnswer response = ads.post("<ModelYears xmlns=\"urn:description7c.services.chrome.com\">"
                + "<responseStatus responseCode=\"Successful\"/></ModelYears>");

        assertThat(List.of(notXml, cutOff, entities)).allSatisfy(answer -> {
            assertThat(answer.status()).isEqualTo(500);
            assertThat(answer.fault()).contains("XML reader error");
        });
        assertThat(empty.fault()).isEqualTo("Missing payload in SOAP Body");
        assertThat(response.fault())
                .isEqualTo("Cannot find dispatch method for {urn:description7c.services.chrome.com}ModelYears");
    }

    @Test
    void refusesTheWrongAccountAndTheCountryThatIsNotLicensed() throws IOException {
        SandboxSettings settings = new SandboxSettings()
                .account("12345", "s3cret")
                .countries(Set.of(Country.CA))
                .refusal(Refusal.COUNTRY, "Not there.");
        try (Sandbox strict = Sandbox.start(settings)) {
            AdsClient client = new AdsClient(strict, "7c");
            String right = "<accountInfo number=\"12345\" secret=\"s3cret\" country=\"%s\" language=\"en\"/>";

            assertThat(client.call("ModelYearsRequest", "", client.accountInfo())
                            .fault())
                    .isEqualTo(Refusal.CREDENTIALS.usualText());
            assertThat(client.call("ModelYearsRequest", "", right.formatted("US"))
                            .fault())
                    .isEqualTo("Not there.");
            assertThat(client.call("ModelYearsRequest", "", right.formatted("MX"))
                            .fault())
                    .isEqualTo("Not there.");
            assertThat(client.call("ModelYearsRequest", "", right.formatted("CA"))
                            .status())
                    .isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"7a", "7b", "7c"})
    void servesAWsdlWhoseSchemaCompiles(String version) throws SAXException {
        String wsdl = get(sandbox.describeUrl(version) + "?WSDL");

        assertThat(wsdl)
                .contains("soap:address location=\"" + sandbox.describeUrl(version) + "\"")
                .contains("targetNamespace=\"urn:description" + version + ".services.chrome.com\"")
                .doesNotContain("@");
        String schema = wsdl.substring(wsdl.indexOf("<xs:schema"), wsdl.indexOf("</wsdl:types>"));
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(new StreamSource(new StringReader(schema)));
    }

    @ParameterizedTest
    @CsvSource({"/Description/7c,Web Services", "/Description/7d,Not found", "/elsewhere,/sandbox"})
    void answersWhoeverComesWithABrowser(String path, String expected) {
        assertThat(get(sandbox.address() + path)).contains(expected);
    }

    private static String get(String address) {
        return new String(
                AdsClient.send(HttpRequest.newBuilder(URI.create(address)).build())
                        .body(),
                StandardCharsets.UTF_8);
    }
}
