package io.vinbridge.sandbox.catalog;

import io.vinbridge.sandbox.catalog.models.Draw;
import io.vinbridge.sandbox.catalog.models.Drive;
import io.vinbridge.sandbox.catalog.models.Trait;

/** The transmission of a style: its description, the short form of the specifications and what it is for equipment. */
public record Transmission(String description, String gears, Trait trait) {

    static Transmission of(Style style) {
        Draw draw = Draw.of("transmission").with(style.id().model().number()).with(style.rank());
        if (style.engine().electric()) {
            return new Transmission("1-Speed Automatic", "1", Trait.AUTOMATIC);
        }
        if (style.rank() == 0 && draw.chance(style.year() < 2005 ? 0.6 : 0.12)) {
            int gears = style.year() < 2005 ? 5 : 6;
            return new Transmission(gears + "-Speed Manual w/OD", String.valueOf(gears), Trait.MANUAL);
        }
        if (style.year() >= 2012 && style.drive() == Drive.FWD && draw.with(1).chance(0.5)) {
            return new Transmission("Continuously Variable (CVT)", "CVT", Trait.CVT);
        }
        int gears = gearsIn(style.year());
        return new Transmission(gears + "-Speed Automatic w/OD", String.valueOf(gears), Trait.AUTOMATIC);
    }

    private static int gearsIn(int year) {
        if (year < 1990) {
            return 4;
        }
        if (year < 2014) {
            return year < 2005 ? 5 : 6;
        }
        return year < 2019 ? 8 : 10;
    }
}
