package io.vinbridge.vpic.vin;

import java.util.ArrayList;
import java.util.List;

/**
 * Change of one character of a VIN, or of two that stand beside each other, after which its check digit is right.
 *
 * @param position where it is, counted from 1; of a swap, the first of the two
 * @param error what may have gone wrong
 */
public record VinEdit(String vin, int position, TypingError error) {

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPRSTUVWXYZ";

    /** All of a VIN. */
    public static List<VinEdit> fitting(String vin) {
        List<VinEdit> edits = new ArrayList<>();
        int sum = CheckDigit.sum(vin);
        for (int position = 1; position <= vin.length(); position++) {
            char typed = vin.charAt(position - 1);
            if (position < vin.length() && typed != vin.charAt(position)) {
                swap(vin, position, sum, edits);
            }
            for (int c = 0; c < ALPHABET.length(); c++) {
                char meant = ALPHABET.charAt(c);
                if (meant != typed && CheckDigit.fits(vin, sum, position, meant)) {
                    add(
                            edits,
                            vin.substring(0, position - 1) + meant + vin.substring(position),
                            position,
                            TypingError.of(meant, typed));
                }
            }
        }
        return edits;
    }

    private static void swap(String vin, int position, int sum, List<VinEdit> edits) {
        if (CheckDigit.mayFitSwapped(vin, sum, position)) {
            String swapped = vin.substring(0, position - 1)
                    + vin.charAt(position)
                    + vin.charAt(position - 1)
                    + vin.substring(position + 1);
            add(edits, swapped, position, TypingError.SWAP);
        }
    }

    /** What the sum lets through may still have a character that no VIN has. */
    private static void add(List<VinEdit> edits, String vin, int position, TypingError error) {
        if (CheckDigit.fits(vin)) {
            edits.add(new VinEdit(vin, position, error));
        }
    }
}
