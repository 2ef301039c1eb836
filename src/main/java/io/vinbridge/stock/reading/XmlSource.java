package io.vinbridge.stock.reading;

import io.vinbridge.events.formats.messages.XmlTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Stock file of XML: the elements that repeat and have a VIN, each with all that it holds. */
final class XmlSource implements SourceTable {

    private final XMLStreamReader reader;
    private final Deque<LinePlace> open = new ArrayDeque<>();
    private final Set<String> elements = new TreeSet<>();
    private final Set<String> seen = new TreeSet<>();
    private long lines;

    /**
     * Begins to read.
     *
     * @param around the place around the root, as {@link XmlLines} has found it
     */
    XmlSource(XMLStreamReader reader, LinePlace around) {
        this.reader = reader;
        open.push(around);
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
                    LinePlace place = open.peek().inner(reader.getLocalName());
                    if (place.line() && (open.size() > 1 || place.own())) {
                        return line();
                    }
                    open.push(place);
                } else if (event == XMLStreamConstants.END_ELEMENT) {
                    open.pop();
                }
            }
            return null;
        } catch (XMLStreamException | IOException e) {
            throw XmlLines.broken(e, reader);
        }
    }

    private SourceLine line() throws IOException {
        lines++;
        elements.add(reader.getLocalName());
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
        return "it is XML, its elements are called " + String.join(", ", elements) + " and have "
                + String.join(", ", seen);
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
