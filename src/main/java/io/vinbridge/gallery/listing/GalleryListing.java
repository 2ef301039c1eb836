package io.vinbridge.gallery.listing;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsFirst;
import static java.util.Comparator.nullsLast;
import static java.util.Comparator.reverseOrder;

import io.vinbridge.chromedata.media.ListedPicture;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A style's pictures as stored: each once, views first, then by colour, shot and background, the largest first. The
 * addresses stand beside them in the same order and are for fetching only; by the names a picture is known when its
 * address has changed.
 */
public record GalleryListing(List<Picture> pictures, List<String> addresses, List<String> names) {

    private static final Comparator<Picture> ORDER = comparing(Picture::color, nullsFirst(naturalOrder()))
            .thenComparing(Picture::secondaryColor, nullsFirst(naturalOrder()))
            .thenComparing(Picture::shot, nullsLast(naturalOrder()))
            .thenComparing(Picture::background, nullsLast(naturalOrder()))
            .thenComparing(Picture::width, nullsLast(reverseOrder()))
            .thenComparing(Picture::height, nullsLast(reverseOrder()));

    /** The Media Gallery lists some pictures twice, at the same address or at another. */
    public static GalleryListing of(int styleId, List<ListedPicture> listed) {
        Map<Picture, ListedPicture> once = new LinkedHashMap<>();
        for (ListedPicture picture : listed) {
            once.putIfAbsent(picture(picture), picture);
        }
        List<Picture> pictures = new ArrayList<>(once.keySet());
        pictures.sort(ORDER);
        List<ListedPicture> inOrder = pictures.stream().map(once::get).toList();
        return new GalleryListing(
                pictures,
                inOrder.stream().map(ListedPicture::address).toList(),
                inOrder.stream()
                        .map(picture -> PictureName.of(styleId, picture))
                        .toList());
    }

    /** The same with a stock image behind it, whose name is null where there is none. */
    public GalleryListing with(String stock) {
        if (stock == null) {
            return this;
        }
        List<Picture> more = new ArrayList<>(pictures);
        more.add(Picture.stock(null, null));
        List<String> named = new ArrayList<>(names);
        named.add(stock);
        return new GalleryListing(more, addresses, named);
    }

    private static Picture picture(ListedPicture listed) {
        return new Picture(
                null,
                null,
                listed.shot(),
                listed.width(),
                listed.height(),
                listed.background(),
                listed.primaryColor(),
                listed.primaryRgb(),
                listed.secondaryColor(),
                listed.secondaryRgb());
    }
}
