package io.vinbridge.vpic.decode;

import io.vinbridge.vpic.data.EditionCommons;
import io.vinbridge.vpic.data.ManufacturerCode;
import io.vinbridge.vpic.data.VinSchema;
import io.vinbridge.vpic.vin.CharacterCheck;
import io.vinbridge.vpic.vin.CheckDigit;
import io.vinbridge.vpic.vin.VinKey;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Error codes of one pass, and the texts that go with them. */
final class PassErrors {

    private static final int LONGEST = 500;
    private static final int WHOLE = 17;
    private static final int INCOMPLETE = 10;
    private static final String GLIDER = "64";
    private static final Set<String> OFF_ROAD = Set.of("69", "84", "86", "88", "97", "105", "113", "124", "126", "127");
    private static final Set<String> INCOMPLETE_BODIES =
            Set.of("65", "107", "70", "74", "63", "72", "112", "62", "64", "76", "78", "71", "77", "67", "116", "75");

    private final EditionCommons commons;
    private final VinKey vin;
    private final ManufacturerCode code;
    private final Integer year;
    private final TreeSet<Integer> codes = new TreeSet<>();
    private PositionCheck positions = PositionCheck.NONE;
    private String unused = "";
    private String suggested = "";
    private String additional;

    PassErrors(EditionCommons commons, VinKey vin, ManufacturerCode code, Integer year) {
        this.commons = commons;
        this.vin = vin;
        this.code = code;
        this.year = year;
    }

    void unknownCode() {
        codes.add(7);
    }

    /** Judges the positions that patterns describe. */
    void judge(boolean patterns, List<VinSchema> schemas, List<DecodedElement> stayed) {
        if (!patterns) {
            codes.add(8);
            return;
        }
        // NHTSA looks for the characters of a year; of no year there are none.
        positions = year == null ? PositionCheck.NONE : PositionCheck.of(vin, schemas);
        if (positions.error() > 0) {
            codes.add(positions.error());
        }
        suggested = positions.corrected();
        unused = PositionCheck.unused(vin, stayed);
        if (!unused.isEmpty()) {
            codes.add(14);
        }
    }

    /** Judges the VIN as such, with what is known of the vehicle. */
    void judgeVin(Contest contest, boolean certain, boolean contradicted) {
        DecodedElement body = contest.winner(Elements.BODY_CLASS);
        String bodyClass = body == null ? "" : body.attribute();
        boolean offRoad = OFF_ROAD.contains(bodyClass);
        boolean excused = commons.excused(vin.vin());
        add(9, bodyClass.equals(GLIDER));
        add(10, offRoad);
        add(11, year == null);
        CharacterCheck characters = CharacterCheck.of(vin, suggested, code, offRoad || excused);
        suggested = characters.marked();
        add(400, !characters.found().isEmpty());
        add(12, contradicted);
        add(6, vin.length() < WHOLE);
        add(1, vin.length() == WHOLE && !excused && !checkDigitFits());
        if (Pass.clean(codes)) {
            codes.add(0);
            add(14, contest.winner(Elements.MODEL) == null);
        }
        explain(characters.found(), bodyClass, certain);
    }

    int weight() {
        return codes.stream()
                .mapToInt(one -> commons.errors().containsKey(one)
                        ? commons.errors().get(one).weight()
                        : 0)
                .sum();
    }

    Pass pass(List<DecodedElement> stayed, boolean certain, Pass.Rank rank) {
        return new Pass(year, certain, stayed, codes, suggested, positions.possible(), additional, unused, rank);
    }

    private boolean checkDigitFits() {
        return vin.at(CheckDigit.POSITION) == CheckDigit.of(vin.vin(), CharacterCheck.numbersFrom(vin, code));
    }

    private void add(int error, boolean holds) {
        if (holds) {
            codes.add(error);
        }
    }

    private void explain(String characters, String bodyClass, boolean certain) {
        for (int error : new int[] {4, 5}) {
            if (codes.contains(error) && commons.errors().containsKey(error)) {
                String more = commons.errors().get(error).more();
                additional = more == null ? "" : more;
            }
        }
        if (codes.contains(14)) {
            // Without a position to name, NHTSA's function forgets what was said before.
            if (unused.isEmpty()) {
                additional = null;
            } else {
                say("Unused position(s): " + unused + ".");
            }
        }
        if (codes.contains(400)) {
            say("Invalid character(s): " + characters + ".");
        }
        if ((code != null && code.vehicleType() == INCOMPLETE) || INCOMPLETE_BODIES.contains(bodyClass)) {
            say(
                    "Incomplete Vehicle Warning - Please be advised that the vehicle may have been altered and may not be an accurate"
                            + " representation of the vehicle in its current condition.");
        }
        if (!certain) {
            say(
                    "The Model Year decoded for this VIN may be incorrect. If you know the Model year, please enter it and decode again to"
                            + " get more accurate information.");
        }
    }

    private void say(String more) {
        String all = ((additional == null ? "" : additional) + " " + more).strip();
        additional = all.length() > LONGEST ? all.substring(0, LONGEST) : all;
    }
}
