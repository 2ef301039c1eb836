package io.vinbridge.api.representation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.vinbridge.events.formats.csv.CsvTable;
import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;
import io.vinbridge.refresh.runs.RunStarter.ImportedList;
import io.vinbridge.refresh.runs.RunStarter.Line;
import java.io.Reader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVRecord;

/**
 * List of vehicles as CSV: the column that a first line names {@code vin} or alike; where none does, the one that has
 * VINs.
 */
public final class CsvList implements ImportedList {

    private static final int PART = 5_000;
    private static final int MOST_CHARACTERS = 500_000;
    private static final Pattern VIN = Pattern.compile("\\b(?=[A-Z]*[0-9])[A-HJ-NPR-Z0-9]{17}\\b");

    private final CsvTable table;
    private final List<String> columns;

    public CsvList(Reader text) {
        try {
            this.table = CsvTable.of(text);
        } catch (CsvTable.Broken e) {
            throw unreadable(e);
        }
        this.columns = table.columns();
    }

    @Override
    public List<Line> next() {
        List<Line> lines = new ArrayList<>();
        int characters = 0;
        try {
            while (lines.size() < PART && characters < MOST_CHARACTERS) {
                CSVRecord record = table.next();
                if (record == null) {
                    break;
                }
                characters += take(record, lines);
            }
        } catch (CsvTable.Broken e) {
            throw unreadable(e);
        }
        return lines;
    }

    @Override
    public String outline() {
        return table.outline();
    }

    private static Failure unreadable(CsvTable.Broken e) {
        return new Failure(Reason.INVALID_REQUEST, "The list cannot be read " + e.getMessage());
    }

    /** Returns how many characters it has. */
    private int take(CSVRecord record, List<Line> lines) {
        int column = table.vinColumn();
        if (column >= record.size()) {
            lines.add(Line.bad(table.line(), "", "The line has no such column"));
            return 0;
        }
        String vin = record.get(column);
        lines.add(new Line(table.line(), vin, null, fields(record, column)));
        int characters = 0;
        for (String cell : record) {
            characters += cell.length();
            swallowed(cell, vin, lines);
        }
        return characters;
    }

    /**
     * A quote in the wrong place makes one field of several lines. Where another VIN is in it, that is said: it may be
     * one that is lost.
     */
    private void swallowed(String cell, String vin, List<Line> lines) {
        if (cell.indexOf('\n') < 0) {
            return;
        }
        for (Matcher other = VIN.matcher(cell); other.find(); ) {
            if (!vin.contains(other.group())) {
                lines.add(Line.bad(
                        table.line(),
                        other.group(),
                        "It stands within a field of several lines that ends here: is a quote in the wrong place?"));
            }
        }
    }

    private Map<String, JsonNode> fields(CSVRecord record, int column) {
        if (columns == null) {
            return Map.of();
        }
        Map<String, JsonNode> fields = new LinkedHashMap<>();
        for (int i = 0; i < Math.min(record.size(), columns.size()); i++) {
            if (i != column && !columns.get(i).isEmpty()) {
                fields.put(columns.get(i), TextNode.valueOf(record.get(i).strip()));
            }
        }
        return fields;
    }
}
