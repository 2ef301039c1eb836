package io.vinbridge.chromedata.description;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Source of an answer's facts, as {@code vinDescription/@source} says from service 7c on. */
public enum DataSource {
    /** The factory's record of this very vehicle. */
    BUILD,
    /** Derived by the vendor for this very vehicle. */
    ENGINEERED,
    /** The catalogue's record of the VIN pattern. */
    CATALOG,
    /** Little more than the VIN pattern itself. */
    SPARSE;

    /** Empty for words not known today, and where there is none. */
    public static Optional<DataSource> named(String word) {
        return Arrays.stream(values())
                .filter(source -> source.name().equalsIgnoreCase(word))
                .findFirst();
    }

    /** True if an answer from here may describe only the VIN that was asked, not its whole pattern. */
    public boolean belongsToOneVin() {
        return this == BUILD || this == ENGINEERED;
    }

    /** The vendor's spelling, such as {@code Catalog}. */
    public String word() {
        return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
    }
}
