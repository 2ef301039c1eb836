package io.vinbridge.vehicles;

import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;

/** A text that no VIN can be. Nothing is asked of ChromeData for it. */
public final class InvalidVin extends Failure {

    private InvalidVin(String message) {
        super(Reason.INVALID_VIN, message);
    }

    static InvalidVin length(String value) {
        return new InvalidVin("A VIN has 17 characters, this has " + value.length());
    }

    static InvalidVin character(String value, int position) {
        int character = value.codePointAt(position - 1);
        String shown = Character.isISOControl(character)
                ? "U+%04X".formatted(character)
                : "'" + Character.toString(character) + "'";
        return new InvalidVin("Position " + position + " is " + shown + ", which no VIN has");
    }
}
