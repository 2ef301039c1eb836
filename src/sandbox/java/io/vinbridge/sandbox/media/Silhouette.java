package io.vinbridge.sandbox.media;

import io.vinbridge.sandbox.catalog.Body;
import io.vinbridge.sandbox.catalog.Table;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The outlines of a simple drawing, in hundredths of the picture. */
record Silhouette(String name, Path2D body, Path2D glass, List<Ellipse2D> wheels) {

    private static final double WHEEL = 11;
    private static final double HEIGHT_PER_WIDTH = 0.75;
    private static final Map<String, Silhouette> SILHOUETTES = Table.rows("silhouettes").stream()
            .map(Silhouette::of)
            .collect(Collectors.toMap(Silhouette::name, Function.identity()));

    static Silhouette named(String name) {
        return SILHOUETTES.get(name);
    }

    /** The drawing that comes nearest to a body. */
    static String nameFor(Body body) {
        return switch (body.kind()) {
            case "compact", "large" -> "sedan";
            case "sports" -> "coupe";
            case "smallsuv", "bigsuv" -> "suv";
            case "midpickup", "heavypickup", "chassis" -> "pickup";
            case "minivan", "cargo", "smallcargo" -> "van";
            default -> body.kind();
        };
    }

    private static Silhouette of(Table.Row row) {
        List<Ellipse2D> wheels =
                row.list("wheels", " ").stream().map(Silhouette::wheel).toList();
        return new Silhouette(
                row.text("drawing"), outline(row.list("body", " ")), outline(row.list("glass", " ")), wheels);
    }

    private static Path2D outline(List<String> points) {
        Path2D outline = new Path2D.Double();
        for (String point : points) {
            if (outline.getCurrentPoint() == null) {
                outline.moveTo(x(point), y(point));
            } else {
                outline.lineTo(x(point), y(point));
            }
        }
        outline.closePath();
        return outline;
    }

    private static Ellipse2D wheel(String middle) {
        double height = WHEEL / HEIGHT_PER_WIDTH;
        return new Ellipse2D.Double(x(middle) - WHEEL / 2, y(middle) - height / 2, WHEEL, height);
    }

    private static double x(String point) {
        return Double.parseDouble(point.substring(0, point.indexOf(',')));
    }

    private static double y(String point) {
        return Double.parseDouble(point.substring(point.indexOf(',') + 1));
    }
}
