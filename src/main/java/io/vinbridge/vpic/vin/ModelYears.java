package io.vinbridge.vpic.vin;

import io.vinbridge.vpic.data.ManufacturerCode;

/**
 * Model years that position 10 may mean.
 *
 * @param year the likelier one; null where it codes none
 * @param other the one thirty years before; null where the first is certain
 * @param basis what tells them
 */
public record ModelYears(Integer year, Integer other, Basis basis) {

    private static final String CODES = "ABCDEFGHJKLMNPRSTVWXY123456789";
    private static final int CYCLE = 30;
    private static final int FIRST = 2010;

    /** Ways in which the model year is known. */
    public enum Basis {
        /** By position 10 and, of a light vehicle, the cycle that position 7 tells. */
        POSITIONS_7_AND_10,
        /** By position 10, because the later cycle has not begun. */
        POSITION_10,
        /** By position 10 and because the manufacturer has schemas for one of the two years only. */
        SCHEMAS,
        /** By position 10, and by which of two years explains more of the VIN. */
        BETTER_EXPLAINED,
        /** Somebody said it. */
        GIVEN,
        /** It is not known. */
        UNKNOWN
    }

    /**
     * Reads position 10.
     *
     * @param code the manufacturer's code, null for one that nobody has
     * @param last the last model year that can be, two years after this one
     */
    public static ModelYears of(VinKey vin, ManufacturerCode code, int last) {
        int index = vin.length() < 10 ? -1 : CODES.indexOf(vin.at(10));
        if (index < 0) {
            return new ModelYears(null, null, Basis.UNKNOWN);
        }
        int year = FIRST + index;
        char seventh = vin.at(7);
        boolean light = code != null && code.light();
        boolean certain = false;
        Basis basis = Basis.BETTER_EXPLAINED;
        if (light && seventh >= '0' && seventh <= '9') {
            year -= CYCLE;
            certain = true;
            basis = Basis.POSITIONS_7_AND_10;
        } else if (light && seventh >= 'A' && seventh <= 'Z') {
            certain = true;
            basis = Basis.POSITIONS_7_AND_10;
        }
        if (year > last) {
            year -= CYCLE;
            certain = true;
            basis = Basis.POSITION_10;
        }
        if (!certain) {
            return new ModelYears(year, year - CYCLE, basis);
        }
        Integer cycle = otherCycle(year, last);
        if (cycle != null && code != null && !code.hasSchemaFor(year) && code.hasSchemaFor(cycle)) {
            return new ModelYears(cycle, null, Basis.SCHEMAS);
        }
        return new ModelYears(year, null, basis);
    }

    public boolean certain() {
        return other == null;
    }

    private static Integer otherCycle(int year, int last) {
        if (year >= FIRST - CYCLE && year <= last - CYCLE) {
            return year + CYCLE;
        }
        return year >= FIRST && year <= last ? Integer.valueOf(year - CYCLE) : null;
    }
}
