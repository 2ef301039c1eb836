package io.vinbridge.sandbox.catalog.models;

import java.util.Optional;

/** A model line in one model year. Its number can be read back, so that no model needs storing. */
public record ModelId(int year, int line) {

    /** ChromeData carries model years from here on (ChromeData on the wire, 5). */
    public static final int FIRST_YEAR = 1981;

    private static final int FIRST = 6000;

    /** Four or five digits. */
    public int number() {
        return FIRST + (year - FIRST_YEAR) * ModelLine.ROOM + line;
    }

    public static Optional<ModelId> of(int number) {
        int place = number - FIRST;
        int line = Math.floorMod(place, ModelLine.ROOM);
        return place < 0 || line >= ModelLine.all().size()
                ? Optional.empty()
                : Optional.of(new ModelId(FIRST_YEAR + place / ModelLine.ROOM, line));
    }

    public ModelLine modelLine() {
        return ModelLine.all().get(line);
    }
}
