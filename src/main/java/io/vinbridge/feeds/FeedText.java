package io.vinbridge.feeds;

import com.ctc.wstx.stax.WstxOutputFactory;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Text of a feed in one of its forms: what stands before, between and behind rows. */
final class FeedText {

    private static final Pattern NOT_IN_XML =
            Pattern.compile("[^\\t\\n\\r -\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

    /** Making one costs more than writing a row. */
    private static final WstxOutputFactory WRITERS = new WstxOutputFactory();

    private static final Pattern NO_NAME = Pattern.compile("[^A-Za-z0-9_.-]");

    private final FeedSchema schema;
    private final FeedForm form;
    private final List<String> columns;
    private final List<Column> places;
    private final Set<String> members;
    private final CSVFormat csv;
    private boolean first = true;

    /** A column with where it stands in a row: what is worked out once for all rows. */
    private record Column(String name, JsonPointer place) {

        /** Of a path such as {@code image[0].url}. */
        static Column of(String path) {
            String place = path.replace("~", "~0")
                    .replace("/", "~1")
                    .replaceAll("\\[([0-9]+)]", "/$1")
                    .replace('.', '/');
            return new Column(path, JsonPointer.compile("/" + place));
        }

        JsonNode in(JsonNode row) {
            JsonNode exact = row.get(name);
            return exact == null ? row.at(place) : exact;
        }
    }

    FeedText(FeedSchema schema, FeedForm form) {
        this.schema = schema;
        this.form = form;
        this.columns = schema.columns();
        this.places = columns.stream().map(Column::of).toList();
        this.members = columns.stream()
                .map(column -> column.replaceFirst("[.\\[].*", ""))
                .collect(Collectors.toSet());
        this.csv = CSVFormat.RFC4180.builder().setDelimiter(schema.separator()).get();
    }

    String head() {
        return switch (form) {
            case CSV -> csv(columns);
            case JSON -> "[";
            case XML ->
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<" + schema.root()
                        + (schema.namespace() == null ? "" : " xmlns=\"" + schema.namespace() + "\"") + ">\n";
        };
    }

    String row(JsonNode row) {
        return switch (form) {
            case CSV -> csv(places.stream().map(column -> text(column.in(row))).toList());
            case JSON -> json(row);
            case XML -> xml(row);
        };
    }

    String tail() {
        return switch (form) {
            case CSV -> "";
            case JSON -> "]\n";
            case XML -> "</" + schema.root() + ">\n";
        };
    }

    private String json(JsonNode row) {
        String text = (first ? "\n" : ",\n") + row;
        first = false;
        return text;
    }

    private String csv(List<String> cells) {
        StringBuilder text = new StringBuilder();
        try (CSVPrinter printer = new CSVPrinter(text, csv)) {
            printer.printRecord(cells);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static String text(JsonNode value) {
        if (value.isArray()) {
            List<String> texts = new ArrayList<>();
            value.forEach(one -> texts.add(text(one)));
            return String.join(",", texts);
        }
        return value.isContainerNode()
                ? value.toString()
                : value.isMissingNode() || value.isNull() ? "" : value.asText();
    }

    /** Of a row, what is among the columns; a list is its element again and again. */
    private String xml(JsonNode row) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = WRITERS.createXMLStreamWriter(text);
            xml.writeStartElement(schema.element());
            row.properties().stream()
                    .filter(member -> members.contains(member.getKey()))
                    .forEach(member -> element(member.getKey(), member.getValue(), xml));
            xml.writeEndElement();
            xml.close();
        } catch (XMLStreamException e) {
            throw new UncheckedIOException(new IOException(e));
        }
        return text.append('\n').toString();
    }

    private static void element(String name, JsonNode value, XMLStreamWriter xml) {
        if (value.isArray()) {
            value.forEach(one -> element(name, one, xml));
            return;
        }
        try {
            xml.writeStartElement(NO_NAME.matcher(name).replaceAll("_"));
            if (value.isObject()) {
                value.properties().forEach(member -> element(member.getKey(), member.getValue(), xml));
            } else {
                xml.writeCharacters(NOT_IN_XML.matcher(value.asText()).replaceAll("\uFFFD"));
            }
            xml.writeEndElement();
        } catch (XMLStreamException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }
}
