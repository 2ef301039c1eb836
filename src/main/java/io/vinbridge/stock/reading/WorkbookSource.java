package io.vinbridge.stock.reading;

import io.vinbridge.vehicles.InvalidVin;
import io.vinbridge.vehicles.WrittenVin;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

/**
 * Stock file that is a workbook of Excel (XLSX): the first sheet in which a row names a column VIN, from the row behind
 * that one on.
 */
final class WorkbookSource implements SourceTable {

    /** Titles and remarks may stand above the names of the columns. */
    private static final int HIGHEST = 30;

    private static final int SHOWN = 20;
    private static final int SHORTEST_VIN = 17;
    private static final MathContext SHOWN_DIGITS = new MathContext(15);

    /** What stands in a format as it is. */
    private static final Pattern BESIDE = Pattern.compile("\"[^\"]*\"|\\[[^]]*]|\\\\.");

    private static final Pattern OF_A_DATE = Pattern.compile("(?i)[ymdh]");

    private final ReadableWorkbook workbook;
    private Iterator<Row> rows;
    private Row ahead;
    private List<String> first = List.of();
    private List<String> names = List.of();
    private TrailerLine trailer;
    private long lines;

    WorkbookSource(Path file, Predicate<String> vin) throws IOException {
        boolean formats = WorkbookBounds.check(file);
        try {
            this.workbook = new ReadableWorkbook(file.toFile(), new ReadingOptions(formats, true));
            List<Sheet> sheets = workbook.getSheets().toList();
            for (int i = 0; i < sheets.size() && names.isEmpty(); i++) {
                begin(sheets.get(i), vin);
            }
        } catch (IOException | RuntimeException e) {
            throw broken(e);
        }
    }

    /** Where no row names a column VIN, the names stand in the row above the first that has one. */
    private void begin(Sheet sheet, Predicate<String> vin) throws IOException {
        rows = sheet.openStream().iterator();
        List<String> above = List.of();
        for (int i = 0; i < HIGHEST && rows.hasNext(); i++) {
            Row row = rows.next();
            List<String> cells = cells(row);
            if (cells.stream().anyMatch(vin)) {
                names = cells;
                return;
            }
            if (!above.isEmpty() && cells.stream().anyMatch(WorkbookSource::isVin)) {
                names = above;
                ahead = row;
                return;
            }
            above = cells.stream().allMatch(String::isBlank) ? above : cells;
            if (first.isEmpty()) {
                first = above;
            }
        }
    }

    private static boolean isVin(String cell) {
        try {
            return cell.length() >= SHORTEST_VIN && WrittenVin.read(cell).vin() != null;
        } catch (InvalidVin e) {
            return false;
        }
    }

    private Row row() {
        Row row = ahead == null ? rows.next() : ahead;
        ahead = null;
        return row;
    }

    @Override
    public SourceLine next() {
        try {
            while (!names.isEmpty() && (ahead != null || rows.hasNext())) {
                Row row = row();
                List<String> cells = cells(row);
                if (cells.stream().allMatch(String::isBlank) || cells.equals(names)) {
                    continue;
                }
                if (trailer != null) {
                    throw new BrokenFile("Rows follow its trailer, from row " + row.getRowNum() + " on");
                }
                trailer = TrailerLine.of(cells);
                if (trailer == null) {
                    lines++;
                    return new SourceLine(row.getRowNum(), names, cells, null);
                }
                trailer.check(lines);
            }
            return null;
        } catch (BrokenFile e) {
            throw e;
        } catch (RuntimeException e) {
            throw broken(e);
        }
    }

    private static List<String> cells(Row row) {
        List<String> cells = new ArrayList<>(row.getCellCount());
        for (int i = 0; i < row.getCellCount(); i++) {
            Cell cell = row.getCell(i);
            cells.add(cell == null ? "" : text(cell).strip());
        }
        return cells;
    }

    /** A date is a number by its format alone, whether it was typed in or a formula gave it. */
    private static String text(Cell cell) {
        if (!(cell.getValue() instanceof BigDecimal number)) {
            return cell.getText() == null ? "" : cell.getText();
        }
        String format = cell.getDataFormatString();
        boolean date = format != null
                && OF_A_DATE.matcher(BESIDE.matcher(format).replaceAll("")).find();
        return date ? cell.asDate().toString() : written(number);
    }

    /** Excel shows fifteen digits, and keeps 18999.99 as 18999.990000000002. */
    private static String written(BigDecimal number) {
        return number.scale() <= 0
                ? number.toPlainString()
                : number.round(SHOWN_DIGITS).stripTrailingZeros().toPlainString();
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
        return new Ending(trailer != null, true);
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
