package io.vinbridge.sandbox.media;

import io.vinbridge.sandbox.catalog.models.Table;
import java.util.List;
import java.util.Optional;

/**
 * Angle that vehicles are photographed from, by its two digits (ChromeData on the wire, 2.4).
 *
 * @param inside whether it shows the interior: then the part of it from {@code left} and {@code top}, {@code wide}, in
 *     hundredths
 * @param heading otherwise, where the car points, in degrees
 */
record Shot(String code, boolean basic, boolean inside, int heading, double left, double top, double wide) {

    private static final List<Shot> SHOTS =
            Table.rows("shots").stream().map(Shot::of).toList();
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

    private static Shot of(Table.Row row) {
        boolean basic = row.text("set").equals("basic");
        List<String> part = row.list("part", " ");
        return part.isEmpty()
                ? new Shot(row.text("code"), basic, false, row.number("heading"), 0, 0, 0)
                : new Shot(row.text("code"), basic, true, 0, number(part, 0), number(part, 1), number(part, 2));
    }

    private static double number(List<String> part, int at) {
        return Double.parseDouble(part.get(at));
    }
}
