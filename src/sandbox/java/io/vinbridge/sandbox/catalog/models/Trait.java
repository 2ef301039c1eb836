package io.vinbridge.sandbox.catalog.models;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Trait of a style that equipment depends on. The tables name traits in their column "fits". */
public enum Trait {
    ALL,
    OLD,
    MODERN,
    PLAIN,
    MIDDLE,
    RICH,
    CAR,
    SUV,
    TRUCK,
    PICKUP,
    MINIVAN,
    CONVERTIBLE,
    SPORTY,
    OFFROAD,
    THREEROW,
    FWD,
    RWD,
    AWD,
    _4WD,
    GASOLINE,
    DIESEL,
    HYBRID,
    ELECTRIC,
    TURBO,
    AUTOMATIC,
    MANUAL,
    CVT,
    I3,
    I4,
    I5,
    V6,
    V8,
    V10,
    V12;

    /** The trait by its word in a table. */
    public static Trait of(String word) {
        for (Trait trait : values()) {
            if (trait.word().equals(word)) {
                return trait;
            }
        }
        throw new IllegalArgumentException("No such trait: " + word);
    }

    /** The traits by a table's cell, parted by commas. */
    public static Set<Trait> of(List<String> words) {
        return words.stream().map(Trait::of).collect(Collectors.toCollection(() -> EnumSet.noneOf(Trait.class)));
    }

    private String word() {
        String name = name().startsWith("_") ? name().substring(1) : name();
        return this == FWD || this == RWD || this == AWD || this == _4WD ? name : name.toLowerCase(Locale.ROOT);
    }
}
