package io.vinbridge.gallery.selection;

import static java.util.Comparator.comparing;
import static java.util.Comparator.nullsLast;

import io.vinbridge.gallery.colors.ColorMatch;
import io.vinbridge.gallery.listing.Picture;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Pictures by which a vehicle is shown: each angle once. Of an angle, what is copied comes before what is not, then the
 * colour that the vehicle is known to have before none in particular, never another. The angles stand in the same
 * order, and then by shot, so that the first one, the hero, is the front three-quarter view (shot 01) where there is
 * one. The stock image stands for the vehicle where no gallery's picture can.
 *
 * @param pictures one for each angle; empty where none is listed
 */
public record Showcase(List<Picture> pictures) {

    private static final String USUAL_BACKGROUND = "White";

    private static final Comparator<Picture> BEST_FIRST = comparing(
                    (Picture picture) -> !USUAL_BACKGROUND.equalsIgnoreCase(picture.background()))
            .thenComparing(Picture::width, nullsLast(Comparator.reverseOrder()));

    /** Those of a listing; {@code color} is null where it is not known. */
    public static Showcase of(List<Picture> listed, ColorMatch color) {
        Showcase angles =
                ofGallery(listed.stream().filter(picture -> !stock(picture)).toList(), color);
        return angles.pictures.isEmpty()
                ? new Showcase(listed.stream().filter(Showcase::stock).toList())
                : angles;
    }

    private static boolean stock(Picture picture) {
        return Picture.STOCK.equals(picture.shot());
    }

    private static Showcase ofGallery(List<Picture> listed, ColorMatch color) {
        List<Picture> copied =
                listed.stream().filter(picture -> picture.url() != null).toList();
        Map<String, Picture> angles = angles(listed, color);
        angles.putAll(angles(copied, color));
        return new Showcase(sorted(angles.values()));
    }

    private static Map<String, Picture> angles(List<Picture> listed, ColorMatch color) {
        Map<String, Picture> angles = new LinkedHashMap<>();
        for (Picture picture : PictureChoice.of(listed, new PictureQuery(null, null, null, color, true))) {
            angles.merge(String.valueOf(picture.shot()), picture, Showcase::better);
        }
        return angles;
    }

    private static Picture better(Picture one, Picture other) {
        return BEST_FIRST.compare(one, other) <= 0 ? one : other;
    }

    private static List<Picture> sorted(Collection<Picture> angles) {
        return angles.stream()
                .sorted(comparing((Picture picture) -> picture.url() == null)
                        .thenComparing(picture -> Objects.isNull(picture.color()))
                        .thenComparing(Picture::shot, nullsLast(Comparator.naturalOrder())))
                .toList();
    }
}
