package io.vinbridge.vpic.data;

/**
 * Bit set over the characters of vPIC keys: each character has a bit of a long, so that a class of characters is one
 * number.
 */
public final class KeyAlphabet {

    /** Every character. */
    public static final long ANY = ~0L;

    /** The decimal digits. */
    public static final long DIGITS = (1L << 10) - 1;

    /** What a VIN may hold (49 CFR 565.15): digits and letters without I, O and Q. */
    public static final long VIN = mask("0123456789ABCDEFGHJKLMNPRSTUVWXYZ");

    private static final String OTHERS = "|*_# -./";
    private static final int LETTERS = 10;
    private static final int FIRST_OTHER = 36;

    private KeyAlphabet() {}

    /** The bit of a character, in upper case; all that stand in no key share one. */
    public static int bit(char c) {
        if (c >= '0' && c <= '9') {
            return c - '0';
        }
        if (c >= 'A' && c <= 'Z') {
            return LETTERS + c - 'A';
        }
        int other = OTHERS.indexOf(c);
        return FIRST_OTHER + (other < 0 ? OTHERS.length() : other);
    }

    /** The set of some characters. */
    public static long mask(String characters) {
        long mask = 0;
        for (int i = 0; i < characters.length(); i++) {
            mask |= 1L << bit(characters.charAt(i));
        }
        return mask;
    }

    /** Whether a set holds a character. */
    public static boolean holds(long mask, char c) {
        return (mask >>> bit(c) & 1) != 0;
    }

    /** The digits and letters of a set, and what else it holds, in the order of their bits. */
    public static String text(long mask) {
        StringBuilder text = new StringBuilder();
        for (int bit = 0; bit < FIRST_OTHER + OTHERS.length(); bit++) {
            if ((mask >>> bit & 1) != 0) {
                text.append(
                        bit < LETTERS
                                ? (char) ('0' + bit)
                                : bit < FIRST_OTHER ? (char) ('A' + bit - LETTERS) : OTHERS.charAt(bit - FIRST_OTHER));
            }
        }
        return text.toString();
    }
}
