package io.vinbridge.stock.reading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.function.Predicate;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Elements of a document that are its lines. The root is one only if it has the VIN itself, not for one in it. */
final class XmlLines {

    private XmlLines() {}

    /**
     * Finds them; the place is that around the root.
     *
     * @throws BrokenFile if it has none, or is not well formed
     */
    static LinePlace of(XMLStreamReader reader, Predicate<String> vin) {
        LinePlaces places = new LinePlaces();
        try {
            while (reader.hasNext()) {
                int event = reader.next();
                if (event == XMLStreamConstants.DTD) {
                    throw new BrokenFile("It has a DTD, which is not read");
                } else if (event == XMLStreamConstants.END_ELEMENT) {
                    places.end();
                } else if (event == XMLStreamConstants.START_ELEMENT) {
                    begin(reader, vin, places);
                }
            }
        } catch (XMLStreamException e) {
            throw broken(e, reader);
        }
        LinePlace around = places.around();
        if (!around.held()) {
            throw new BrokenFile("It is XML, and no element or attribute of it is named VIN or alike");
        }
        return around;
    }

    private static void begin(XMLStreamReader reader, Predicate<String> vin, LinePlaces places) {
        places.begin(reader.getLocalName());
        if (vin.test(reader.getLocalName())) {
            places.beVin();
        }
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (vin.test(reader.getAttributeLocalName(i))) {
                places.vin();
            }
        }
    }

    /** What a failure of a reader means; {@code reader} is null where it failed before it had begun. */
    static RuntimeException broken(Exception e, XMLStreamReader reader) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof CharacterCodingException coding) {
                return new UncheckedIOException(coding);
            }
        }
        if (e.getCause() instanceof BrokenFile file) {
            return file;
        }
        if (e.getCause() instanceof IOException io && !(e.getCause() instanceof java.io.EOFException)) {
            return new UncheckedIOException(io);
        }
        return new BrokenFile("It breaks off or is no well-formed XML"
                + (reader == null ? "" : " (line " + reader.getLocation().getLineNumber() + ")"));
    }
}
