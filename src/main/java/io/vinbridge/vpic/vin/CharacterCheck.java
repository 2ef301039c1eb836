package io.vinbridge.vpic.vin;

import io.vinbridge.vpic.data.ManufacturerCode;

/**
 * Check of a VIN's characters against what may stand at their positions.
 *
 * @param found each wrong position and its character, such as {@code 5:O, 10:U}; empty for none
 * @param marked the VIN with {@code !} at each of them
 */
public record CharacterCheck(String found, String marked) {

    private static final String ALL = "0123456789ABCDEFGHJKLMNPRSTUVWXYZ*";
    private static final String CHECK_DIGITS = "0123456789X*";
    private static final String YEARS = "123456789ABCDEFGHJKLMNPRSTVWXY";
    private static final String NUMBERS = "0123456789*";

    /**
     * Checks all positions.
     *
     * @param suggested what is suggested by now, empty for nothing
     * @param excused whether position 9 is not looked at
     */
    public static CharacterCheck of(VinKey vin, String suggested, ManufacturerCode code, boolean excused) {
        int numbersFrom = numbersFrom(vin, code);
        StringBuilder found = new StringBuilder();
        StringBuilder marked = new StringBuilder(suggested.isEmpty() ? vin.vin() : suggested);
        for (int position = 1; position <= vin.length(); position++) {
            char c = vin.at(position);
            if (position == CheckDigit.POSITION) {
                if (excused || CHECK_DIGITS.indexOf(c) >= 0) {
                    continue;
                }
            } else if ((position < numbersFrom ? ALL : NUMBERS).indexOf(c) >= 0
                    && (position != 10 || YEARS.indexOf(c) >= 0)) {
                continue;
            }
            found.append(found.isEmpty() ? "" : ", ")
                    .append(position)
                    .append(':')
                    .append(c);
            if (position <= marked.length()) {
                marked.setCharAt(position - 1, '!');
            }
        }
        return new CharacterCheck(found.toString(), found.isEmpty() ? suggested : marked.toString());
    }

    /** From which position on there are digits only. */
    public static int numbersFrom(VinKey vin, ManufacturerCode code) {
        if (vin.length() >= 3 && vin.at(3) == '9') {
            return 15;
        }
        return code != null && code.light() ? 13 : 14;
    }
}
