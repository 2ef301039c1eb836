package io.vinbridge.api.representation;

import java.util.regex.Pattern;

/** Cells of CSV that no spreadsheet takes for a formula (RFC 4180 for the rest). */
public final class CsvCells {

    private static final Pattern FORMULA = Pattern.compile("^[\\s\\u00a0]*[=+\\-@\\t\\r\\uff1d\\uff0b\\uff0d\\uff20]");
    private static final Pattern QUOTED = Pattern.compile("[\",\\r\\n;\\t]|^\\s|\\s$");

    private CsvCells() {}

    /** What a spreadsheet would run gets an apostrophe before it; what would break the line gets quotes around it. */
    public static String safe(String text) {
        String inert = FORMULA.matcher(text).find() ? "'" + text : text;
        return QUOTED.matcher(inert).find() ? '"' + inert.replace("\"", "\"\"") + '"' : inert;
    }
}
