package io.vinbridge.chromedata.ads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.vinbridge.chromedata.ads.AdsEnvelope.AccountInfo;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** Whatever an account or a caller is called, it comes out as it went in, and nothing of it becomes markup. */
class AdsEnvelopeLawsTest {

    private static final String NAMESPACE = "urn:description7c.services.chrome.com";

    @Property
    void carriesEveryTextAsItIs(
            @ForAll("texts") String number,
            @ForAll("texts") String secret,
            @ForAll("texts") String make,
            @ForAll("texts") String model)
            throws Exception {
        AdsEnvelope envelope =
                new AdsEnvelope(NAMESPACE, new AccountInfo(number, secret, "US", "en"), List.of("IncludeDefinitions"));
        Document written = parsed(envelope.write(new AdsOperation.DescribeModel(2012, make, model, null, null)));
        Element account = (Element)
                written.getElementsByTagNameNS(NAMESPACE, "accountInfo").item(0);

        assertThat(account.getAttribute("number")).isEqualTo(number);
        assertThat(account.getAttribute("secret")).isEqualTo(secret);
        assertThat(text(written, "makeName")).isEqualTo(make);
        assertThat(text(written, "modelName")).isEqualTo(model);
        assertThat(written.getElementsByTagNameNS("*", "*").getLength()).isEqualTo(8);
    }

    @Property
    void writesEveryVinThatIsNoneAsAVinToo(@ForAll("texts") String vin) throws Exception {
        AdsEnvelope envelope = new AdsEnvelope(NAMESPACE, new AccountInfo("1", "2", "US", "en"), List.of());

        assertThat(text(parsed(envelope.write(new AdsOperation.DescribeVin(vin))), "vin"))
                .isEqualTo(vin);
    }

    @Example
    void refusesWhatNoXmlCanCarryWithoutShowingTheAccount() {
        AdsEnvelope envelope = new AdsEnvelope(NAMESPACE, new AccountInfo("300123", "s3cr3t", "US", "en"), List.of());

        assertThatIllegalStateException()
                .isThrownBy(() -> envelope.write(new AdsOperation.DescribeVin("\u0000")))
                .withMessage("cannot write DescribeVin[vin=\u0000]");
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> hostile = Arbitraries.of(
                "\"/><switch>IncludeOnlyOEMBuildDataDecode</switch><x a=\"",
                "</vin></VehicleDescriptionRequest></S:Body></S:Envelope>",
                "]]>",
                "<![CDATA[",
                "<!-- ",
                "&amp;&#x0;&lol;",
                "line\r\nline\ttab\n",
                "  blanks  ",
                "Citroën 🚗 雪铁龙",
                "\u0085\u2028\ufeff\ufffd");
        Arbitrary<String> any = Arbitraries.strings()
                .withCharRange(' ', '\ud7ff')
                .withCharRange('\ue000', '\ufffd')
                .withChars('\t', '\n', '\r')
                .ofMaxLength(200);
        return Arbitraries.oneOf(hostile, any);
    }

    private static String text(Document document, String name) {
        return document.getElementsByTagNameNS(NAMESPACE, name).item(0).getTextContent();
    }

    private static Document parsed(byte[] xml) throws ParserConfigurationException, SAXException, IOException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml));
    }
}
