package io.vinbridge.api.representation;

import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;
import io.vinbridge.refresh.runs.RunStarter.ImportedList;
import io.vinbridge.refresh.runs.RunStarter.Line;
import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** A list as CSV (RFC 4180): the column that a first line names {@code vin}, in any case, or the first column where none does. */
public final class CsvList implements ImportedList {

    private static final int PART = 5_000;

    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setIgnoreEmptyLines(true)
            .setTrailingData(true)
            .setLenientEof(true)
            .get();

    private final BoundedRecords bounded;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private int column = -1;

    public CsvList(Reader text) {
        this.bounded = new BoundedRecords(text);
        try {
            this.parser = FORMAT.parse(bounded);
        } catch (IOException e) {
            throw new UncheckedIOException("a request broke off", e);
        }
        this.records = parser.iterator();
    }

    @Override
    public List<Line> next() {
        List<Line> lines = new ArrayList<>();
        try {
            while (lines.size() < PART && records.hasNext()) {
                take(records.next(), lines);
                bounded.begin();
            }
        } catch (UncheckedIOException | IllegalStateException e) {
            throw new Failure(
                    Reason.INVALID_REQUEST, "The list cannot be read beyond line " + parser.getCurrentLineNumber());
        }
        return lines;
    }

    /** A quote that is never closed makes one record of all that follows: that is not gathered. */
    private static final class BoundedRecords extends FilterReader {

        private static final int LONGEST = 1_000_000;

        private int read;

        BoundedRecords(Reader text) {
            super(text);
        }

        void begin() {
            read = 0;
        }

        @Override
        public int read(char[] into, int from, int most) throws IOException {
            int some = super.read(into, from, most);
            read += Math.max(0, some);
            if (read > LONGEST) {
                throw new IOException("a record is longer than " + LONGEST + " characters");
            }
            return some;
        }
    }

    private void take(CSVRecord record, List<Line> lines) {
        long number = parser.getCurrentLineNumber();
        if (column < 0) {
            column = 0;
            for (int i = 0; i < record.size(); i++) {
                if (record.get(i).replace("\uFEFF", "").strip().equalsIgnoreCase("vin")) {
                    column = i;
                    return;
                }
            }
        }
        boolean there = column < record.size();
        lines.add(new Line(number, there ? record.get(column) : "", there ? null : "The line has no such column"));
    }
}
