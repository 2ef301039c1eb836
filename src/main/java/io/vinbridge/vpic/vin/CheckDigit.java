package io.vinbridge.vpic.vin;

/** Check digit of a VIN, position 9 (49 CFR 565.15). Positions are counted from 1. */
public final class CheckDigit {

    /** The position of the digit itself. */
    public static final int POSITION = 9;

    /** What stands for the digit of a VIN that has none, because it has characters that no VIN has. */
    public static final char NONE = '?';

    private static final int LENGTH = 17;
    private static final int[] WEIGHTS = {8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2};
    private static final int[] LETTERS = {
        1, 2, 3, 4, 5, 6, 7, 8, -1, 1, 2, 3, 4, 5, -1, 7, -1, 9, 2, 3, 4, 5, 6, 7, 8, 9
    };
    private static final String YEARS = "123456789ABCDEFGHJKLMNPRSTVWXY";

    private CheckDigit() {}

    /**
     * What position 9 should be.
     *
     * @param numbersFrom from which position on there are digits only
     * @return {@link #NONE} where another position has a character that it may not have
     */
    public static char of(String vin, int numbersFrom) {
        int sum = 0;
        for (int position = 1; position <= LENGTH; position++) {
            char c = vin.charAt(position - 1);
            int value = value(c);
            boolean year = position == 10 && YEARS.indexOf(c) < 0;
            if (value < 0 || year || (position >= numbersFrom && (c < '0' || c > '9'))) {
                return NONE;
            }
            sum += WEIGHTS[position - 1] * value;
        }
        return digit(sum);
    }

    /** Whether position 9 of a VIN of 17 characters is what the others demand, whatever characters they are. */
    public static boolean fits(String vin) {
        int sum = 0;
        for (int i = 0; i < LENGTH; i++) {
            int value = value(vin.charAt(i));
            if (value < 0) {
                return false;
            }
            sum += WEIGHTS[i] * value;
        }
        return vin.charAt(POSITION - 1) == digit(sum);
    }

    /** The weighed sum of a VIN's characters, of which those that no VIN has count nothing. */
    static int sum(String vin) {
        int sum = 0;
        for (int i = 0; i < LENGTH; i++) {
            sum += WEIGHTS[i] * Math.max(0, value(vin.charAt(i)));
        }
        return sum;
    }

    /** Whether the digit would be right with another character in one position, as far as the sum tells. */
    static boolean fits(String vin, int sum, int position, char other) {
        int changed = sum + WEIGHTS[position - 1] * (value(other) - Math.max(0, value(vin.charAt(position - 1))));
        return (position == POSITION ? other : vin.charAt(POSITION - 1)) == digit(changed);
    }

    /** Whether the digit may be right with a position and the next in each other's place, as far as the sum tells. */
    static boolean mayFitSwapped(String vin, int sum, int position) {
        if (position == POSITION || position + 1 == POSITION) {
            return true;
        }
        int first = Math.max(0, value(vin.charAt(position - 1)));
        int second = Math.max(0, value(vin.charAt(position)));
        int changed = sum + (WEIGHTS[position - 1] - WEIGHTS[position]) * (second - first);
        return vin.charAt(POSITION - 1) == digit(changed);
    }

    private static char digit(int sum) {
        int digit = sum % 11;
        return digit == 10 ? 'X' : (char) ('0' + digit);
    }

    /** Negative for what no VIN has. */
    private static int value(char c) {
        if (c >= '0' && c <= '9') {
            return c - '0';
        }
        return c >= 'A' && c <= 'Z' ? LETTERS[c - 'A'] : -1;
    }
}
