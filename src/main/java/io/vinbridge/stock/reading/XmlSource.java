package io.vinbridge.stock.reading;

import io.vinbridge.events.formats.messages.XmlTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Stock file of XML: the elements that repeat and have a VIN, each with all that it holds. */
final class XmlSource implements SourceTable {

    private final XMLStreamReader reader;
    private final int depth;
    private final String element;
    private final Set<String> seen = new TreeSet<>();
    private int at = 0;
    private long lines;

    /**
     * Begins to read.
     *
     * @param lines how deep the elements stand that are lines, and what they are called
     */
    XmlSource(XMLStreamReader reader, XmlLines lines) {
        this.reader = reader;
        this.depth = lines.depth();
        this.element = lines.name();
    }

    @Override
    public SourceLine next() {
        try {
            while (reader.hasNext()) {
                int event = reader.next();
                if (event == XMLStreamConstants.DTD) {
                    throw new BrokenFile("It has a DTD, which is not read");
                }
                if (event == XMLStreamConstants.START_ELEMENT) {
                    at++;
                    if (at == depth && reader.getLocalName().equals(element)) {
                        at--;
                        return line();
                    }
                } else if (event == XMLStreamConstants.END_ELEMENT) {
                    at--;
                }
            }
            return null;
        } catch (XMLStreamException | IOException e) {
            throw XmlLines.broken(e, reader);
        }
    }

    private SourceLine line() throws IOException {
        lines++;
        SourceLine line = TreeLine.of(lines, XmlTree.element(reader));
        if (seen.size() < 100) {
            seen.addAll(line.names());
        }
        return line;
    }

    @Override
    public List<String> columns() {
        return List.of();
    }

    @Override
    public String outline() {
        return "it is XML, its elements are called " + element + " and have " + String.join(", ", seen);
    }

    @Override
    public Ending ending() {
        return Ending.BY_GRAMMAR;
    }

    @Override
    public void close() throws IOException {
        try {
            reader.close();
        } catch (XMLStreamException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }
}
