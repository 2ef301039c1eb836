package io.vinbridge.sandbox.catalog;

/**
 * VIN pattern (squish VIN), which equal vehicles have in common: positions 1 to 8, 10 and 11, and 12 to 14 where
 * position 3 is a 9, the mark of small makers. The check digit and the serial number say nothing about the vehicle
 * (ChromeData on the wire, 5).
 */
public record VinPattern(String text) {
    private static final String YEAR_CODES = "ABCDEFGHJKLMNPRSTVWXY123456789";
    private static final int CYCLE = 30;
    private static final int CYCLE_START = 1980;

    /** The world manufacturer identifier, positions 1 to 3. */
    public String manufacturer() {
        return text.substring(0, 3);
    }

    /** The code of a small maker, positions 12 to 14; empty for the others. */
    public String smallMaker() {
        return text.substring(10);
    }

    /** The vehicle descriptor section, positions 4 to 8. */
    public String descriptor() {
        return text.substring(3, 8);
    }

    /**
     * The model year by positions 10 and 7: a digit at position 7 means 1980 to 2009, a letter 2010 to 2039. 0 for a
     * code that no year has.
     */
    public int modelYear() {
        int code = YEAR_CODES.indexOf(text.charAt(8));
        if (code < 0) {
            return 0;
        }
        boolean secondCycle = !Character.isDigit(text.charAt(6));
        return CYCLE_START + code + (secondCycle ? CYCLE : 0);
    }
}
