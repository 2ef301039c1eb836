package io.vinbridge.api.representation;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Cells of CSV that no spreadsheet takes for a formula (RFC 4180 for the rest). */
public final class CsvCells {

    private static final Pattern FORMULA = Pattern.compile("^[\\s\\u00a0]*[=+\\-@\\t\\r\\uff1d\\uff0b\\uff0d\\uff20]");
    private static final Pattern QUOTED = Pattern.compile("[\",\\r\\n;\\t]|^\\s|\\s$");

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(?:\\.[0-9]+)?(?:E[+-]?[0-9]+)?");

    private CsvCells() {}

    /** A line of cells, with its end; null is an empty one. */
    public static String line(Object... cells) {
        return Arrays.stream(cells)
                .map(cell -> cell == null ? "" : safe(cell.toString()))
                .collect(Collectors.joining(",", "", "\r\n"));
    }

    /** What a spreadsheet would run gets an apostrophe before it; what would break the line gets quotes around it. */
    public static String safe(String text) {
        boolean formula = FORMULA.matcher(text).find() && !NUMBER.matcher(text).matches();
        String inert = formula ? "'" + text : text;
        return QUOTED.matcher(inert).find() ? '"' + inert.replace("\"", "\"\"") + '"' : inert;
    }
}
