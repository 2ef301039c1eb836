package io.vinbridge.sandbox.media;

import io.vinbridge.sandbox.catalog.Paint;
import io.vinbridge.sandbox.catalog.models.Body;
import io.vinbridge.sandbox.catalog.models.Draw;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * Appearance of a picture. A model that is carried over shows the photographs of the year before: files of two years
 * then have one look, and so the same bytes.
 *
 * @param caption what is written into the file beside the pixels, so that other models and years have other bytes
 * @param paints the colors of the body, one or two, as six hexadecimal digits; none for a plain view
 */
record Look(
        String caption, int year, String drawing, Shot shot, int width, Background background, List<String> paints) {

    private static final double CARRIED_OVER = 0.35;

    static Look of(PictureFile file) {
        ImageId image = file.image();
        int year = image.year();
        while (image.line().soldIn(year - 1) && carriedOver(image, year)) {
            year--;
        }
        String model = image.line().division().name() + " " + image.line().name();
        String drawing = file.shot().inside() ? "inside" : drawing(image.body());
        List<String> paints = List.of(file.color().split("-", -1)).stream()
                .flatMap(code -> Paint.coded(code).stream())
                .map(Paint::rgb)
                .toList();
        String caption = year + " " + model + ", " + image.body().name() + ", shot "
                + file.shot().code();
        return new Look(caption, year, drawing, file.shot(), file.width(), file.background(), paints);
    }

    /** The drawing that comes nearest to a body. */
    private static String drawing(Body body) {
        return switch (body.kind()) {
            case "compact", "large" -> "sedan";
            case "sports" -> "coupe";
            case "smallsuv", "bigsuv" -> "suv";
            case "midpickup", "heavypickup", "chassis" -> "pickup";
            case "minivan", "cargo", "smallcargo" -> "van";
            default -> body.kind();
        };
    }

    int height() {
        return width * 3 / 4;
    }

    /** Equal for equal bytes. */
    String etag() {
        return "\""
                + Long.toHexString(Draw.of("etag")
                        .with(caption)
                        .with(width)
                        .with(background.extension())
                        .with(String.join("-", paints))
                        .state())
                + "\"";
    }

    /** Time at which the photograph was taken: in the summer before its model year. */
    String lastModified() {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(
                LocalDate.of(year - 1, 8, 20).atTime(LocalTime.NOON).atOffset(ZoneOffset.UTC));
    }

    private static boolean carriedOver(ImageId image, int year) {
        return Draw.of("carried over").with(image.line().place()).with(year).chance(CARRIED_OVER);
    }
}
