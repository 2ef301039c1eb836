package io.vinbridge.events.formats.csv;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * CSV (RFC 4180) with any of the usual separators, and names of columns as dealer systems write them. Read line by
 * line; what breaks the rule of quotes is refused, because nobody can tell where the next field begins.
 */
public final class CsvTable {

    private static final String VIN = "vin";
    private static final int HEAD = 65_536;
    private static final Pattern BEHIND = Pattern.compile("encapsulated token and delimiter at line: ([0-9]+)");
    private static final int SHOWN = 20;
    private static final int LONGEST_SHOWN = 40;

    private final BoundedRecords bounded;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private final CsvSeparator separator;
    private final Predicate<String> named;
    private final int skipped;
    private final Deque<Line> ahead = new ArrayDeque<>();
    private List<String> first = List.of();
    private List<String> header;
    private int vin = -1;
    private long line;

    private record Line(CSVRecord record, long number) {}

    private CsvTable(Reader text, CsvSeparator separator, Predicate<String> named) throws IOException {
        this.named = named;
        this.separator = separator;
        this.skipped = separator.line() > 0 ? 1 : 0;
        this.bounded = new BoundedRecords(text);
        this.parser = separator.format().parse(bounded);
        this.records = parser.iterator();
    }

    /**
     * Begins to read.
     *
     * @throws Broken if its first lines are no CSV
     */
    public static CsvTable of(Reader text) {
        return of(text, FieldNames::isVin);
    }

    /**
     * Begins to read.
     *
     * @param named whether a column of a name has VINs
     * @throws Broken if its first lines are no CSV
     */
    public static CsvTable of(Reader text, Predicate<String> named) {
        try {
            BufferedReader whole = new BufferedReader(text);
            whole.mark(HEAD);
            char[] chars = new char[HEAD];
            int some = 0;
            for (int more = 0; more >= 0 && some < HEAD; some += Math.max(0, more)) {
                more = whole.read(chars, some, HEAD - some);
            }
            whole.reset();
            String head = new String(chars, 0, some);
            CsvSeparator separator = CsvSeparator.of(head, named);
            whole.skip(separator.line());
            CsvTable table = new CsvTable(whole, separator, named);
            table.begin();
            return table;
        } catch (IOException e) {
            throw new UncheckedIOException("a text broke off", e);
        }
    }

    /** What we call the columns; null where the first line names none. */
    public List<String> columns() {
        if (header == null) {
            return null;
        }
        List<String> columns = new ArrayList<>(FieldNames.columns(header));
        columns.set(vin, VIN);
        return columns;
    }

    /** The columns as the first line names them; empty where it names none. */
    public List<String> header() {
        return header == null ? List.of() : header;
    }

    /** The column that has VINs, counted from 0; where that cannot be told, the first. */
    public int vinColumn() {
        return Math.max(0, vin);
    }

    /** The next line that is not empty; null after the last. */
    public CSVRecord next() {
        Line next = ahead.poll();
        if (next == null) {
            return read();
        }
        line = next.number;
        return next.record;
    }

    /** Where the line ends that was given last, as an editor counts. */
    public long line() {
        return line;
    }

    /** What it is, for somebody who finds no VIN in it. */
    public String outline() {
        return separator.word() + " separates, "
                + (header == null ? "no column is named vin, and the first line is " : "and the columns are ")
                + first.stream().limit(SHOWN).map(CsvTable::shown).collect(Collectors.joining(", "));
    }

    private static String shown(String cell) {
        String name = name(cell);
        return name.length() > LONGEST_SHOWN ? name.substring(0, LONGEST_SHOWN) + "..." : name;
    }

    /**
     * Where the first line names no column vin, the VINs are where the first or the second line has one. Every VIN has
     * digits: what has none, above the first VIN, is the name of the column.
     */
    private void begin() {
        CSVRecord one = read();
        if (one == null) {
            return;
        }
        first = one.toList().stream().map(CsvTable::name).toList();
        vin = FieldNames.columns(first).indexOf(VIN);
        for (int i = 0; i < first.size() && vin < 0; i++) {
            vin = named.test(first.get(i)) ? i : -1;
        }
        if (vin >= 0) {
            header = first;
            return;
        }
        ahead.add(new Line(one, line));
        vin = CsvSeparator.vinIn(one);
        CSVRecord other = vin < 0 ? read() : null;
        if (other == null) {
            return;
        }
        ahead.add(new Line(other, line));
        vin = CsvSeparator.vinIn(other);
        if (vin >= 0 && vin < one.size() && one.get(vin).matches("[^0-9]*\\p{L}[^0-9]*")) {
            header = first;
            ahead.removeFirst();
        }
    }

    static String name(String written) {
        return written.replace("\uFEFF", "").strip();
    }

    private CSVRecord read() {
        long begins = parser.getCurrentLineNumber() + skipped + 1;
        bounded.begin();
        try {
            CSVRecord next = records.hasNext() ? records.next() : null;
            line = parser.getCurrentLineNumber() + skipped;
            return next;
        } catch (UncheckedIOException | IllegalStateException e) {
            if (e.getCause() instanceof CharacterCodingException coding) {
                throw new UncheckedIOException(coding);
            }
            String cause = e.getMessage() + e.getCause();
            Matcher behind = BEHIND.matcher(cause);
            throw new Broken(
                    behind.find()
                            ? "beyond line " + begins + ": a field in quotes begins there, and in line "
                                    + (Long.parseLong(behind.group(1)) + skipped)
                                    + " a quote does not end it; a quote within a field is written twice"
                            : "beyond line " + begins + ": a quote that is opened there is not closed"
                                    + (bounded.tooLong() ? ", or a line is longer than a million characters" : ""));
        }
    }

    /** A quote stands where none may: what begins and ends there, nobody can tell. */
    public static final class Broken extends RuntimeException {

        private static final long serialVersionUID = 1;

        Broken(String where) {
            super(where, null, false, false);
        }
    }
}
