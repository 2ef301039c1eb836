package io.vinbridge.vpic.vin;

import io.vinbridge.vpic.data.KeyAlphabet;

/**
 * VIN, whole or partial, as patterns see it: its manufacturer's code and its key, positions 4 to 8 and, behind a bar,
 * 10 to 17. Position 9 takes no part.
 *
 * @param vin in upper case, without white space around it
 * @param code the manufacturer's code: positions 1 to 3, and 12 to 14 too where position 3 is 9
 * @param key the text of the key
 * @param bits the bit of each of its characters
 * @param digitBits the same with {@code #} in the place of digits
 */
public record VinKey(String vin, String code, String key, byte[] bits, byte[] digitBits) {

    public static VinKey of(String vin) {
        String key = part(vin, 3, 8) + (vin.length() > 9 ? "|" + part(vin, 9, 17) : "");
        byte[] bits = new byte[key.length()];
        byte[] digits = new byte[key.length()];
        for (int i = 0; i < bits.length; i++) {
            char c = key.charAt(i);
            bits[i] = (byte) KeyAlphabet.bit(c);
            digits[i] = (byte) KeyAlphabet.bit(c >= '0' && c <= '9' ? '#' : c);
        }
        return new VinKey(vin, code(vin), key, bits, digits);
    }

    public static String code(String vin) {
        String first = part(vin, 0, 3);
        return first.endsWith("9") && first.length() == 3 && vin.length() >= 14 ? first + vin.substring(11, 14) : first;
    }

    /** How vPIC writes what vehicles of one build share. */
    public static String descriptor(String vin) {
        String whole = (vin + "*****************").substring(0, 17);
        String without = whole.substring(0, 8) + '*' + whole.substring(9);
        return without.substring(0, without.charAt(2) == '9' ? 14 : 11);
    }

    public int length() {
        return vin.length();
    }

    /** The character of a position, counted from 1. */
    public char at(int position) {
        return vin.charAt(position - 1);
    }

    private static String part(String text, int from, int to) {
        return from >= text.length() ? "" : text.substring(from, Math.min(to, text.length()));
    }
}
