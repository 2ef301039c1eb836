package io.vinbridge.vpic.decode;

import io.vinbridge.vpic.data.KeyAlphabet;
import io.vinbridge.vpic.data.KeyPattern;
import io.vinbridge.vpic.data.VinSchema;
import io.vinbridge.vpic.vin.CheckDigit;
import io.vinbridge.vpic.vin.VinKey;
import java.util.List;

/**
 * Check of a VIN's positions against the characters that the keys of its manufacturer name for its year.
 *
 * @param error 2 to 5, or 0 where every character is one of them
 * @param corrected the VIN that vPIC suggests, empty for none
 * @param possible the characters that would do, such as {@code (7:X)(8:ABC)}
 */
record PositionCheck(int error, String corrected, String possible) {

    static final PositionCheck NONE = new PositionCheck(0, "", "");

    private static final int BEFORE_KEY = 4;
    private static final int[] DESCRIBED = {4, 5, 6, 7, 8, 11};
    private static final int NUMBERS_FROM = 13;
    private static final int NUMBERS_FROM_OF_SMALL = 15;

    /** Checks against the union of the schemas' keys. */
    static PositionCheck of(VinKey vin, List<VinSchema> schemas) {
        int last = Math.min(vin.code().length() == 6 ? 11 : 14, vin.length());
        StringBuilder corrected = new StringBuilder();
        StringBuilder possible = new StringBuilder();
        int errors = 0;
        int wrong = 0;
        long allowed = 0;
        for (int position = BEFORE_KEY; position <= last; position++) {
            char c = vin.at(position);
            long named = position == 9 || position == 10 ? 0 : named(schemas, position);
            if (named != 0 && !KeyAlphabet.holds(named, c)) {
                possible.append('(')
                        .append(position)
                        .append(':')
                        .append(KeyAlphabet.text(named))
                        .append(')');
                errors++;
                wrong = position;
                allowed = named;
                corrected.append('!');
            } else {
                corrected.append(c);
            }
        }
        if (errors == 0) {
            return NONE;
        }
        String whole = whole(vin, corrected);
        return errors > 1
                ? new PositionCheck(5, whole, possible.toString())
                : one(vin.vin(), wrong, KeyAlphabet.text(allowed), whole);
    }

    /**
     * The positions that a maker describes whose characters no key of these names, with commas between them; empty for
     * none.
     */
    static String unused(VinKey vin, Iterable<DecodedElement> stayed) {
        long[] named = new long[20];
        for (DecodedElement one : stayed) {
            KeyPattern key = one.source() == Source.CONVERSION ? null : one.key();
            for (int place = 0; key != null && place < Math.min(key.places(), named.length); place++) {
                named[place] |= key.named(place);
            }
        }
        StringBuilder unused = new StringBuilder();
        for (int position : DESCRIBED) {
            if (position <= vin.length() && !KeyAlphabet.holds(named[position - BEFORE_KEY], vin.at(position))) {
                unused.append(unused.isEmpty() ? "" : ",").append(position);
            }
        }
        return unused.toString();
    }

    static long named(List<VinSchema> schemas, int position) {
        long named = 0;
        for (VinSchema schema : schemas) {
            named |= schema.named(position - BEFORE_KEY);
        }
        return named;
    }

    private static PositionCheck one(String vin, int wrong, String allowed, String whole) {
        String possible = "(" + wrong + ":";
        if (allowed.length() == 1) {
            return new PositionCheck(2, replaced(vin, wrong, allowed.charAt(0)), possible + allowed + ")");
        }
        StringBuilder fitting = new StringBuilder();
        for (int i = 0; i < allowed.length(); i++) {
            String tried = replaced(vin, wrong, allowed.charAt(i));
            int numbersFrom = vin.charAt(2) == '9' ? NUMBERS_FROM_OF_SMALL : NUMBERS_FROM;
            if (tried.length() == 17 && tried.charAt(8) == CheckDigit.of(tried, numbersFrom)) {
                fitting.append(allowed.charAt(i));
            }
        }
        return fitting.length() == 1
                ? new PositionCheck(3, replaced(vin, wrong, fitting.charAt(0)), possible + fitting + ")")
                : new PositionCheck(4, whole, possible + allowed + ")");
    }

    private static String replaced(String vin, int position, char c) {
        return vin.substring(0, position - 1) + c + vin.substring(position);
    }

    private static String whole(VinKey vin, StringBuilder corrected) {
        String code = vin.code();
        StringBuilder whole = new StringBuilder(code.substring(0, 3)).append(corrected);
        if (code.length() == 6) {
            whole.append(code, 3, 6);
        }
        String all = vin.vin();
        return whole
                + (all.length() > whole.length()
                        ? all.substring(whole.length(), Math.min(whole.length() + 3, all.length()))
                        : "");
    }
}
