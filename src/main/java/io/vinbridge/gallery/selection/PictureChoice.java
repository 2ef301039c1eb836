package io.vinbridge.gallery.selection;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsLast;

import io.vinbridge.gallery.colors.ColorMatch;
import io.vinbridge.gallery.listing.Picture;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Chooses pictures. Of what a wish names and a style lacks, the nearest is taken: another size, another background,
 * and, shot by shot, a view in no particular colour; never one in another colour.
 */
public final class PictureChoice {

    private static final Comparator<Picture> IN_COLOR_FIRST = comparing((Picture picture) -> picture.color() == null)
            .thenComparing(Picture::shot, nullsLast(naturalOrder()));

    private PictureChoice() {}

    public static List<Picture> of(List<Picture> pictures, PictureQuery wish) {
        List<Picture> shots = pictures.stream()
                .filter(picture -> wish.shot() == null || wish.shot().equals(picture.shot()))
                .toList();
        List<Picture> colored = wish.inColor()
                ? each(shots, picture -> String.valueOf(picture.shot()), shot -> inColor(shot, wish.color()))
                : shots;
        List<Picture> backed = wish.background() == null
                ? colored
                : each(colored, PictureChoice::subject, same -> onBackground(same, wish.background()));
        List<Picture> sized = wish.width() == null
                ? backed
                : each(
                        backed,
                        picture -> List.of(subject(picture), String.valueOf(picture.background())),
                        same -> List.of(ofWidth(same, wish.width())));
        return wish.inColor() ? sized.stream().sorted(IN_COLOR_FIRST).toList() : sized;
    }

    /** Subject of a picture, whatever its size and background. */
    private static List<String> subject(Picture picture) {
        return List.of(
                String.valueOf(picture.shot()),
                String.valueOf(picture.color()),
                String.valueOf(picture.secondaryColor()));
    }

    private static List<Picture> inColor(List<Picture> shot, ColorMatch color) {
        List<Picture> matching = color == null
                ? List.of()
                : shot.stream().filter(picture -> shows(picture, color)).toList();
        return matching.isEmpty()
                ? shot.stream().filter(picture -> picture.color() == null).toList()
                : matching;
    }

    /** A two-tone is another colour than each of its two; which of them stands first is not the same for everybody. */
    private static boolean shows(Picture picture, ColorMatch match) {
        String first = match.color().code();
        String second = match.secondary() == null ? null : match.secondary().code();
        return (first.equals(picture.color()) && Objects.equals(second, picture.secondaryColor()))
                || (second != null && second.equals(picture.color()) && first.equals(picture.secondaryColor()));
    }

    private static List<Picture> onBackground(List<Picture> same, String background) {
        List<Picture> matching = same.stream()
                .filter(picture -> background.equalsIgnoreCase(picture.background()))
                .toList();
        return matching.isEmpty() ? same : matching;
    }

    private static Picture ofWidth(List<Picture> same, int width) {
        return same.stream()
                .filter(picture -> picture.width() != null && picture.width() >= width)
                .min(comparing(Picture::width))
                .orElseGet(() -> same.stream()
                        .max(comparing(picture -> picture.width() == null ? 0 : picture.width()))
                        .orElseThrow());
    }

    private static <K> List<Picture> each(
            List<Picture> pictures, Function<Picture, K> same, Function<List<Picture>, List<Picture>> choice) {
        Map<K, List<Picture>> groups =
                pictures.stream().collect(Collectors.groupingBy(same, LinkedHashMap::new, Collectors.toList()));
        return groups.values().stream().map(choice).flatMap(Collection::stream).toList();
    }
}
