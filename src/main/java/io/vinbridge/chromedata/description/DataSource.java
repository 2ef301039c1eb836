package io.vinbridge.chromedata.description;

import java.util.Locale;

/** Where an answer's facts come from, as {@code vinDescription/@source} says from service 7c on. */
public enum DataSource {
    /** The factory's record of this very vehicle. */
    BUILD,
    /** Derived by the vendor for this very vehicle. */
    ENGINEERED,
    /** The catalogue's record of the VIN pattern; also what services that do not say answer from. */
    CATALOG,
    /** Little more than the VIN pattern itself. */
    SPARSE;

    /** Words not known today, and none at all, mean the catalogue. */
    public static DataSource named(String word) {
        for (DataSource source : values()) {
            if (source.name().equalsIgnoreCase(word)) {
                return source;
            }
        }
        return CATALOG;
    }

    /** Whether an answer from here may describe only the VIN that was asked, not its whole pattern. */
    public boolean belongsToOneVin() {
        return this == BUILD || this == ENGINEERED;
    }

    /** The vendor's spelling, such as {@code Catalog}. */
    public String word() {
        return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
    }
}
