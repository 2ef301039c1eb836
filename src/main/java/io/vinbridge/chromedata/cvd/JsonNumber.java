package io.vinbridge.chromedata.cvd;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * Number of an answer, written as a number or as a text. One that could be another number, such as {@code 1,234}, is
 * none.
 */
final class JsonNumber {

    private static final Pattern PLAIN = Pattern.compile("[+-]?(\\d{1,18}(\\.\\d{0,12})?|\\.\\d{1,12})");

    /** No amount, measure or number of the services has more. */
    private static final int MOST_DIGITS = 30;

    private JsonNumber() {}

    /** The value without trailing zeros; null where it is none. */
    static BigDecimal decimal(JsonNode node) {
        if (node.isNumber()) {
            BigDecimal value = node.decimalValue();
            boolean sensible = value.precision() <= MOST_DIGITS && Math.abs((long) value.scale()) <= MOST_DIGITS;
            return sensible ? plain(value) : null;
        }
        String text = node.isTextual() ? node.textValue().trim() : "";
        return PLAIN.matcher(text).matches() ? plain(new BigDecimal(text)) : null;
    }

    /** The value where it is a whole number within an int; null for others. */
    static Integer whole(JsonNode node) {
        BigDecimal value = decimal(node);
        try {
            return value == null ? null : value.intValueExact();
        } catch (ArithmeticException e) {
            return null;
        }
    }

    private static BigDecimal plain(BigDecimal value) {
        return value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
    }
}
