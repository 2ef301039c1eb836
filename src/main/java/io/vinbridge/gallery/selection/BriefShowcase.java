package io.vinbridge.gallery.selection;

import io.vinbridge.gallery.colors.ColorMatch;
import io.vinbridge.gallery.colors.PaintColor;
import io.vinbridge.gallery.listing.Picture;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Showcase as cards have it: its first pictures, and how many angles it has in all. A style has one for each colour
 * that is pictured, and one in none; a vehicle in any other colour is shown by the latter.
 *
 * @param pictures the hero first; empty where nothing may be shown
 * @param count all angles, those included that are left out here
 */
public record BriefShowcase(List<Picture> pictures, int count) {

    /** Of a style without pictures. */
    public static final BriefShowcase NONE = new BriefShowcase(List.of(), 0);

    /** The key of the one in no particular colour; before all others in the order of keys. */
    public static final String IN_NO_COLOR = "";

    private static final int MOST = 6;

    /** Stands between two codes, in none of which it can be. */
    private static final String AND = "\u001f";

    /** The first pictures of a showcase. */
    public static BriefShowcase of(Showcase whole) {
        return new BriefShowcase(
                whole.pictures().stream().limit(MOST).toList(), whole.pictures().size());
    }

    /** Those of a listing, by the keys of the colours it shows. */
    public static Map<String, BriefShowcase> ofEachColor(List<Picture> listed) {
        Map<String, BriefShowcase> all = new TreeMap<>();
        all.put(IN_NO_COLOR, of(Showcase.of(listed, null)));
        for (Pair shown : pairs(listed)) {
            all.computeIfAbsent(shown.key(), key -> of(Showcase.of(listed, shown.match())));
        }
        return all;
    }

    /** The key of a vehicle's colour; {@code color} is null where it is not known. */
    public static String key(ColorMatch color) {
        return color == null
                ? IN_NO_COLOR
                : new Pair(
                                color.color().code(),
                                color.secondary() == null
                                        ? null
                                        : color.secondary().code())
                        .key();
    }

    private static Set<Pair> pairs(List<Picture> listed) {
        Set<Pair> pairs = new LinkedHashSet<>();
        for (Picture picture : listed) {
            if (picture.color() != null) {
                pairs.add(new Pair(picture.color(), picture.secondaryColor()));
            }
        }
        return pairs;
    }

    /** The codes of a colour; {@code second} is null unless it is two-tone, of which either may stand first. */
    private record Pair(String first, String second) {

        String key() {
            return second == null
                    ? first
                    : Stream.of(first, second)
                            .sorted()
                            .reduce((one, other) -> one + AND + other)
                            .orElseThrow();
        }

        ColorMatch match() {
            return new ColorMatch(paint(first), second == null ? null : paint(second), 1, "");
        }

        private static PaintColor paint(String code) {
            return new PaintColor(code, null, null, List.of());
        }
    }
}
