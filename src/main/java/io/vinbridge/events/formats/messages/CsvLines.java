package io.vinbridge.events.formats.messages;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.vinbridge.events.formats.csv.CsvSeparator;
import io.vinbridge.events.formats.csv.CsvTable;
import io.vinbridge.events.formats.mapping.MappingLanguage;
import io.vinbridge.events.formats.mapping.MessageNodes;
import io.vinbridge.events.formats.messages.MessageParser.Part;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVRecord;

/** Lines of CSV as trees: each under {@code csv}, a list, or an object where a first line names the columns. */
final class CsvLines {

    private CsvLines() {}

    static List<Part> parts(String text) {
        if (!CsvSeparator.separates(text)) {
            throw MessageParser.unclear("The message is no JSON, no XML and no line of CSV");
        }
        try {
            CsvTable table = CsvTable.of(new StringReader(text));
            List<String> columns = table.columns();
            List<Part> lines = new ArrayList<>();
            for (CSVRecord line = table.next(); line != null; line = table.next()) {
                MessageParser.checkCount(lines.size());
                JsonNode cells = columns == null ? list(line) : object(line, columns);
                lines.add(new Part(MessageParser.JSON.createObjectNode().set("csv", cells), null));
            }
            if (lines.isEmpty()) {
                throw MessageParser.unclear("There is no line after the names of the columns");
            }
            return lines;
        } catch (CsvTable.Broken e) {
            throw MessageParser.unclear("The message is no CSV " + e.getMessage());
        }
    }

    private static JsonNode list(CSVRecord line) {
        var list = MessageParser.JSON.createArrayNode();
        line.forEach(cell -> list.add(cell(cell)));
        return list;
    }

    private static JsonNode object(CSVRecord line, List<String> columns) {
        var object = MessageParser.JSON.createObjectNode();
        for (int i = 0; i < Math.min(line.size(), columns.size()); i++) {
            object.set(columns.get(i), cell(line.get(i)));
        }
        return object;
    }

    /** What is empty is taken back. */
    private static JsonNode cell(String written) {
        String cell = written.strip();
        return MappingLanguage.blank(cell) ? MessageNodes.WITHDRAWN : TextNode.valueOf(cell);
    }
}
