package io.vinbridge.vpic.vin;

/** Region of the world that the first characters of a VIN tell (ISO 3780). */
public final class VinRegion {

    private static final String FIRST_OF_NORTH_AMERICA_IN_7 = "FGHJKLMNPRSTUVWXYZ0123456789";

    private VinRegion() {}

    /** Null where no region has it. */
    public static String of(String vin) {
        char first = vin.charAt(0);
        if (first >= '1' && first <= '5') {
            return "North America";
        }
        if (first == '6' || first == '7') {
            boolean north = first == '7' && vin.length() > 1 && FIRST_OF_NORTH_AMERICA_IN_7.indexOf(vin.charAt(1)) >= 0;
            return north ? "North America" : "Oceania";
        }
        if (first == '8' || first == '9') {
            return "South America";
        }
        if (first >= 'A' && first <= 'H') {
            return "Africa";
        }
        if (first >= 'J' && first <= 'R') {
            return "Asia";
        }
        return first >= 'S' && first <= 'Z' ? "Europe" : null;
    }
}
