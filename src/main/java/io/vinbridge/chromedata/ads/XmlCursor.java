package io.vinbridge.chromedata.ads;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.function.Consumer;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * A walk over an XML answer by local names, which serves every version of the service. Elements, attributes and codes
 * it is not asked for are passed over. Document types, entities, XInclude, and depths or lengths no answer has, are
 * refused while reading.
 */
final class XmlCursor implements AutoCloseable {

    private static final int DEEPEST_ELEMENT = 64;
    private static final int LONGEST_ATTRIBUTE = 64 * 1024;
    private static final int LONGEST_TEXT = 1024 * 1024;
    private static final int MOST_ATTRIBUTES = 256;

    private static final String XINCLUDE = "http://www.w3.org/2001/XInclude";
    private static final XMLInputFactory FACTORY = factory();

    /** The years that a model can be of. */
    private static final int FIRST_YEAR = 1900;

    private static final int LAST_YEAR = 2100;

    private final XMLStreamReader reader;
    private int depth;
    private boolean confirmed;

    /**
     * A cursor at the start of the bytes, which are read in {@code charset}; where it is null, in what their own
     * declaration says.
     */
    XmlCursor(InputStream xml, String charset) throws XMLStreamException {
        reader = charset == null ? FACTORY.createXMLStreamReader(xml) : FACTORY.createXMLStreamReader(xml, charset);
    }

    /** Moves to the root element and returns its local name. */
    String root() throws XMLStreamException {
        int event = next();
        while (event != XMLStreamConstants.START_ELEMENT) {
            event = next();
        }
        return reader.getLocalName();
    }

    /** Hands the local name of each child of the current element to {@code child}, which reads what it wants of it. */
    void children(Consumer<String> child) {
        int inside = depth;
        try {
            while (next() != XMLStreamConstants.END_ELEMENT || depth >= inside) {
                if (reader.isStartElement()) {
                    child.accept(reader.getLocalName());
                    skipTo(inside);
                }
            }
        } catch (XMLStreamException e) {
            throw new BrokenXml(e);
        }
    }

    /** Reads on to the end of the bytes: whoever keeps them misses none, and nothing may follow the root element. */
    void end() throws XMLStreamException {
        int event = next();
        while (event != XMLStreamConstants.END_DOCUMENT) {
            event = next();
        }
    }

    String namespace() {
        return reader.getNamespaceURI();
    }

    /** The text of the current element, white space trimmed; the cursor moves to its end. */
    String text() {
        try {
            String text = reader.getElementText().trim();
            depth--;
            return text;
        } catch (XMLStreamException e) {
            throw new BrokenXml(e);
        }
    }

    /** The attribute's value, trimmed; null where it is absent or empty. */
    String attribute(String name) {
        String value = reader.getAttributeValue(null, name);
        if (value == null || value.isBlank()) {
            return null;
        }
        return value.trim();
    }

    Integer integer(String attribute) {
        return XmlNumber.whole(attribute(attribute));
    }

    /** A model year; null where there is none, or a number that is no year and could not be stored as one either. */
    Integer year(String attribute) {
        Integer year = integer(attribute);
        return year == null || year < FIRST_YEAR || year > LAST_YEAR ? null : year;
    }

    Boolean flag(String attribute) {
        String value = attribute(attribute);
        return value == null ? null : "true".equals(value) || "1".equals(value);
    }

    BigDecimal decimal(String attribute) {
        return XmlNumber.decimal(attribute(attribute));
    }

    /**
     * Whether anything that was passed so far, read or not, is installed for a cause that holds for one vehicle alone.
     */
    boolean confirmed() {
        return confirmed;
    }

    @Override
    public void close() throws XMLStreamException {
        reader.close();
    }

    private void skipTo(int level) throws XMLStreamException {
        while (depth > level) {
            next();
        }
    }

    private int next() throws XMLStreamException {
        int event = reader.next();
        if (event == XMLStreamConstants.START_ELEMENT) {
            depth++;
            if ("installed".equals(reader.getLocalName())) {
                confirmed |= ofOneVehicle(reader.getAttributeValue(null, "cause"));
            }
            if (XINCLUDE.equals(reader.getNamespaceURI())) {
                throw new XMLStreamException("XInclude is not read", reader.getLocation());
            }
        } else if (event == XMLStreamConstants.END_ELEMENT) {
            depth--;
        } else if (event == XMLStreamConstants.DTD) {
            throw new XMLStreamException("document types are not read", reader.getLocation());
        }
        return event;
    }

    private static boolean ofOneVehicle(String cause) {
        String word = cause == null ? "" : cause.trim().toLowerCase(Locale.ROOT);
        return word.endsWith("build") || word.endsWith("engineered");
    }

    private static XMLInputFactory factory() {
        WstxInputFactory factory = new WstxInputFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, DEEPEST_ELEMENT);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, LONGEST_ATTRIBUTE);
        factory.setProperty(WstxInputProperties.P_MAX_TEXT_LENGTH, LONGEST_TEXT);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, MOST_ATTRIBUTES);
        return factory;
    }

    /** The answer stopped being XML, or being XML that we read. */
    static final class BrokenXml extends RuntimeException {
        BrokenXml(XMLStreamException cause) {
            super(cause);
        }
    }
}
