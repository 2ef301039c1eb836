package io.vinbridge.sandbox.catalog;

import io.vinbridge.sandbox.catalog.models.ModelId;
import io.vinbridge.sandbox.catalog.models.ModelLine;
import java.util.Optional;

/**
 * Autodata's name for a style: country, C, two digits of the year, two letters of the make, one for the kind of
 * vehicle, the line (three digits), the style's place as a letter, 0.
 */
public final class Acode {

    /** Every Acode has this many characters. */
    public static final int LENGTH = 13;

    private static final int CENTURY = 1900;

    private Acode() {}

    static String of(Style style) {
        return style.id().country()
                + "C"
                + digits(style.year() % 100, 2)
                + style.line().division().code()
                + style.body().letter()
                + digits(style.line().place(), 3)
                + (char) ('A' + style.id().place())
                + "0";
    }

    private static String digits(int number, int count) {
        String digits = String.valueOf(number);
        return "0".repeat(count - digits.length()) + digits;
    }

    /** The style id that an Acode stands for; whether such a style exists is not known here. */
    static Optional<StyleId> read(String acode) {
        if (!acode.matches("[A-Z]{2}C\\d{2}[A-Z]{3}\\d{3}[A-T]0")) {
            return Optional.empty();
        }
        int shortYear = Integer.parseInt(acode.substring(3, 5));
        int year = CENTURY + shortYear + (CENTURY + shortYear < ModelId.FIRST_YEAR ? 100 : 0);
        int line = Integer.parseInt(acode.substring(8, 11));
        return Country.of(acode.substring(0, 2))
                .filter(country -> line < ModelLine.all().size())
                .map(country -> new StyleId(new ModelId(year, line), acode.charAt(11) - 'A', country));
    }
}
