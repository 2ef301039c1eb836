package io.vinbridge.sandbox.ads;

import io.vinbridge.sandbox.ads.soap.DescribeRequest;
import io.vinbridge.sandbox.catalog.Catalog;
import io.vinbridge.sandbox.catalog.Style;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Narrows candidate styles by what the request says of the vehicle. A hint that fits none of them is remarked: as
 * unused if it fits another style of the model, else as unrecognized.
 */
final class Reduction {
    private static final double WHEELBASE_TOLERANCE = 2;

    private final Catalog catalog;
    private final Status status;
    private List<Style> styles;

    private Reduction(Catalog catalog, Status status, List<Style> styles) {
        this.catalog = catalog;
        this.status = status;
        this.styles = styles;
    }

    static List<Style> reduce(Catalog catalog, DescribeRequest request, List<Style> styles, Status status) {
        Reduction reduction = new Reduction(catalog, status, styles);
        request.number("reducingStyleId")
                .ifPresent(id ->
                        reduction.by("ReducingStyleId", style -> style.id().number() == id));
        reduction.by("ReducingAcode", request.text("reducingAcode"), Style::acode);
        reduction.by("StyleName", request.text("styleName"), Style::name);
        reduction.by("TrimName", request.text("trimName"), Style::trim);
        reduction.by("ManufacturerModelCode", request.text("manufacturerModelCode"), Style::manufacturerCode);
        request.text("wheelBase")
                .map(Double::valueOf)
                .filter(inches -> inches != 0)
                .ifPresent(inches -> reduction.by("WheelBase", style -> near(style.wheelbase(), inches)));
        return reduction.styles;
    }

    private void by(String hint, Optional<String> wanted, Function<Style, String> having) {
        wanted.ifPresent(text -> by(hint, style -> having.apply(style).equalsIgnoreCase(text)));
    }

    private void by(String hint, Predicate<Style> fits) {
        List<Style> left = styles.stream().filter(fits).toList();
        if (!left.isEmpty()) {
            styles = left;
            return;
        }
        Style any = styles.get(0);
        boolean elsewhere =
                catalog.styles(any.id().model(), any.id().country()).stream().anyMatch(fits);
        status.add((elsewhere ? "Unused" : "Unrecognized") + hint);
    }

    private static boolean near(double wheelbase, double inches) {
        return Math.abs(Math.round(wheelbase) - Math.round(inches)) <= WHEELBASE_TOLERANCE;
    }
}
