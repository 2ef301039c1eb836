package io.vinbridge.stock.reading;

import io.vinbridge.events.formats.csv.CsvTable;
import io.vinbridge.vehicles.WrittenVin;
import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.commons.csv.CSVRecord;

/** Stock file of separated values. */
final class CsvSource implements SourceTable {

    private final LastSign text;
    private final CsvTable table;
    private List<String> names;
    private long lines;
    private TrailerLine trailer;

    CsvSource(Reader text, Predicate<String> vin) {
        this.text = new LastSign(text);
        try {
            this.table = CsvTable.of(this.text, vin);
        } catch (CsvTable.Broken e) {
            throw broken(e);
        }
        this.names = table.header();
    }

    @Override
    public SourceLine next() {
        try {
            for (CSVRecord record = table.next(); record != null; record = table.next()) {
                List<String> cells = record.toList();
                if (trailer != null) {
                    throw new BrokenFile("Lines follow its trailer, from line " + table.line() + " on");
                }
                trailer = TrailerLine.of(cells);
                if (trailer != null) {
                    trailer.check(lines);
                } else if (!cells.equals(names)) {
                    lines++;
                    return line(cells);
                }
            }
        } catch (CsvTable.Broken e) {
            throw broken(e);
        }
        return null;
    }

    /** A line that is cut in the middle has fewer cells than there are columns, and no end. */
    private SourceLine line(List<String> cells) {
        if (cells.size() < names.size() && text.ended() && text.last != '\n' && text.last != '\r') {
            throw new BrokenFile("It breaks off in line " + table.line() + ", which has " + cells.size() + " of the "
                    + names.size() + " columns");
        }
        if (names.isEmpty()) {
            names = unnamed(cells);
        }
        return new SourceLine(table.line(), names, cells, Set.of(), null);
    }

    /** Names for the columns of a table whose first line names none. */
    private List<String> unnamed(List<String> cells) {
        List<String> columns = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            columns.add(i == table.vinColumn() && WrittenVin.isWhole(cells.get(i)) ? "vin" : "column " + (i + 1));
        }
        return columns;
    }

    private static BrokenFile broken(CsvTable.Broken e) {
        return new BrokenFile("It breaks off or is no CSV " + e.getMessage());
    }

    @Override
    public List<String> columns() {
        return names;
    }

    @Override
    public String outline() {
        return table.outline();
    }

    @Override
    public Ending ending() {
        return new Ending(trailer != null, text.last == '\n' || text.last == '\r');
    }

    @Override
    public void close() throws IOException {
        text.close();
    }

    /** Remembers the last sign, and whether all are read. */
    private static final class LastSign extends FilterReader {

        private int last = '\n';
        private boolean over;

        LastSign(Reader text) {
            super(text);
        }

        boolean ended() {
            return over;
        }

        @Override
        public int read(char[] into, int from, int most) throws IOException {
            int some = super.read(into, from, most);
            if (some > 0) {
                last = into[from + some - 1];
            } else if (some < 0) {
                over = true;
            }
            return some;
        }
    }
}
