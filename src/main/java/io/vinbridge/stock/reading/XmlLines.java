package io.vinbridge.stock.reading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Elements of a document that are its lines: the largest ones of which each has a VIN of its own.
 *
 * @param depth how deep they stand; the root stands at 1
 */
record XmlLines(String name, int depth) {

    /** An element with which instance of its parent's children it is, so that two VINs tell where their ways part. */
    private record Step(String name, long instance) {}

    /**
     * Finds them by the first two VINs of a document.
     *
     * @throws BrokenFile if it has none, or is not well formed before
     */
    static XmlLines of(XMLStreamReader reader, Predicate<String> vin) {
        List<Step> path = new ArrayList<>();
        List<Step> first = null;
        long instance = 0;
        try {
            while (reader.hasNext()) {
                int event = reader.next();
                if (event == XMLStreamConstants.DTD) {
                    throw new BrokenFile("It has a DTD, which is not read");
                } else if (event == XMLStreamConstants.END_ELEMENT) {
                    path.remove(path.size() - 1);
                } else if (event == XMLStreamConstants.START_ELEMENT) {
                    instance++;
                    path.add(new Step(reader.getLocalName(), instance));
                    int holder = holder(reader, path.size(), vin);
                    if (holder > 0 && first != null && !path.subList(0, holder).equals(first)) {
                        return parted(first, path);
                    }
                    if (holder > 0 && first == null) {
                        first = List.copyOf(path.subList(0, holder));
                    }
                }
            }
        } catch (XMLStreamException e) {
            throw broken(e, reader);
        }
        if (first == null) {
            throw new BrokenFile("It is XML, and no element or attribute of it is named VIN or alike");
        }
        int depth = Math.min(first.size(), 2);
        return new XmlLines(first.get(depth - 1).name, depth);
    }

    /** How deep the element stands that has a VIN as its attribute or as this element; 0 where it is none. */
    private static int holder(XMLStreamReader reader, int depth, Predicate<String> vin) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (vin.test(reader.getAttributeLocalName(i))) {
                return depth;
            }
        }
        return vin.test(reader.getLocalName()) ? Math.max(1, depth - 1) : 0;
    }

    private static XmlLines parted(List<Step> first, List<Step> second) {
        int same = 0;
        while (same < Math.min(first.size(), second.size()) && first.get(same).equals(second.get(same))) {
            same++;
        }
        int depth = Math.min(same + 1, first.size());
        return new XmlLines(first.get(depth - 1).name, depth);
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
