package io.vinbridge.sandbox.media;

import io.vinbridge.sandbox.catalog.Paint;
import io.vinbridge.sandbox.catalog.Style;
import io.vinbridge.sandbox.catalog.models.Draw;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The photographs of a style. There are none before 2001 and of some styles; none in colors before 2010, of some
 * styles, and of bodies that are never color-matched. Some galleries lack a size, list a photograph twice or have a
 * two-tone (ChromeData on the wire, 2.4 and 2.6).
 */
public final class Gallery {
    private static final int FIRST_YEAR = 2001;
    private static final int COLORED_FROM = 2010;
    private static final int LARGE_FROM = 2016;

    private final Style style;
    private final Draw draw;
    private final List<Integer> widths;

    private Gallery(Style style, Draw draw) {
        this.style = style;
        this.draw = draw;
        this.widths = widths(style, draw);
    }

    /** The gallery of a style, if there is one. */
    public static Optional<Gallery> of(Style style) {
        Draw draw = Draw.of("gallery")
                .with(style.id().model().number())
                .with(style.body().place());
        return style.year() < FIRST_YEAR || draw.chance(0.05)
                ? Optional.empty()
                : Optional.of(new Gallery(style, draw));
    }

    /** The one that stands for the style where there is room for one alone. */
    public Photo stock() {
        return new Photo(
                new PictureFile(ImageId.of(style), Shot.all(false).get(0), widths.get(0), Background.WHITE, ""),
                null,
                null);
    }

    /** The plain views, from all angles, in all sizes and with all backgrounds that there are. */
    public List<Photo> views() {
        ImageId image = ImageId.of(style);
        List<Photo> views = new ArrayList<>();
        for (Shot shot : Shot.all(draw.with(3).chance(0.5))) {
            for (int width : widths) {
                for (Background background : Background.values()) {
                    if (!shot.inside() || background == Background.WHITE) {
                        views.add(new Photo(new PictureFile(image, shot, width, background, ""), null, null));
                    }
                }
            }
        }
        if (draw.with(4).chance(0.2)) {
            views.add(views.get(0));
        }
        return views;
    }

    /** The three angles in every color of the style; none where there are none. */
    public List<Photo> colored() {
        if (style.year() < COLORED_FROM
                || !style.body().colorMatched()
                || draw.with(1).chance(0.07)) {
            return List.of();
        }
        List<Photo> colored = new ArrayList<>();
        List<Paint> paints = style.paints();
        paints.forEach(paint -> colored.addAll(inColor(paint, null)));
        if (draw.with(5).chance(0.12)) {
            colored.addAll(inColor(paints.get(0), paints.get(1)));
        }
        return colored;
    }

    private List<Photo> inColor(Paint primary, Paint secondary) {
        List<Photo> photos = new ArrayList<>();
        String color = secondary == null ? primary.code() : primary.code() + "-" + secondary.code();
        for (Shot shot : Shot.colorMatched()) {
            for (int width : widths) {
                for (Background background : Background.values()) {
                    PictureFile file = new PictureFile(ImageId.of(style), shot, width, background, color);
                    photos.add(new Photo(file, primary, secondary));
                }
            }
        }
        return photos;
    }

    private static List<Integer> widths(Style style, Draw draw) {
        List<Integer> widths = new ArrayList<>(List.of(320, 640));
        if (!draw.with(2).chance(0.08)) {
            widths.add(1280);
        }
        if (style.year() >= LARGE_FROM) {
            widths.add(2100);
        }
        return widths;
    }
}
