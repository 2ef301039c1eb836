package io.vinbridge.sandbox.media.studio;

import io.vinbridge.sandbox.catalog.models.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Measures of a body, in metres: the line of hood, doors and deck, and the line of the roof from the windscreen's foot
 * to the rear one's.
 *
 * @param pillars how far behind the nose the pillars between the side windows are
 * @param open whether something lies open behind: the bed of a pickup, or the seats of a convertible
 */
record CarBody(
        String name,
        double length,
        double width,
        double wheel,
        double clearance,
        double frontAxle,
        double rearAxle,
        List<Double> pillars,
        boolean open,
        Curve shoulder,
        Curve roof) {

    private static final Map<String, CarBody> BODIES = Table.rows("silhouettes").stream()
            .map(CarBody::of)
            .collect(Collectors.toMap(CarBody::name, Function.identity()));

    static CarBody named(String name) {
        return BODIES.get(name);
    }

    List<Surface> surfaces() {
        List<Surface> surfaces = new ArrayList<>(List.of(new LowerBody(this), new Greenhouse(this)));
        for (double axle : List.of(frontAxle, rearAxle)) {
            for (int side : List.of(-1, 1)) {
                double across = side * halfWidth(axle);
                surfaces.add(new Tread(axle, across, side, wheel));
                surfaces.add(new Rim(axle, across, side, wheel));
            }
        }
        return surfaces;
    }

    /** Half of its width there: it is rounded at both ends. */
    double halfWidth(double x) {
        double fromMiddle = 2 * x / length - 1;
        return width / 2 * (1 - (fromMiddle < 0 ? .16 : .12) * Math.pow(Math.abs(fromMiddle), 5));
    }

    /** Height of its floor there: it rises towards the bumpers. */
    double floor(double x) {
        return clearance + Math.max(0, .12 - .35 * Math.min(x, length - x));
    }

    private static CarBody of(Table.Row row) {
        return new CarBody(
                row.text("drawing"),
                row.decimal("length"),
                row.decimal("width"),
                row.decimal("wheel"),
                row.decimal("clearance"),
                row.decimal("front axle"),
                row.decimal("rear axle"),
                row.list("pillars", " ").stream().map(Double::valueOf).toList(),
                row.text("open").equals("yes"),
                new Curve(row.list("shoulder", " ")),
                new Curve(row.list("roof", " ")));
    }
}
