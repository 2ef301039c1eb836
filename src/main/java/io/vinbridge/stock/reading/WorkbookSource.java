package io.vinbridge.stock.reading;

import io.vinbridge.events.formats.csv.FieldNames;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
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

    private final ReadableWorkbook workbook;
    private Iterator<Row> rows;
    private List<String> names = List.of();
    private TrailerLine trailer;
    private long lines;

    WorkbookSource(Path file) throws IOException {
        boolean formats = WorkbookBounds.check(file);
        try {
            this.workbook = new ReadableWorkbook(file.toFile(), new ReadingOptions(formats, true));
            List<Sheet> sheets = workbook.getSheets().toList();
            for (int i = 0; i < sheets.size() && names.isEmpty(); i++) {
                begin(sheets.get(i));
            }
        } catch (IOException | RuntimeException e) {
            throw broken(e);
        }
    }

    private void begin(Sheet sheet) throws IOException {
        rows = sheet.openStream().iterator();
        for (int i = 0; i < HIGHEST && rows.hasNext(); i++) {
            List<String> cells = cells(rows.next());
            if (cells.stream().anyMatch(FieldNames::isVin)) {
                names = cells;
                return;
            }
        }
    }

    @Override
    public SourceLine next() {
        try {
            while (!names.isEmpty() && rows.hasNext()) {
                Row row = rows.next();
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

    /** A date is a number by its format alone. */
    private static String text(Cell cell) {
        if (cell.getType() != CellType.NUMBER) {
            return cell.getText() == null ? "" : cell.getText();
        }
        String format = cell.getDataFormatString();
        boolean date =
                format != null && format.replaceAll("\"[^\"]*\"|\\[[^]]*]", "").matches("(?i).*[ymdh].*");
        return date ? cell.asDate().toString() : cell.asNumber().toPlainString();
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
        return "it is a workbook of Excel, and no row among the first " + HIGHEST + " of a sheet names a column VIN";
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
