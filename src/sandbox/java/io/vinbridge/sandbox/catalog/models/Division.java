package io.vinbridge.sandbox.catalog.models;

import java.util.List;

/**
 * A division, as ChromeData calls a make. "Claims" are the first VIN characters under which an unlisted manufacturer
 * may be this one.
 */
public record Division(int id, String code, String name, String claims) {

    private static final List<Division> DIVISIONS = Table.rows("divisions").stream()
            .map(row -> new Division(row.number("id"), row.text("code"), row.text("name"), row.text("claims")))
            .toList();

    /** Every division, by id. */
    public static List<Division> all() {
        return DIVISIONS;
    }

    public static Division named(String name) {
        return DIVISIONS.stream()
                .filter(division -> division.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No such division: " + name));
    }

    public IdentifiedString asNamed() {
        return new IdentifiedString(id, name);
    }
}
