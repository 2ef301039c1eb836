package io.vinbridge.stock.reading;

import io.vinbridge.vehicles.WrittenVin;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;

/**
 * Stock file that is a workbook of Excel (XLSX): the first sheet in which a row names a column VIN, from the row behind
 * that one on, and each visible one behind it that has the same columns in any order, such as one for new and one for
 * used cars. A sheet with other columns, as of what was sold, is another table.
 */
final class WorkbookSource implements SourceTable {

    /** Titles and remarks may stand above the names of the columns. */
    private static final int HIGHEST = 30;

    private static final int SHOWN = 20;

    private final ReadableWorkbook workbook;
    private final Predicate<String> vin;
    private final Iterator<Sheet> sheets;
    private Iterator<Row> rows = Collections.emptyIterator();
    private Row ahead;
    private List<String> first = List.of();
    private List<String> names = List.of();
    private TrailerLine trailer;
    private boolean ended;
    private long lines;
    private long rowsBefore;
    private long last;

    WorkbookSource(Path file, Predicate<String> vin) throws IOException {
        boolean formats = WorkbookBounds.check(file);
        this.vin = vin;
        try {
            this.workbook = new ReadableWorkbook(file.toFile(), new ReadingOptions(formats, true));
            this.sheets = workbook.getSheets().toList().iterator();
            while (names.isEmpty() && sheets.hasNext()) {
                begin(sheets.next());
            }
        } catch (IOException | RuntimeException e) {
            throw broken(e);
        }
    }

    /** Where no row names a column VIN, the names stand in the row above the first that has one. */
    private void begin(Sheet sheet) throws IOException {
        rows = sheet.openStream().iterator();
        names = List.of();
        List<String> titles = List.of();
        for (int i = 0; i < HIGHEST && rows.hasNext(); i++) {
            Row row = rows.next();
            List<String> cells = WorkbookCells.of(row);
            if (cells.stream().anyMatch(vin)) {
                names = cells;
                return;
            }
            if (!titles.isEmpty() && cells.stream().anyMatch(WrittenVin::isWhole)) {
                names = titles;
                ahead = row;
                return;
            }
            titles = cells.stream().allMatch(String::isBlank) ? titles : cells;
            if (first.isEmpty()) {
                first = titles;
            }
        }
    }

    /** Goes on to the next sheet with the same columns; false where there is none. */
    private boolean turn() throws IOException {
        Set<String> columns = set(names);
        List<String> before = names;
        rowsBefore = last;
        while (!columns.isEmpty() && sheets.hasNext()) {
            Sheet sheet = sheets.next();
            if (sheet.getVisibility() == SheetVisibility.VISIBLE) {
                begin(sheet);
                if (set(names).equals(columns)) {
                    trailer = null;
                    lines = 0;
                    return true;
                }
                ahead = null;
            }
        }
        names = before;
        rows = Collections.emptyIterator();
        return false;
    }

    private static Set<String> set(List<String> names) {
        Set<String> set = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        names.stream().filter(name -> !name.isBlank()).forEach(set::add);
        return set;
    }

    @Override
    public SourceLine next() {
        try {
            while (!names.isEmpty() && (ahead != null || rows.hasNext() || turn())) {
                Row row = ahead == null ? rows.next() : ahead;
                ahead = null;
                last = rowsBefore + row.getRowNum();
                List<String> cells = WorkbookCells.of(row);
                if (cells.stream().allMatch(String::isBlank) || cells.equals(names)) {
                    continue;
                }
                if (trailer != null) {
                    throw new BrokenFile("Rows follow its trailer, from row " + row.getRowNum() + " on");
                }
                trailer = TrailerLine.of(cells);
                if (trailer == null) {
                    lines++;
                    return new SourceLine(last, names, cells, WorkbookCells.decimals(row), null);
                }
                trailer.check(lines);
                ended = true;
            }
            return null;
        } catch (BrokenFile e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw broken(e);
        }
    }

    private static RuntimeException broken(Exception e) {
        return e instanceof BrokenFile file ? file : new BrokenFile("It breaks off or is no workbook of Excel (XLSX)");
    }

    @Override
    public List<String> columns() {
        return names;
    }

    @Override
    public String outline() {
        return "it is a workbook of Excel, no row among the first " + HIGHEST + " of a sheet names a column VIN, and "
                + (names.isEmpty() ? "the first row is " + shown(first) : "the columns are " + shown(names));
    }

    private static String shown(List<String> cells) {
        return String.join(", ", cells.subList(0, Math.min(SHOWN, cells.size())));
    }

    @Override
    public Ending ending() {
        return new Ending(ended, true);
    }

    @Override
    public void close() {
        try {
            workbook.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
