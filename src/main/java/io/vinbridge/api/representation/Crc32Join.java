package io.vinbridge.api.representation;

/**
 * CRC-32 of joined texts, out of the CRC-32 of each: a CRC is a remainder of polynomials over GF(2), so that of two
 * texts is the first one's, multiplied by x to the bits of the second, plus the second one's. It costs the logarithm of
 * a length.
 */
final class Crc32Join {

    /** The polynomial of gzip (RFC 1952, 8), the highest power in the lowest bit. */
    private static final int POLYNOMIAL = 0xedb88320;

    private static final int ONE = 1 << 31;

    /** x to the powers 1, 2, 4, 8 and so on. */
    private static final int[] POWERS = powers();

    private Crc32Join() {}

    /** The CRC-32 of two texts, of which the second has so many bytes. */
    static int join(int first, int second, long secondLength) {
        return times(shift(secondLength), first) ^ second;
    }

    /** x to the bits of so many bytes. */
    private static int shift(long length) {
        int product = ONE;
        int power = 3;
        for (long left = length; left != 0; left >>>= 1, power++) {
            if ((left & 1) != 0) {
                product = times(POWERS[power & 31], product);
            }
        }
        return product;
    }

    private static int times(int a, int b) {
        int product = 0;
        int shifted = b;
        for (int bit = ONE; bit != 0; bit >>>= 1) {
            if ((a & bit) != 0) {
                product ^= shifted;
            }
            shifted = (shifted & 1) != 0 ? (shifted >>> 1) ^ POLYNOMIAL : shifted >>> 1;
        }
        return product;
    }

    private static int[] powers() {
        int[] powers = new int[32];
        powers[0] = 1 << 30;
        for (int i = 1; i < powers.length; i++) {
            powers[i] = times(powers[i - 1], powers[i - 1]);
        }
        return powers;
    }
}
