package io.vinbridge.vpic.dump;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Head of a block of rows in a dump: {@code COPY vpic.x (a, b) FROM stdin;}.
 *
 * @param table without its schema, lower case
 * @param columns in the order of the block, lower case
 */
public record CopyBlock(String table, List<String> columns) {

    private static final Pattern HEAD = Pattern.compile(
            "COPY\\s+(?:\"?\\w+\"?\\.)?(\"[^\"]+\"|\\w+)\\s*\\((.*)\\)\\s+FROM\\s+stdin\\s*;\\s*",
            Pattern.CASE_INSENSITIVE);

    /** Null for a line that begins no block. */
    static CopyBlock of(String line) {
        if (!line.regionMatches(true, 0, "COPY ", 0, 5)) {
            return null;
        }
        Matcher head = HEAD.matcher(line);
        if (!head.matches()) {
            return null;
        }
        List<String> columns = new ArrayList<>();
        for (String column : head.group(2).split(",", -1)) {
            columns.add(plain(column));
        }
        return new CopyBlock(plain(head.group(1)), columns);
    }

    private static String plain(String name) {
        return name.strip().replace("\"", "").toLowerCase(Locale.ROOT);
    }
}
