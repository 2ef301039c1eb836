package io.vinbridge.chromedata.cvd;

import io.vinbridge.chromedata.description.values.InstallationCause;
import java.util.Locale;

/**
 * Cause of installation as CVD writes it, in one letter, and in the words that ADS has for the same: B build, E
 * engineered, V VIN pattern, S standard, R standard that may have been changed, I input of the caller, A available.
 */
final class InstallCause {

    private InstallCause() {}

    /**
     * The cause in the words of the contract, with the letter as its detail; null for what is not known to be
     * installed: available, standard but changeable, and letters that are not known today.
     *
     * @param thing what {@code OptionCode}, {@code ExteriorColor} and {@code InteriorColor} begin with
     */
    static InstallationCause of(String letter, String thing) {
        String cause =
                switch (letter(letter)) {
                    case "B" -> thing + "Build";
                    case "E" -> thing + "Engineered";
                    case "V" -> "VIN";
                    case "S" -> "BaseEquipment";
                    case "I" -> thing + "Input";
                    default -> null;
                };
        return cause == null ? null : new InstallationCause(cause, letter(letter));
    }

    /** Whether the factory says so of this very vehicle. */
    static boolean ofOneVehicle(String letter) {
        return letter(letter).equals("B");
    }

    /** Whether it stands for what the styles have, rather than for what can be had, or for what is not known today. */
    static boolean has(String letter, Boolean standard) {
        return Boolean.TRUE.equals(standard)
                || ("BEVSRI".contains(letter(letter)) && !letter(letter).isEmpty());
    }

    /** Of a whole word, such as {@code Build}, the first one. */
    private static String letter(String cause) {
        String word = cause == null ? "" : cause.trim().toUpperCase(Locale.ROOT);
        return word.isEmpty() ? "" : word.substring(0, 1);
    }
}
