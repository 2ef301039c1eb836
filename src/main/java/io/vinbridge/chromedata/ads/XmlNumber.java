package io.vinbridge.chromedata.ads;

import java.math.BigDecimal;

/** Number of an answer. A text that is none is a part that is absent, not an answer that is lost: it is null. */
final class XmlNumber {

    /** The schema's amounts are doubles, of which none has more. */
    private static final int LARGEST_EXPONENT = 308;

    private static final int LONGEST = 32;

    private XmlNumber() {}

    /** The value where it is a whole number within an int; null for others. */
    static Integer whole(String text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        try {
            return Integer.valueOf(text);
        } catch (NumberFormatException e) {
            return whole(decimal(text));
        }
    }

    private static Integer whole(BigDecimal value) {
        try {
            return value == null ? null : value.intValueExact();
        } catch (ArithmeticException e) {
            return null;
        }
    }

    /** Without trailing zeros, so that {@code 34800.0} and {@code 34800} are one number in every document. */
    static BigDecimal decimal(String text) {
        if (text == null || text.isEmpty() || text.length() > LONGEST) {
            return null;
        }
        try {
            BigDecimal value = new BigDecimal(text);
            return Math.abs((long) value.scale()) > LARGEST_EXPONENT ? null : value.stripTrailingZeros();
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
