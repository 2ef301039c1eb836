package io.vinbridge.vehicles.opinions;

import io.vinbridge.chromedata.description.Description;
import io.vinbridge.chromedata.description.Warning;
import io.vinbridge.vehicles.CanonicalJson;
import io.vinbridge.vehicles.VehicleSummary;
import io.vinbridge.vpic.decode.DecodedVin;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Verdict of NHTSA's data on a vehicle.
 *
 * @param before the vehicle as it was judged
 * @param opinion comparison with its description; null where it has none
 * @param standIn what is known in the place of one; null where it has one, or nothing is known, or it is not wanted
 * @param warnings what is doubtful of its VIN, a JSON list; null for nothing
 */
record VinVerdict(ComparedVehicle before, SecondOpinion opinion, StandIn standIn, String warnings) {

    private static final int NO_MODEL_YEAR = 11;
    private static final VehicleSummary NOTHING = new VehicleSummary(null, null, null, null, null, null, null, 0);

    static VinVerdict described(ComparedVehicle vehicle, Description description, DecodedVin vin) {
        return new VinVerdict(
                vehicle, SecondOpinion.of(description, vehicle.styleId(), vin), null, warnings(vin, false));
    }

    /** {@code wanted} where NHTSA's data is to stand in. */
    static VinVerdict undescribed(ComparedVehicle vehicle, DecodedVin vin, boolean wanted) {
        StandIn standIn = wanted ? StandIn.of(vin) : null;
        return new VinVerdict(vehicle, null, standIn, standIn == null ? null : warnings(vin, true));
    }

    /** What lists show of it; of a described one that is its description's, and not told here. */
    VehicleSummary summary() {
        return standIn == null ? NOTHING : standIn.summary();
    }

    String opinionText() {
        return opinion == null ? null : CanonicalJson.text(opinion);
    }

    String standInText() {
        return standIn == null ? null : standIn.body();
    }

    String standInCard() {
        return standIn == null ? null : standIn.card();
    }

    /** The fields in dispute, as one text; null for none. */
    String disputed() {
        return opinion == null || opinion.disagrees().isEmpty() ? null : String.join(",", opinion.disputed());
    }

    /** Whether that is something else than what is stored. */
    boolean news() {
        return !before.current()
                || !Objects.equals(before.opinion(), opinionText())
                || !Objects.equals(before.standIn(), standInText())
                || !Objects.equals(before.warnings(), warnings);
    }

    private static String warnings(DecodedVin vin, boolean alone) {
        List<Warning> warnings = new ArrayList<>();
        if (vin.code() == null) {
            warnings.add(impossible("NHTSA's data has no manufacturer with the code " + vin.codeText()));
        } else if (vin.errorCodes().contains(NO_MODEL_YEAR)) {
            warnings.add(impossible("Position 10 stands for no model year"));
        }
        if (alone && vin.modelYear() != null && !vin.modelYearCertain()) {
            warnings.add(new Warning("ModelYearUncertain", "It may be another model year, 30 years away"));
        }
        return warnings.isEmpty() ? null : CanonicalJson.text(warnings);
    }

    private static Warning impossible(String why) {
        return new Warning("ImpossibleVin", why);
    }
}
