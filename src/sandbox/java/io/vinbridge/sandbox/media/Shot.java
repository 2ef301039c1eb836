package io.vinbridge.sandbox.media;

import io.vinbridge.sandbox.catalog.Table;
import java.util.List;
import java.util.Optional;

/** An angle that vehicles are photographed from, by its two digits (ChromeData on the wire, 2.4). */
record Shot(String code, boolean basic, String seen) {

    private static final List<Shot> SHOTS = Table.rows("shots").stream()
            .map(row -> new Shot(row.text("code"), row.text("set").equals("basic"), row.text("seen")))
            .toList();
    private static final int COLOR_MATCHED = 3;

    /** Every shot, or the basic ones alone. */
    static List<Shot> all(boolean expanded) {
        return SHOTS.stream().filter(shot -> expanded || shot.basic()).toList();
    }

    /** The three angles that are there in every color. */
    static List<Shot> colorMatched() {
        return SHOTS.subList(0, COLOR_MATCHED);
    }

    static Optional<Shot> coded(String code) {
        return SHOTS.stream().filter(shot -> shot.code().equals(code)).findFirst();
    }

    boolean inside() {
        return seen.equals("inside");
    }
}
