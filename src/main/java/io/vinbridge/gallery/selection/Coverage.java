package io.vinbridge.gallery.selection;

import io.vinbridge.gallery.listing.Picture;
import io.vinbridge.gallery.listing.StoredGallery;
import io.vinbridge.gallery.mirror.MirrorSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Coverage of a style: the shots, sizes and colours that are to be copied and are not listed, and the pictures that are
 * not copied yet.
 */
@Component
public class Coverage {

    private final MirrorSettings settings;
    private final CopyPolicy copying;

    Coverage(MirrorSettings settings, CopyPolicy copying) {
        this.settings = settings;
        this.copying = copying;
    }

    /**
     * Gaps of a style.
     *
     * @param listed how many pictures the Media Gallery has
     * @param wanted how many of them are to be copied, and one more where there is a stock image
     * @param mirrored how many of those are
     * @param missingShots shots that are wanted and not listed, in no particular colour
     * @param missingWidths sizes that are wanted and not listed at all, so that others stand in for them
     * @param colors the colours that are shown
     * @param incompleteColors those of which a wanted shot is not listed
     */
    public record Lack(
            int styleId,
            int listed,
            int wanted,
            int mirrored,
            List<String> missingShots,
            List<Integer> missingWidths,
            Set<String> colors,
            List<String> incompleteColors) {

        /** True if there is nothing to complain of. */
        public boolean complete() {
            return mirrored == wanted
                    && missingShots.isEmpty()
                    && missingWidths.isEmpty()
                    && incompleteColors.isEmpty();
        }
    }

    public Lack of(StoredGallery gallery) {
        Set<Picture> wanted = copying.wanted(gallery.pictures());
        List<Picture> pictures = gallery.pictures().stream()
                .filter(picture -> !Picture.STOCK.equals(picture.shot()))
                .toList();
        Set<String> colors = pictures.stream()
                .filter(picture -> picture.color() != null)
                .map(Coverage::color)
                .collect(Collectors.toCollection(TreeSet::new));
        return new Lack(
                gallery.styleId(),
                pictures.size(),
                wanted.size(),
                (int) wanted.stream().filter(picture -> picture.url() != null).count(),
                lacking(
                        settings.viewShots(),
                        pictures.stream()
                                .filter(picture -> picture.color() == null)
                                .toList()),
                settings.widths().stream()
                        .filter(width -> pictures.stream().noneMatch(picture -> width.equals(picture.width())))
                        .toList(),
                colors,
                incomplete(colors, pictures));
    }

    private List<String> incomplete(Set<String> colors, List<Picture> pictures) {
        List<String> incomplete = new ArrayList<>();
        for (String color : colors) {
            List<Picture> shown = pictures.stream()
                    .filter(picture -> picture.color() != null && color(picture).equals(color))
                    .toList();
            if (!lacking(settings.colorizedShots(), shown).isEmpty()) {
                incomplete.add(color);
            }
        }
        return incomplete;
    }

    private static List<String> lacking(List<String> shots, List<Picture> pictures) {
        return shots.stream()
                .filter(shot -> pictures.stream().noneMatch(picture -> shot.equals(picture.shot())))
                .toList();
    }

    private static String color(Picture picture) {
        return picture.secondaryColor() == null ? picture.color() : picture.color() + "/" + picture.secondaryColor();
    }
}
