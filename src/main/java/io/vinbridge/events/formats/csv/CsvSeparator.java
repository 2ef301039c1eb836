package io.vinbridge.events.formats.csv;

import io.vinbridge.vehicles.WrittenVin;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Separator of a CSV text, which its first line says ({@code sep=;}), or shows.
 *
 * @param line how many characters the line has that says it; 0 where none does
 */
public record CsvSeparator(char sign, int line) {

    /** A column of VINs outweighs any number of columns. */
    private static final int VIN = 100_000;

    private static final List<Character> SEPARATORS = List.of(',', ';', '\t', '|');
    private static final Pattern NAMED =
            Pattern.compile("\\A\\s*\"?sep=([,;\t|])\"?[^\n]*(?:\r?\n|\\z)", Pattern.CASE_INSENSITIVE);

    /** That of the text that begins so. */
    static CsvSeparator of(String head, Predicate<String> named) {
        Matcher said = NAMED.matcher(head);
        return said.find()
                ? new CsvSeparator(said.group(1).charAt(0), said.end())
                : new CsvSeparator(shown(head, named), 0);
    }

    /** Whether a text may be CSV at all: something in it separates. */
    public static boolean separates(String text) {
        return SEPARATORS.stream().anyMatch(one -> text.indexOf(one) >= 0);
    }

    CSVFormat format() {
        return format(sign);
    }

    /** For people. */
    String word() {
        return sign == '\t' ? "a tab" : "\"" + sign + "\"";
    }

    /** Where a line has a VIN, counted from 0; -1 where it has none. */
    static int vinIn(CSVRecord line) {
        for (int i = 0; i < line.size(); i++) {
            if (WrittenVin.isWhole(line.get(i))) {
                return i;
            }
        }
        return -1;
    }

    /** The one by which a column is named vin, or has a VIN; else the one that separates most. */
    private static char shown(String head, Predicate<String> named) {
        char best = SEPARATORS.get(0);
        int most = 0;
        for (char one : SEPARATORS) {
            CSVRecord first = first(head, one);
            if (first == null) {
                continue;
            }
            boolean vin = first.stream().anyMatch(name -> named.test(CsvTable.name(name))) || vinIn(first) >= 0;
            int weight = first.size() + (vin ? VIN : 0);
            if (weight > most) {
                most = weight;
                best = one;
            }
        }
        return best;
    }

    private static CSVRecord first(String head, char separator) {
        try (CSVParser parser = format(separator).parse(new StringReader(head))) {
            Iterator<CSVRecord> records = parser.iterator();
            return records.hasNext() ? records.next() : null;
        } catch (IOException | UncheckedIOException | IllegalStateException e) {
            return null;
        }
    }

    private static CSVFormat format(char separator) {
        return CSVFormat.RFC4180
                .builder()
                .setDelimiter(separator)
                .setIgnoreEmptyLines(true)
                .get();
    }
}
