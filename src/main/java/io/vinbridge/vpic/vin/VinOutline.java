package io.vinbridge.vpic.vin;

/**
 * Outline of a VIN, which costs no look at patterns: who made it, of which type and year it is.
 *
 * @param code the manufacturer's code as it stands in the VIN
 * @param known whether a manufacturer has that code
 * @param yearPossible whether position 10 stands for a year
 * @param vehicleType in NHTSA's words, such as {@code TRAILER}; null where none is known
 */
public record VinOutline(String code, boolean known, boolean yearPossible, String vehicleType) {

    /** Why there can be no such vehicle; null where there can. */
    public String impossible() {
        if (!known) {
            return "NHTSA's data has no manufacturer with the code " + code;
        }
        return yearPossible ? null : "Position 10 stands for no model year";
    }
}
