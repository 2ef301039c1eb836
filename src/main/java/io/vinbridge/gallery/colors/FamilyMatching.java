package io.vinbridge.gallery.colors;

import io.vinbridge.gallery.colors.ColorWords.Everyday;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Colours by everyday name, such as white or navy, and by what they look like. */
final class FamilyMatching {

    /** A difference that is seen only side by side, and one that makes it another colour. */
    private static final double ALIKE = 2.5;

    private static final double ANOTHER = 12;

    private final List<PaintColor> colors;

    FamilyMatching(List<PaintColor> colors) {
        this.colors = colors;
    }

    /** The one that looks most like it, unless that is another colour. */
    Optional<ColorMatch> nearest(String rgb) {
        Lab wanted = Lab.ofRgb(rgb);
        return colors.stream()
                .filter(color -> lab(color).isPresent())
                .min(Comparator.comparingDouble(color -> distance(color, wanted)))
                .filter(color -> distance(color, wanted) < ANOTHER)
                .map(color -> looksLike(color, distance(color, wanted)));
    }

    /** One of the family that an everyday word names; of several, the one that looks most like the word. */
    Optional<ColorMatch> match(String asked) {
        List<String> words = ColorWords.of(asked);
        Optional<Everyday> everyday = words.stream()
                .map(ColorWords::everyday)
                .flatMap(Optional::stream)
                .reduce((earlier, later) -> later);
        if (everyday.isEmpty()) {
            return Optional.empty();
        }
        Everyday meant = everyday.get();
        List<PaintColor> family =
                colors.stream().filter(color -> of(color, meant.family())).toList();
        String name = meant.family().toLowerCase(java.util.Locale.ROOT);
        if (family.size() == 1) {
            return Optional.of(ColorMatch.of(family.get(0), 0.85, "the only " + name));
        }
        Lab wanted = shaded(meant.lab(), words);
        return family.stream()
                .min(Comparator.comparingDouble(color -> distance(color, wanted)))
                .map(color -> ColorMatch.of(color, 0.6, "of " + family.size() + " in " + name + ", the nearest"));
    }

    /** By the everyday names it has; where it has none, by what it looks like. */
    private static boolean of(PaintColor color, String family) {
        if (color.generic().isEmpty()) {
            return lab(color)
                    .map(lab -> ColorWords.nearest(lab).family().equals(family))
                    .orElse(false);
        }
        return color.generic().stream()
                .flatMap(name -> ColorWords.of(name).stream())
                .anyMatch(word -> ColorWords.everyday(word)
                        .map(known -> known.family().equals(family))
                        .orElse(word.equalsIgnoreCase(family)));
    }

    private static Lab shaded(Lab lab, List<String> words) {
        double l = lab.l() + (words.contains("light") ? 20 : 0) - (words.contains("dark") ? 20 : 0);
        return new Lab(Math.max(0, Math.min(100, l)), lab.a(), lab.b());
    }

    private static ColorMatch looksLike(PaintColor color, double distance) {
        double score = distance < ALIKE ? 0.97 : 0.9 - 0.4 * distance / ANOTHER;
        return ColorMatch.of(color, score, "looks like it (CIEDE2000 %.1f)".formatted(distance));
    }

    private static double distance(PaintColor color, Lab wanted) {
        return lab(color).map(wanted::distance).orElse(Double.MAX_VALUE);
    }

    private static Optional<Lab> lab(PaintColor color) {
        return Optional.ofNullable(color.rgb()).flatMap(ScreenColor::read).map(Lab::ofRgb);
    }
}
