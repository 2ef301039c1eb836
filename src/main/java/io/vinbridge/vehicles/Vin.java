package io.vinbridge.vehicles;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A vehicle identification number: 17 characters of the alphabet that leaves out I, O and Q (49 CFR 565.15). Positions
 * are counted from 1.
 */
public record Vin(@JsonValue String value) {

    private static final int LENGTH = 17;
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPRSTUVWXYZ";
    private static final String YEAR_CODES = "ABCDEFGHJKLMNPRSTVWXY123456789";
    private static final int[] WEIGHTS = {8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2};

    /** Value of a letter in the check digit, by its place from A to Z; those of I, O and Q are never used. */
    private static final int[] LETTER_VALUES = {
        1, 2, 3, 4, 5, 6, 7, 8, 0, 1, 2, 3, 4, 5, 0, 7, 0, 9, 2, 3, 4, 5, 6, 7, 8, 9
    };

    /**
     * Reads what people and systems write, as {@link WrittenVin} does.
     *
     * @throws InvalidVin if it has not 17 characters, or one that no VIN has; it names the position
     */
    @JsonCreator
    public static Vin of(String written) {
        return WrittenVin.read(written).vin();
    }

    /** Whether a text is a VIN as it stands. */
    static boolean wellFormed(String value) {
        return value.length() == LENGTH && firstWrong(value) < 0;
    }

    /** Where the first character stands that no VIN has, counted from 0; -1 where there is none. */
    static int firstWrong(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (ALPHABET.indexOf(value.charAt(i)) < 0) {
                return i;
            }
        }
        return -1;
    }

    /**
     * True if position 9 is what the others demand. Elsewhere than in North America it need not be, so it is a warning
     * at most.
     */
    public boolean checkDigitHolds() {
        int sum = 0;
        for (int i = 0; i < LENGTH; i++) {
            sum += WEIGHTS[i] * valueAt(i);
        }
        int digit = sum % 11;
        return value.charAt(8) == (digit == 10 ? 'X' : (char) ('0' + digit));
    }

    /**
     * The model year that position 10 codes, in the cycle that position 7 tells: a digit there means 1980 to 2009, a
     * letter 2010 to 2039. That holds for passenger cars, multipurpose vehicles and light trucks. Zero where position
     * 10 codes no year.
     */
    public int modelYear() {
        int code = YEAR_CODES.indexOf(value.charAt(9));
        if (code < 0) {
            return 0;
        }
        return (Character.isDigit(value.charAt(6)) ? 1980 : 2010) + code;
    }

    /**
     * VIN pattern (squish VIN), which all vehicles of one build share: positions 1 to 8, 10 and 11, and also 12 to 14
     * if position 3 is 9, because there the small manufacturers are told apart.
     */
    public String pattern() {
        String squish = value.substring(0, 8) + value.substring(9, 11);
        return value.charAt(2) == '9' ? squish + value.substring(11, 14) : squish;
    }

    @Override
    public String toString() {
        return value;
    }

    private int valueAt(int index) {
        char c = value.charAt(index);
        return Character.isDigit(c) ? c - '0' : LETTER_VALUES[c - 'A'];
    }
}
