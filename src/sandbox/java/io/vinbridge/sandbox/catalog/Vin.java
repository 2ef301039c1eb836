package io.vinbridge.sandbox.catalog;

import java.util.Optional;

/** A vehicle identification number of 17 characters (ChromeData on the wire, 5). */
public record Vin(String text) {
    private static final String ALPHABET = "ABCDEFGHJKLMNPRSTUVWXYZ0123456789";
    private static final String VALUES = "12345678123457923456789";
    private static final int[] WEIGHTS = {8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2};
    private static final int LENGTH = 17;

    /** Reason for which a text can't be a VIN, as a status code; empty if it can. */
    public static Optional<String> flaw(String text) {
        if (text.length() != LENGTH) {
            return Optional.of("InvalidVinLength");
        }
        boolean allowed = text.chars().allMatch(character -> ALPHABET.indexOf(character) >= 0);
        return allowed ? Optional.empty() : Optional.of("InvalidVinCharacter");
    }

    /** True if position 9 is what the other positions make it. */
    public boolean hasValidCheckDigit() {
        return text.charAt(8) == checkDigit();
    }

    /** The same VIN with the check digit that belongs to it. */
    public Vin withValidCheckDigit() {
        return new Vin(text.substring(0, 8) + checkDigit() + text.substring(9));
    }

    /** The pattern that decides everything but the serial number. */
    public VinPattern pattern() {
        String smallMaker = text.charAt(2) == '9' ? text.substring(11, 14) : "";
        return new VinPattern(text.substring(0, 8) + text.substring(9, 11) + smallMaker);
    }

    private char checkDigit() {
        int sum = 0;
        for (int at = 0; at < LENGTH; at++) {
            int letter = ALPHABET.indexOf(text.charAt(at));
            int value = letter < VALUES.length() ? VALUES.charAt(letter) - '0' : text.charAt(at) - '0';
            sum += value * WEIGHTS[at];
        }
        return sum % 11 == 10 ? 'X' : (char) ('0' + sum % 11);
    }
}
