package io.vinbridge.api.vins;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Members of a free decode, by the number of NHTSA's element. */
final class VinMembers {

    static final int WHOLE = 17;

    private static final Set<String> BRIEF = Set.of("make", "model");
    private static final Set<Integer> SEVERAL = Set.of(114, 121, 129, 150, 154, 155, 169);

    /**
     * Of these the value that a type of vehicle has where nothing else says it is told; of others it would only say
     * that it does not apply.
     */
    private static final Set<Integer> BY_DEFAULT =
            Set.of(26, 27, 28, 34, 38, 5, 14, 15, 9, 13, 11, 71, 21, 18, 24, 66, 31, 75, 77, 39, 25, 126, 129, 121);

    private static final Map<Integer, Member> MEMBERS = members("""
            26 make,27 manufacturer,28 model,29 modelYear,34 series,110 series2,38 trim,109 trim2,5 bodyClass,4 cab,14 doors,61 seatRows,33 seats,
            60 wheelBaseType,15 driveType,41 axles,9 cylinders,64 engineConfiguration,13 displacementL,11 displacementCC,12 displacementCI,
            71 engineHP,21 engineKW,18 engineModel,146 engineManufacturer,135 turbo,67 fuelInjection,24 fuelType,66 fuelType2,2 batteryType,
            59 batteryKWh,126 electrification,37 transmission,63 transmissionSpeeds,31 plantCity,75 plantCountry,77 plantState,76 plantCompany,
            39 vehicleType,25 gvwrFrom,190 gvwrTo,42 brakeSystem,36 steering,79 seatBelts,78 pretensioner,65 airBagsFront,107 airBagsSide,
            55 airBagsCurtain,69 airBagsKnee,56 airBagsSeatCushion,116 trailerType,117 trailerBody,118 trailerLength,149 busType,
            151 motorcycleType,153 motorcycleChassis,152 motorcycleSuspension,114 notes,121 otherRestraint,129 otherEngineInfo,150 otherBusInfo,
            154 otherMotorcycleInfo,155 otherTrailerInfo,169 activeSafetyNotes""");

    private VinMembers() {}

    /**
     * A member.
     *
     * @param several whether it is a list
     * @param byDefault whether it is told where only the type of vehicle says it
     * @param brief whether candidates have it too
     */
    record Member(String name, boolean several, boolean byDefault, boolean brief) {}

    /** Null for an element that answers do not have. */
    static Member of(int element) {
        return MEMBERS.get(element);
    }

    private static Map<Integer, Member> members(String table) {
        Map<Integer, Member> members = new HashMap<>();
        for (String entry : table.replace("\n", "").split(",", -1)) {
            String[] one = entry.strip().split(" ", 2);
            int element = Integer.parseInt(one[0]);
            members.put(
                    element,
                    new Member(
                            one[1], SEVERAL.contains(element), BY_DEFAULT.contains(element), BRIEF.contains(one[1])));
        }
        return members;
    }
}
