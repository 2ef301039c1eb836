package io.vinbridge.stock.reading;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Trailer: a last line that says that the file is whole, such as {@code TRAILER,120} or {@code #EOF|120}, often with
 * the number of lines.
 *
 * @param lines how many there are by it; negative where it does not say
 */
record TrailerLine(long lines) {

    private static final Pattern WORD = Pattern.compile(
            "\\W*(?:trailer|trl|tlr|footer|eof|end|end of (?:file|report|data)|(?:total|record|row)(?: (?:records?|rows?|count|vehicles?|lines?))?s?)\\b\\W*([0-9]+)?\\W*",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern NUMBER = Pattern.compile("\\W*(?:[a-z]+\\W*)?([0-9]+)\\W*", Pattern.CASE_INSENSITIVE);
    private static final int MOST_CELLS = 4;
    private static final int MOST_DIGITS = 18;

    /** The trailer in the cells of a line; null where it is none. */
    static TrailerLine of(List<String> cells) {
        List<String> filled = cells.stream().filter(cell -> !cell.isBlank()).toList();
        if (filled.isEmpty() || filled.size() > MOST_CELLS) {
            return null;
        }
        Matcher word = WORD.matcher(filled.get(0));
        if (!word.matches()) {
            return null;
        }
        if (word.group(1) != null) {
            return new TrailerLine(number(word.group(1)));
        }
        for (String cell : filled.subList(1, filled.size())) {
            Matcher number = NUMBER.matcher(cell);
            if (number.matches()) {
                return new TrailerLine(number(number.group(1)));
            }
        }
        return filled.size() > 2 ? null : new TrailerLine(-1);
    }

    /** One that is too long for any number of lines is wrong all the same. */
    private static long number(String digits) {
        return digits.length() > MOST_DIGITS ? Long.MAX_VALUE : Long.parseLong(digits);
    }

    /**
     * Holds it against what was read.
     *
     * @throws BrokenFile if it says another number
     */
    void check(long read) {
        if (lines >= 0 && lines != read) {
            throw new BrokenFile(
                    "It has " + read + (read == 1 ? " line" : " lines") + ", and its trailer says " + lines);
        }
    }
}
