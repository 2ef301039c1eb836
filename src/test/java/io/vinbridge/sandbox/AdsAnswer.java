package io.vinbridge.sandbox;

import io.vinbridge.sandbox.ads.soap.AdsVersion;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** What came back over SOAP. */
record AdsAnswer(String version, HttpResponse<byte[]> http) {

    private static final Map<String, Schema> SCHEMAS = new ConcurrentHashMap<>();

    int status() {
        return http.statusCode();
    }

    String text() {
        return new String(http.body(), StandardCharsets.UTF_8);
    }

    /** The element in the body of the envelope. */
    Element body() {
        Element envelope = document().getDocumentElement();
        return (Element) envelope.getFirstChild().getFirstChild();
    }

    String fault() {
        return document().getElementsByTagName("faultstring").item(0).getTextContent();
    }

    String responseCode() {
        return first("responseStatus").getAttribute("responseCode");
    }

    List<String> statusCodes() {
        return all("status").stream().map(status -> status.getAttribute("code")).toList();
    }

    /** All elements of a name, however deep. */
    List<Element> all(String name) {
        return elements(body(), name);
    }

    Element first(String name) {
        return all(name).get(0);
    }

    boolean has(String name) {
        return !all(name).isEmpty();
    }

    List<Integer> styleIds() {
        return all("style").stream()
                .map(style -> Integer.valueOf(style.getAttribute("id")))
                .toList();
    }

    List<String> causes(String element) {
        return all(element).stream()
                .flatMap(one -> elements(one, "installed").stream())
                .map(installed -> installed.getAttribute("cause"))
                .distinct()
                .toList();
    }

    static List<Element> elements(Element within, String name) {
        NodeList found = within.getElementsByTagNameNS("*", name);
        return IntStream.range(0, found.getLength())
                .mapToObj(at -> (Element) found.item(at))
                .toList();
    }

    /** Why the body is not what the schema says; empty if it is. */
    String violation() {
        try {
            SCHEMAS.computeIfAbsent(version, AdsAnswer::compiled).newValidator().validate(new DOMSource(body()));
            return "";
        } catch (SAXException | IOException e) {
            return e.getMessage();
        }
    }

    private Document document() {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            return factory.newDocumentBuilder().parse(new ByteArrayInputStream(http.body()));
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new AssertionError(text(), e);
        }
    }

    private static Schema compiled(String version) {
        try {
            return SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                    .newSchema(new StreamSource(new StringReader(
                            AdsVersion.numbered(version).orElseThrow().schema())));
        } catch (SAXException e) {
            throw new AssertionError(e);
        }
    }
}
