package io.vinbridge.gallery.colors;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Colours by the makers' names. */
final class NameMatching {

    private final List<Named> named;

    NameMatching(List<PaintColor> colors) {
        this.named = colors.stream()
                .filter(color -> color.name() != null && !color.name().isBlank())
                .map(Named::of)
                .toList();
    }

    private record Named(PaintColor color, String letters, Set<String> words, Set<String> telling) {

        static Named of(PaintColor color) {
            List<String> words = ColorWords.of(color.name());
            return new Named(
                    color,
                    String.join("", ColorWords.raw(color.name())),
                    new HashSet<>(words),
                    ColorWords.telling(words));
        }
    }

    /** The name itself, however it is spaced, accented and capitalised. */
    Optional<ColorMatch> exact(String asked) {
        String letters = String.join("", ColorWords.raw(asked));
        return named.stream()
                .filter(one -> one.letters.equals(letters))
                .findFirst()
                .map(one -> ColorMatch.of(one.color, 0.98, "its name"));
    }

    /** The same words in any order, in French or English, with or without the finish. */
    Optional<ColorMatch> sameWords(String asked) {
        List<String> words = ColorWords.of(asked);
        Set<String> all = new HashSet<>(words);
        Set<String> telling = ColorWords.telling(words);
        return named.stream()
                .filter(one -> one.words.equals(all))
                .findFirst()
                .map(one -> ColorMatch.of(one.color, 0.95, "the words of its name"))
                .or(() -> named.stream()
                        .filter(one -> one.telling.equals(telling))
                        .filter(one -> one.telling.size() > 1 || !everyday(one.telling))
                        .findFirst()
                        .map(one -> ColorMatch.of(one.color, 0.92, "its name but for the finish")));
    }

    /** Its telling words stand among others, or a part of them is given that no other name has. */
    Optional<ColorMatch> partly(String asked) {
        Set<String> telling = ColorWords.telling(ColorWords.of(asked));
        return named.stream()
                .filter(one -> telling.containsAll(one.telling) && !everyday(one.telling))
                .max(Comparator.comparingInt(one -> one.telling.size()))
                .map(one -> ColorMatch.of(one.color, 0.85, "its name among other words"))
                .or(() -> only(telling));
    }

    private Optional<ColorMatch> only(Set<String> telling) {
        List<Named> sharing = named.stream()
                .filter(one -> one.telling.stream().anyMatch(word -> telling.contains(word) && !everyday(Set.of(word))))
                .filter(one -> telling.stream()
                        .allMatch(word -> one.telling.contains(word)
                                || ColorWords.everyday(word).isEmpty()))
                .toList();
        return sharing.size() == 1
                ? Optional.of(ColorMatch.of(sharing.get(0).color, 0.8, "the only one whose name has it"))
                : Optional.empty();
    }

    private static boolean everyday(Set<String> words) {
        return words.stream()
                .allMatch(word -> ColorWords.everyday(word).isPresent() || ColorWords.shade(word) || word.length() < 3);
    }
}
