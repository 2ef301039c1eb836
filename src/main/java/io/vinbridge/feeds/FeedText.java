package io.vinbridge.feeds;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Text of a feed in one of its forms: what stands before, between and behind rows. */
final class FeedText {

    private static final Pattern STEP = Pattern.compile("([^.\\[\\]]+)|\\[([0-9]+)]");
    private static final Pattern NOT_IN_XML =
            Pattern.compile("[^\\t\\n\\r -\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");
    private static final Pattern NO_NAME = Pattern.compile("[^A-Za-z0-9_.-]");

    private final FeedSchema schema;
    private final FeedForm form;
    private final List<String> columns;
    private boolean first = true;

    FeedText(FeedSchema schema, FeedForm form) {
        this.schema = schema;
        this.form = form;
        this.columns = schema.columns();
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
            case CSV ->
                csv(columns.stream().map(column -> text(at(row, column))).toList());
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
        CSVFormat format =
                CSVFormat.RFC4180.builder().setDelimiter(schema.separator()).get();
        try (CSVPrinter printer = new CSVPrinter(text, format)) {
            printer.printRecord(cells);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** What stands at a path such as {@code image[0].url}. */
    private static JsonNode at(JsonNode row, String path) {
        JsonNode exact = row.get(path);
        if (exact != null) {
            return exact;
        }
        JsonNode at = row;
        for (Matcher step = STEP.matcher(path); step.find(); ) {
            at = step.group(1) != null ? at.path(step.group(1)) : at.path(Integer.parseInt(step.group(2)));
        }
        return at;
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
            XMLStreamWriter xml = new com.ctc.wstx.stax.WstxOutputFactory().createXMLStreamWriter(text);
            xml.writeStartElement(schema.element());
            row.properties().stream()
                    .filter(member -> columns.stream().anyMatch(column -> column.replaceFirst("[.\\[].*", "")
                            .equals(member.getKey())))
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
