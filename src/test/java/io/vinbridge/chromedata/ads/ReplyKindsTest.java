package io.vinbridge.chromedata.ads;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vinbridge.chromedata.description.Warning;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Data, a decline or a fault; and what is none of them. */
class ReplyKindsTest {

    private static final String FAULT = "<S:Fault xmlns:ns4=\"http://www.w3.org/2003/05/soap-envelope\">"
            + "<faultcode>S:Server</faultcode><faultstring>%s</faultstring><detail><x>more</x></detail></S:Fault>";

    @Test
    void declinesWithTheCodesOfAllStatuses() {
        assertThat(WireAnswers.read(WireAnswers.DESCRIBE, WireAnswers.recorded("unsuccessful-7c.xml")))
                .isEqualTo(
                        new AdsReply.Declined(List.of(new Warning("VinNotCarriedByChrome", "The VIN is not carried"))));
    }

    @Test
    void declinesEvenWhereDataStandsBesideUnsuccessful() {
        assertThat(
                        describe(
                                "<responseStatus responseCode=\"Unsuccessful\"><status code=\"InvalidVinLength\"> Too short "
                                        + "</status><status code=\"Unexpected\">Second</status></responseStatus><style id=\"1\"/>"))
                .isEqualTo(new AdsReply.Declined(
                        List.of(new Warning("InvalidVinLength", "Too short"), new Warning("Unexpected", "Second"))));
    }

    @Test
    void declinesWhereASuccessDescribesNothing() {
        assertThat(describe(
                        "<responseStatus responseCode=\"Successful\"><status code=\"NameMatchNotFound\">None</status>"
                                + "</responseStatus><engine/>"))
                .isEqualTo(new AdsReply.Declined(List.of(new Warning("NameMatchNotFound", "None"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Successful", "ConditionallySuccessful", "SuccessfulUsingAlternateLocale"})
    void isDataWithWarningsUnderEveryCodeButUnsuccessful(String code) {
        AdsReply reply = describe("<responseStatus responseCode=\"" + code
                + "\"><matchedEquipment><categoryId>1</categoryId></matchedEquipment><status>No code</status>"
                + "<status code=\"SomethingNew\"/></responseStatus><style id=\"7\"/>");

        assertThat(WireAnswers.description(reply).styles().get(0).id()).isEqualTo(7);
        assertThat(((AdsReply.Data) reply).warnings())
                .containsExactly(new Warning("Unknown", "No code"), new Warning("SomethingNew", ""));
    }

    @Test
    void isNoAnswerAboutAModelOfAnotherYear() {
        AdsOperation question = new AdsOperation.DescribeModel(2019, "Acura", "TLX", null, null);

        byte[] answer = WireAnswers.envelope(WireAnswers.element(
                "VehicleDescription", WireAnswers.SUCCESSFUL + "<style id=\"7\" modelYear=\"2018\"/>"));

        assertThatThrownBy(() -> WireAnswers.read(question, answer))
                .isInstanceOf(UnreadableAnswer.class)
                .hasMessageContaining("another model year");
    }

    @Test
    void warnsOnlyOfWhatTheServiceSaid() {
        assertThat(((AdsReply.Data) describe(WireAnswers.SUCCESSFUL + "<style id=\"7\"/>")).warnings())
                .isEqualTo(List.of());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cvc-complex-type.4: Attribute 'number' must appear on element 'ns1:accountInfo'.|true",
                "org.xml.sax.SAXParseException: cvc-elt.4.2: Cannot resolve 'x' to a type definition.|true",
                "Invalid account number or secret.|false",
                "Account is not licensed for country CA|false",
                "Cannot find dispatch method for {urn:description7c.services.chrome.com}X|true",
                "Unmarshalling Error: unexpected element (uri:'', local:'vin')|true",
                "Couldn't create SOAP message due to exception: XML reader error|true",
                "Ask about cvc-elt.1 instead|false",
            })
    void tellsComplaintsOfFormFromOtherFaultsAndKeepsTheirText(String text, boolean ofForm) {
        AdsReply reply = WireAnswers.read(WireAnswers.DESCRIBE, WireAnswers.envelope(FAULT.formatted(text)));

        assertThat(reply).isEqualTo(new AdsReply.Fault("Server", text));
        assertThat(((AdsReply.Fault) reply).ofForm()).isEqualTo(ofForm);
    }

    @Test
    void readsAFaultInPlaceOfAnyAnswer() {
        assertThat(WireAnswers.read(
                        new AdsOperation.ModelYears(), WireAnswers.envelope("<S:Fault><faultcode/></S:Fault>")))
                .isEqualTo(new AdsReply.Fault("", "a fault without a text"));
    }

    @Test
    void refusesTheAnswerToAnotherQuestion() {
        assertThatThrownBy(() -> WireAnswers.read(
                        WireAnswers.DESCRIBE, WireAnswers.envelope(WireAnswers.element("Divisions", ""))))
                .isInstanceOf(UnreadableAnswer.class)
                .hasMessage("the answer is a Divisions, not a VehicleDescription");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<VehicleDescription xmlns=\"urn:description7b.services.chrome.com\"/>"
                        + "|the answer is in namespace urn:description7b.services.chrome.com,"
                        + " not urn:description7c.services.chrome.com",
                "<Fault xmlns=\"urn:other\"/>"
                        + "|the answer is in namespace urn:other, not urn:description7c.services.chrome.com",
                "<VehicleDescription xmlns=\"urn:description7c.services.chrome.com\"><style id=\"1\"/>"
                        + "</VehicleDescription>|the answer has no response status",
                "<VehicleDescription xmlns=\"urn:description7c.services.chrome.com\"><responseStatus"
                        + " responseCode=\"Successful\"/></VehicleDescription>"
                        + "|the answer is Successful without data and without a status",
                "' '|the envelope is empty",
            })
    void refusesContentThatIsNoAnswer(String content, String complaint) {
        assertThatThrownBy(() -> WireAnswers.read(WireAnswers.DESCRIBE, WireAnswers.envelope(content)))
                .isInstanceOf(UnreadableAnswer.class)
                .hasMessage(complaint);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html><body>Service Unavailable</body></html>",
                "<Envelope/>",
                "<S:Envelope xmlns:S=\"http://www.w3.org/2001/12/soap-envelope\"><S:Body/></S:Envelope>",
                "<S:Body xmlns:S=\"http://schemas.xmlsoap.org/soap/envelope/\"/>",
            })
    void refusesWhatIsNoEnvelopeOfSoap(String xml) {
        assertThatThrownBy(() -> WireAnswers.read(WireAnswers.DESCRIBE, xml.getBytes(UTF_8)))
                .isInstanceOf(UnreadableAnswer.class)
                .hasMessage("the answer is no SOAP envelope");
    }

    private static AdsReply describe(String content) {
        return WireAnswers.read(
                WireAnswers.DESCRIBE, WireAnswers.envelope(WireAnswers.element("VehicleDescription", content)));
    }
}
