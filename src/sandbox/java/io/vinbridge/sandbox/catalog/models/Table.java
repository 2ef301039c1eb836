package io.vinbridge.sandbox.catalog.models;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One of the tables under {@code sandbox/}: cells parted by bars, the first line names the columns, {@code #} starts a
 * remark.
 */
public final class Table {

    private Table() {}

    /** Reads the table's rows, in their order. */
    public static List<Row> rows(String name) {
        List<String[]> lines = new ArrayList<>();
        text("/sandbox/" + name + ".txt")
                .lines()
                .filter(line -> !line.startsWith("#") && !line.isBlank())
                .forEach(line -> lines.add(cells(line)));
        String[] columns = lines.get(0);
        return lines.subList(1, lines.size()).stream()
                .map(cells -> Row.of(columns, cells))
                .toList();
    }

    /** Reads a whole file of the class path as text. */
    public static String text(String resource) {
        try (InputStream in = Table.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalArgumentException("Not on the class path: " + resource);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String[] cells(String line) {
        String[] cells = line.split("\\|", -1);
        for (int at = 0; at < cells.length; at++) {
            cells[at] = cells[at].trim();
        }
        return cells;
    }

    /** A line of the table; a cell is asked for by the name of its column. */
    public record Row(Map<String, String> cells) {

        static Row of(String[] columns, String[] cells) {
            if (columns.length != cells.length) {
                throw new IllegalArgumentException(
                        "A row of another width than its heading: " + String.join("|", cells));
            }
            Map<String, String> byColumn = new HashMap<>();
            for (int at = 0; at < columns.length; at++) {
                byColumn.put(columns[at], cells[at]);
            }
            return new Row(byColumn);
        }

        public String text(String column) {
            return cells.get(column);
        }

        public boolean blank(String column) {
            return text(column).isEmpty();
        }

        /** The cell as a whole number, 0 where it is empty. */
        public int number(String column) {
            return blank(column) ? 0 : Integer.parseInt(text(column));
        }

        /** The cell as a number, 0 where it is empty. */
        public double decimal(String column) {
            return blank(column) ? 0 : Double.parseDouble(text(column));
        }

        /** The cell as a list parted by commas, empty where it is empty. */
        public List<String> list(String column) {
            return list(column, ",");
        }

        public List<String> list(String column, String separator) {
            if (blank(column)) {
                return List.of();
            }
            return List.of(text(column).split(separator, -1)).stream()
                    .map(String::trim)
                    .toList();
        }
    }
}
