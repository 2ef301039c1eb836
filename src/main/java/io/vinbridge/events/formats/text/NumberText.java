package io.vinbridge.events.formats.text;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * Number as a feed writes it: with separators of any country, a currency or a unit. What is not surely one number is
 * none.
 */
public enum NumberText {
    /** Of anything: one separator is the decimal one. */
    PLAIN("number", "", false),
    /**
     * Of money: one separator with three digits behind it groups thousands, because no currency here has three
     * decimals.
     */
    AMOUNT(
            "amount",
            "(?:US|CA|C|A|AU)?\\p{Sc}|(?:USD|CAD|EUR|GBP|MXN|AUD|NZD|CHF|PLN|z\u0142|CZK|K\u010d|SEK|NOK|DKK|kr|HUF|RON"
                    + "|BRL|ZAR|JPY|US|CA)\\b\\.?",
            true),
    /** Of a distance: likewise. */
    MILEAGE("mileage", "(?:miles|mile|mi|kilomet(?:er|re)s?|kms?)\\b\\.?", true);

    private static final int LONGEST = 60;

    /** A few characters can stand for a billion digits. */
    private static final int MOST_DIGITS = 40;

    private static final Pattern INVISIBLE = Pattern.compile("\\p{Cf}");
    /** At the end of 15.000,- and 15'000.-. */
    private static final Pattern NO_CENTS = Pattern.compile("(?<=[0-9])[.,] ?[-\u2013\u2014]$");

    private static final Pattern DIGITS = Pattern.compile("[+-]?[0-9]+");
    private static final Pattern POWER = Pattern.compile("[+-]?[0-9]+(?:\\.[0-9]+)?[eE][+-]?[0-9]{1,2}");

    /** Groups between blanks or apostrophes, which are no decimal separator anywhere. */
    private static final Pattern SPACED =
            Pattern.compile("[+-]?[0-9]{1,3}([ '\u2019])[0-9]{3}(?:\\1[0-9]{3})*(?:[.,][0-9]*)?");

    private static final Pattern POINTS = Pattern.compile("[+-]?[0-9]{1,3}(?:\\.[0-9]{3})+(?:,[0-9]*)?");
    private static final Pattern COMMAS = Pattern.compile(
            "[+-]?[0-9]{1,3}(?:,[0-9]{3})+(?:\\.[0-9]*)?|[+-]?[0-9]{1,2}(?:,[0-9]{2})+,[0-9]{3}(?:\\.[0-9]*)?");
    private static final Pattern ONE = Pattern.compile("[+-]?(?:[0-9]+[.,][0-9]*|[.,][0-9]+)");
    private static final Pattern THOUSANDS = Pattern.compile("[+-]?[1-9][0-9]{0,2}[.,][0-9]{3}");

    private final String word;
    private final Pattern unit;
    private final boolean thousands;

    NumberText(String word, String unit, boolean thousands) {
        this.word = word;
        this.unit = unit.isEmpty()
                ? null
                : Pattern.compile(
                        "^(?:" + unit + ")\\s*|\\s*(?<![\\p{L}])(?:" + unit + ")$",
                        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS);
        this.thousands = thousands;
    }

    /** For the sentence that something is none. */
    public String word() {
        return word;
    }

    /** The number without zeros at its end; null where it is none. */
    public BigDecimal read(String written) {
        if (written.length() > LONGEST) {
            return null;
        }
        String text = INVISIBLE
                .matcher(Normalizer.normalize(written, Normalizer.Form.NFKC))
                .replaceAll("")
                .strip();
        if (unit != null) {
            text = unit.matcher(text).replaceAll("").strip();
            text = NO_CENTS.matcher(text).replaceFirst("");
        }
        String plain = plain(text);
        return plain == null ? null : plain(new BigDecimal(plain));
    }

    /** A number that was written as one; null where it is endless when it is written out. */
    public static BigDecimal plain(BigDecimal number) {
        if (number.precision() > MOST_DIGITS || Math.abs((long) number.scale()) > MOST_DIGITS) {
            return null;
        }
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /** As Java reads it; null where it is no number. */
    private String plain(String text) {
        if (DIGITS.matcher(text).matches() || POWER.matcher(text).matches()) {
            return text;
        }
        if (SPACED.matcher(text).matches()) {
            return text.replaceAll("[ '\u2019]", "").replace(',', '.');
        }
        if (ONE.matcher(text).matches()
                && !(thousands && THOUSANDS.matcher(text).matches())) {
            return text.replace(',', '.');
        }
        if (POINTS.matcher(text).matches()) {
            return text.replace(".", "").replace(',', '.');
        }
        return COMMAS.matcher(text).matches() ? text.replace(",", "") : null;
    }
}
