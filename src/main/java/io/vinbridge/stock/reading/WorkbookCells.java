package io.vinbridge.stock.reading;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.Row;

/** Cells of a row of a workbook, as the texts that somebody sees who opens it. */
final class WorkbookCells {

    private static final MathContext SHOWN_DIGITS = new MathContext(15);

    /** What stands in a format as it is. */
    private static final Pattern BESIDE = Pattern.compile("\"[^\"]*\"|\\[[^]]*]|\\\\.");

    private static final Pattern OF_A_DATE = Pattern.compile("(?i)[ymdh]");

    private WorkbookCells() {}

    /** Those of a row; empty where nothing stands. */
    static List<String> of(Row row) {
        List<String> cells = new ArrayList<>(row.getCellCount());
        for (int i = 0; i < row.getCellCount(); i++) {
            Cell cell = row.getCell(i);
            cells.add(cell == null ? "" : text(cell).strip());
        }
        return cells;
    }

    /** Places of those that are numbers with decimals. */
    static Set<Integer> decimals(Row row) {
        Set<Integer> decimals = new HashSet<>();
        for (int i = 0; i < row.getCellCount(); i++) {
            Cell cell = row.getCell(i);
            if (cell != null && cell.getValue() instanceof BigDecimal number && number.scale() > 0 && !date(cell)) {
                decimals.add(i);
            }
        }
        return decimals;
    }

    /** A date is a number by its format alone, whether it was typed in or a formula gave it. */
    private static String text(Cell cell) {
        if (!(cell.getValue() instanceof BigDecimal number)) {
            return cell.getText() == null ? "" : cell.getText();
        }
        return date(cell) ? cell.asDate().toString() : written(number);
    }

    private static boolean date(Cell cell) {
        String format = cell.getDataFormatString();
        return format != null
                && OF_A_DATE.matcher(BESIDE.matcher(format).replaceAll("")).find();
    }

    /** Excel shows fifteen digits, and keeps 18999.99 as 18999.990000000002. */
    private static String written(BigDecimal number) {
        return number.scale() <= 0
                ? number.toPlainString()
                : number.round(SHOWN_DIGITS).stripTrailingZeros().toPlainString();
    }
}
