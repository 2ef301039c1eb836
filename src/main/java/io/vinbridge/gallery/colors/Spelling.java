package io.vinbridge.gallery.colors;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Puts right what was mistyped, to words of the style's colours first and of colours in general next. */
final class Spelling {

    private static final int SHORTEST = 4;

    private final Set<String> ofStyle;
    private final Set<String> ofColors = ColorWords.known();

    private Spelling(Set<String> ofStyle) {
        this.ofStyle = ofStyle;
    }

    static Spelling of(List<PaintColor> colors) {
        Set<String> words = new HashSet<>();
        for (PaintColor color : colors) {
            words.addAll(ColorWords.raw(color.name() == null ? "" : color.name()));
            color.generic().forEach(name -> words.addAll(ColorWords.raw(name)));
        }
        return new Spelling(words);
    }

    /** The text with each word that means nothing in the place of which a like one does, as that one. */
    String correct(String text) {
        return ColorWords.raw(text).stream().map(this::word).collect(Collectors.joining(" "));
    }

    private String word(String word) {
        if (word.length() < SHORTEST || ofStyle.contains(word) || ofColors.contains(word)) {
            return word;
        }
        String nearest = nearest(word, ofStyle);
        return nearest == null ? or(nearest(word, ofColors), word) : nearest;
    }

    /** Two letters wrong, such as two that changed places, are too many for a short word. */
    private static String nearest(String word, Set<String> words) {
        LevenshteinDistance distance = new LevenshteinDistance(word.length() > SHORTEST ? 2 : 1);
        return words.stream()
                .filter(known -> known.length() >= SHORTEST && distance.apply(word, known) >= 0)
                .min(Comparator.comparingInt((String known) -> distance.apply(word, known))
                        .thenComparing(Comparator.naturalOrder()))
                .orElse(null);
    }

    private static String or(String first, String second) {
        return first == null ? second : first;
    }
}
