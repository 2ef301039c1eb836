package io.vinbridge.vehicles;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * VIN as somebody wrote it, whole or, for a decode, a part of one. White space of any kind around it, marks that nobody
 * sees and small letters are forgiven without a word. What scanners, spreadsheets and papers put around and between its
 * characters can be no part of a VIN; it is forgiven where the check digit confirms what remains.
 *
 * @param text what was read: in capital letters, and without what was forgiven
 * @param forgiven what of its writing was forgiven: {@code white-space}, {@code lower-case}, {@code marks}
 * @param notice what was made of what was written, for a warning; null where there is nothing to tell
 */
public record WrittenVin(String text, List<String> forgiven, String notice) {

    private static final int LENGTH = 17;
    private static final String IN_A_PART = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ*";

    /** No text that holds a VIN is longer, and whoever sends more of it is told so, and nothing is searched. */
    private static final int LONGEST = 100;

    /** A cell that is a VIN and nothing else is shorter; addresses of photos, of which a file has many, are longer. */
    private static final int LONGEST_ALONE = 40;

    private static final Pattern DRESSING =
            Pattern.compile("^VIN\\b[\\s:#.]*|[\\s\\p{Z}\\p{Pd}\\p{Pi}\\p{Pf}'\"`\u00B4*=]");

    /** Letters that no VIN has, or that only look Latin, and what was meant. */
    private static final String MISTAKEN =
            "IOQ\u0410\u0412\u0415\u041A\u041C\u041D\u041E\u0420\u0421\u0422\u0425\u0423";

    private static final String MEANT = "100ABEKMH0PCTXY";

    /**
     * Reads a whole one.
     *
     * @throws InvalidVin if no VIN is in it; it names the position, and a VIN that may be meant
     */
    public static WrittenVin read(String written) {
        WrittenVin read = of(written);
        if (!Vin.wellFormed(read.text)) {
            throw InvalidVin.of(read.text, suggestion(bare(read.text)));
        }
        return read;
    }

    /**
     * Reads what a decode takes: up to 17 letters and digits, with an asterisk for each that is not known.
     *
     * @throws InvalidVin if it is nothing that a VIN or a part of one could be; it names the position
     */
    public static WrittenVin readPart(String written) {
        WrittenVin read = of(written);
        for (int i = 0; i < read.text.length(); i++) {
            if (IN_A_PART.indexOf(read.text.charAt(i)) < 0) {
                throw InvalidVin.at(read.text, i);
            }
        }
        if (read.text.isEmpty() || read.text.length() > LENGTH) {
            throw InvalidVin.ofLength(read.text);
        }
        return read;
    }

    /** Whether a text is a whole VIN, however it is written. */
    public static boolean isWhole(String text) {
        return text.length() >= LENGTH && text.length() < LONGEST_ALONE && Vin.wellFormed(of(text).text);
    }

    /** The VIN, of one that was read whole. */
    public Vin vin() {
        return new Vin(text);
    }

    private static WrittenVin of(String written) {
        if (written != null && Vin.wellFormed(written)) {
            return new WrittenVin(written, List.of(), null);
        }
        String seen = visible(written == null ? "" : written);
        String value = seen.toUpperCase(Locale.ROOT);
        List<String> forgiven = new ArrayList<>(3);
        if (written != null && seen.length() < written.length()) {
            forgiven.add("white-space");
        }
        if (!value.equals(seen)) {
            forgiven.add("lower-case");
        }
        if (!Vin.wellFormed(value)) {
            String bare = bare(value);
            if (!bare.equals(value) && Vin.wellFormed(bare) && new Vin(bare).checkDigitHolds()) {
                forgiven.add("marks");
                return new WrittenVin(bare, forgiven, "Read as " + bare + ", which is what remains of " + value);
            }
        }
        return new WrittenVin(value, forgiven, null);
    }

    /** Without white space around it and without marks of zero width. */
    private static String visible(String written) {
        StringBuilder seen = new StringBuilder(written.length());
        written.codePoints()
                .filter(c -> Character.getType(c) != Character.FORMAT)
                .forEach(seen::appendCodePoint);
        int from = 0;
        int to = seen.length();
        while (from < to && blank(seen.charAt(from))) {
            from++;
        }
        while (to > from && blank(seen.charAt(to - 1))) {
            to--;
        }
        return seen.substring(from, to);
    }

    private static boolean blank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    /** A label of an imported car's VIN in Code 39 has an I before it. */
    private static String bare(String value) {
        if (value.length() > LONGEST) {
            return value;
        }
        String bare = DRESSING.matcher(Normalizer.normalize(value, Normalizer.Form.NFKC))
                .replaceAll("");
        return bare.length() == LENGTH + 1 && bare.charAt(0) == 'I' ? bare.substring(1) : bare;
    }

    /**
     * The VIN that is meant, if only characters that are taken for others stand in the way; null where none can be
     * told.
     */
    private static String suggestion(String bare) {
        StringBuilder meant = new StringBuilder(bare);
        for (int i = 0; i < meant.length(); i++) {
            int mistaken = MISTAKEN.indexOf(meant.charAt(i));
            if (mistaken >= 0) {
                meant.setCharAt(i, MEANT.charAt(mistaken));
            }
        }
        String suggestion = meant.toString();
        return Vin.wellFormed(suggestion) && new Vin(suggestion).checkDigitHolds() ? suggestion : null;
    }
}
