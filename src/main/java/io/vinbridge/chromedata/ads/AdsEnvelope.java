package io.vinbridge.chromedata.ads;

import com.ctc.wstx.stax.WstxOutputFactory;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes questions as SOAP 1.1 envelopes. The service validates them against its schema, so the order of elements is
 * part of the wire, and what is an attribute in one operation is an element in another.
 */
public final class AdsEnvelope {

    private static final String SOAP = "http://schemas.xmlsoap.org/soap/envelope/";
    private static final XMLOutputFactory FACTORY = new WstxOutputFactory();

    private final String namespace;
    private final AccountInfo account;
    private final List<String> switches;

    /** An envelope writer for one version, account and locale; {@code switches} are sent with every describeVehicle. */
    public AdsEnvelope(String namespace, AccountInfo account, List<String> switches) {
        this.namespace = namespace;
        this.account = account;
        this.switches = List.copyOf(switches);
    }

    /** The four attributes by which the service knows who asks and in which locale. */
    public record AccountInfo(String number, String secret, String country, String language) {
        @Override
        public String toString() {
            return "AccountInfo[" + country + "/" + language + "]";
        }
    }

    /** The envelope as UTF-8 bytes. */
    public byte[] write(AdsOperation question) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
        try {
            XMLStreamWriter xml = FACTORY.createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
            xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
            xml.setPrefix("S", SOAP);
            xml.writeStartElement(SOAP, "Envelope");
            xml.writeNamespace("S", SOAP);
            xml.writeStartElement(SOAP, "Body");
            content(question.request(), xml);
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("cannot write " + question, e);
        }
        return bytes.toByteArray();
    }

    private void content(AdsRequest request, XMLStreamWriter xml) throws XMLStreamException {
        xml.setDefaultNamespace(namespace);
        xml.writeStartElement(namespace, request.name());
        xml.writeDefaultNamespace(namespace);
        for (Map.Entry<String, Object> attribute : request.attributes().entrySet()) {
            xml.writeAttribute(attribute.getKey(), attribute.getValue().toString());
        }
        accountInfo(xml);
        for (Map.Entry<String, Object> element : request.elements().entrySet()) {
            element(xml, element.getKey(), element.getValue().toString());
        }
        if (request.describes()) {
            for (String name : switches) {
                element(xml, "switch", name);
            }
        }
    }

    private void accountInfo(XMLStreamWriter xml) throws XMLStreamException {
        xml.writeEmptyElement(namespace, "accountInfo");
        xml.writeAttribute("number", account.number());
        xml.writeAttribute("secret", account.secret());
        xml.writeAttribute("country", account.country());
        xml.writeAttribute("language", account.language());
    }

    private void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(namespace, name);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }
}
