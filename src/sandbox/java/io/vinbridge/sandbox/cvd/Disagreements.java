package io.vinbridge.sandbox.cvd;

import io.vinbridge.sandbox.catalog.Vin;
import io.vinbridge.sandbox.catalog.models.Draw;
import java.util.List;
import java.util.stream.Stream;

/**
 * Disagreements of CVD with ADS, seeded: each of eight fields differs for the same share of VIN patterns, always for
 * the same ones. None unless set.
 */
public final class Disagreements {
    private volatile double share;

    /** Field in which the two may disagree. */
    public enum Field {
        TRIM,
        DOORS,
        DRIVE,
        BODY,
        PRICE,
        PAINT,
        OPTION_PRICE,
        SPECIFICATION
    }

    /** Share of the patterns, 0.0 to 1.0, for which each field differs. */
    public void share(double of) {
        this.share = of;
    }

    /** The fields in which the answer for a VIN differs from that of ADS. */
    public List<Field> of(String vin) {
        String pattern =
                Vin.flaw(vin).isPresent() ? vin : new Vin(vin).pattern().text();
        return Stream.of(Field.values())
                .filter(field -> differs(pattern, field))
                .toList();
    }

    private boolean differs(String pattern, Field field) {
        return Draw.of("disagreement").with(pattern).with(field.name()).chance(share);
    }
}
