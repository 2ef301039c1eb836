package io.vinbridge.events.formats.messages;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.xml.XmlFactory;
import com.fasterxml.jackson.dataformat.xml.XmlMapper;
import io.vinbridge.failures.Failure;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.Reader;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * XML as a tree of JSON: elements and attributes are members by their local names, one that repeats is a list, text
 * beside attributes stands under the empty name. What has a DTD is refused before anything of it is read.
 */
public final class XmlTree {

    private static final int DEEPEST = 100;
    private static final XMLInputFactory STAX = stax();
    private static final XmlMapper MAPPER = new XmlMapper(XmlFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
            .build());

    private XmlTree() {}

    /**
     * The tree of a document that begins at {@code from}, under the local name of its root.
     *
     * @throws Failure if it is not well formed, or has a DTD
     */
    static JsonNode read(byte[] xml, int from) {
        try {
            XMLStreamReader reader = STAX.createXMLStreamReader(new ByteArrayInputStream(xml, from, xml.length - from));
            while (reader.next() != XMLStreamConstants.START_ELEMENT) {
                if (reader.getEventType() == XMLStreamConstants.DTD) {
                    throw MessageParser.unclear("The message has a DTD, which is not read");
                }
            }
            String root = reader.getLocalName();
            return MessageParser.JSON.createObjectNode().set(root, MAPPER.readValue(reader, JsonNode.class));
        } catch (XMLStreamException e) {
            throw MessageParser.unclear("The message is no well-formed XML"
                    + (e.getLocation() == null
                            ? ""
                            : " (line " + e.getLocation().getLineNumber() + ")"));
        } catch (JsonProcessingException e) {
            throw MessageParser.unclear("The message is no well-formed XML" + MessageParser.where(e));
        } catch (IOException e) {
            throw MessageParser.unclear("The message is no well-formed XML");
        }
    }

    /**
     * A reader of a long document, one element after the other. It refuses a DTD and reads no entity.
     *
     * @throws XMLStreamException if it does not begin as XML does
     */
    public static XMLStreamReader elements(Reader xml) throws XMLStreamException {
        return STAX.createXMLStreamReader(xml);
    }

    /**
     * The tree of the element that a reader stands at the beginning of; afterwards it stands at its end.
     *
     * @throws IOException if it is not well formed
     */
    public static JsonNode element(XMLStreamReader reader) throws IOException {
        return MAPPER.readValue(reader, JsonNode.class);
    }

    private static XMLInputFactory stax() {
        WstxInputFactory stax = new WstxInputFactory();
        stax.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        stax.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        stax.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        stax.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, DEEPEST);
        return stax;
    }
}
