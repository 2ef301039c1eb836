package io.vinbridge.api.vehicles;

import io.vinbridge.vehicles.CanonicalJson;
import io.vinbridge.vehicles.documents.StoredDescription;
import io.vinbridge.vehicles.registry.StoredVehicle;
import io.vinbridge.vehicles.styles.StyleResolution;
import java.util.Map;

/**
 * Warnings of a vehicle or a style as the contract has them: those that are stored with its description, and before
 * them those of this one answer. They are joined as texts, because a read parses no JSON.
 */
final class VehicleWarnings {

    private static final String CHECK_DIGIT =
            "{\"code\":\"InvalidVinCheckDigit\",\"message\":\"The check digit at position 9 is not what the other characters demand\"}";

    private static final String REMEMBERED =
            "{\"code\":\"DatabaseUnavailable\",\"message\":\"The database does not answer: this is what was served last\"}";

    private static final String CONTRADICTED =
            "{\"code\":\"HintsContradictChoice\",\"message\":\"The hints point to style %d; the style that was chosen before stands\"}";

    private static final String BY_VPIC =
            "{\"code\":\"AnsweredByVpic\",\"message\":\"ChromeData has not described it: this is what NHTSA's data says\"}";

    private VehicleWarnings() {}

    /**
     * Warnings of a vehicle.
     *
     * @param resolution the ranked candidates; null where nobody asked for them
     * @param forgiven how a VIN that was written otherwise was read; null where there is nothing to tell
     */
    static String of(StoredVehicle vehicle, StyleResolution resolution, String forgiven) {
        String warnings = stored(vehicle);
        if (!vehicle.vin().checkDigitHolds()) {
            warnings = with(CHECK_DIGIT, warnings);
        }
        if (resolution != null && contradicted(vehicle, resolution)) {
            warnings = with(
                    CONTRADICTED.formatted(resolution.chosen().orElseThrow().styleId()), warnings);
        }
        if (forgiven != null) {
            warnings = with(CanonicalJson.text(Map.of("code", "VinForgiven", "message", forgiven)), warnings);
        }
        return vehicle.remembered() ? with(REMEMBERED, warnings) : warnings;
    }

    static String of(StoredDescription style) {
        String warnings = style.look().warnings();
        return style.remembered() ? with(REMEMBERED, warnings) : warnings;
    }

    private static String stored(StoredVehicle vehicle) {
        String warnings = vehicle.look() == null ? "[]" : vehicle.look().warnings();
        if (vehicle.vpic().warnings() != null) {
            String more = vehicle.vpic().warnings();
            warnings = with(more.substring(1, more.length() - 1), warnings);
        }
        return vehicle.stoodInFor() ? with(BY_VPIC, warnings) : warnings;
    }

    private static boolean contradicted(StoredVehicle vehicle, StyleResolution resolution) {
        return resolution
                .chosen()
                .filter(chosen -> !Integer.valueOf(chosen.styleId())
                        .equals(vehicle.summary().styleId()))
                .isPresent();
    }

    private static String with(String warning, String warnings) {
        return warnings.length() == 2 ? "[" + warning + "]" : "[" + warning + "," + warnings.substring(1);
    }
}
