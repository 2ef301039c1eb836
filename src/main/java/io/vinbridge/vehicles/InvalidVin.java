package io.vinbridge.vehicles;

import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;

/** A text that no VIN can be. Nothing is asked of ChromeData for it. */
public final class InvalidVin extends Failure {

    private final String suggestion;

    private InvalidVin(String message, String suggestion) {
        super(
                Reason.INVALID_VIN,
                suggestion == null ? message : message + "; " + suggestion + " would be one with a right check digit");
        this.suggestion = suggestion;
    }

    /** The VIN that may be meant; null where none can be told. */
    public String suggestion() {
        return suggestion;
    }

    static InvalidVin of(String value, String suggestion) {
        int wrong = Vin.firstWrong(value);
        return new InvalidVin(wrong < 0 ? length(value) : character(value, wrong), suggestion);
    }

    static InvalidVin at(String value, int index) {
        return new InvalidVin(character(value, index), null);
    }

    static InvalidVin ofLength(String value) {
        return new InvalidVin(length(value), null);
    }

    private static String length(String value) {
        return "A VIN has 17 characters, this has " + value.length();
    }

    private static String character(String value, int index) {
        int character = value.codePointAt(index);
        String shown = Character.isISOControl(character)
                ? "U+%04X".formatted(character)
                : "'" + Character.toString(character) + "'";
        return "Position " + (index + 1) + " is " + shown + ", which no VIN has";
    }
}
