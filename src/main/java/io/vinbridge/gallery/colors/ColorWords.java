package io.vinbridge.gallery.colors;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The words that people use for colours, from the tables in {@code gallery/}: everyday colours, translations, finishes.
 */
final class ColorWords {

    private static final Map<String, Everyday> EVERYDAY = rows("color-words.txt").stream()
            .collect(Collectors.toMap(row -> row[0], row -> new Everyday(row[1], Lab.ofRgb(row[2]))));
    private static final Map<String, String> TRANSLATIONS =
            rows("color-translations.txt").stream().collect(Collectors.toMap(row -> row[0], row -> row[1]));
    private static final Set<String> FINISHES =
            rows("color-finishes.txt").stream().map(row -> row[0]).collect(Collectors.toSet());
    private static final Set<String> SHADES = Set.of("dark", "light");

    private ColorWords() {}

    /** An everyday colour: what family of colours it belongs to, such as {@code Blue}, and what it looks like. */
    record Everyday(String family, Lab lab) {}

    /** The words of a text in lower case, without accents, in the makers' English. */
    static List<String> of(String text) {
        return raw(text).stream()
                .map(word -> TRANSLATIONS.getOrDefault(word, word))
                .toList();
    }

    /** The same as they were written. */
    static List<String> raw(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}+", "");
        return Arrays.stream(plain.toLowerCase(Locale.ROOT).split("[^a-z0-9]+", -1))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** Words that name a colour; all words if none does. */
    static Set<String> telling(List<String> words) {
        Set<String> telling =
                words.stream().filter(word -> !FINISHES.contains(word)).collect(Collectors.toSet());
        return telling.isEmpty() ? Set.copyOf(words) : telling;
    }

    static Optional<Everyday> everyday(String word) {
        return Optional.ofNullable(EVERYDAY.get(word));
    }

    /** True if a word says only how dark a colour is. */
    static boolean shade(String word) {
        return SHADES.contains(word);
    }

    /** The everyday colour that looks most like it. */
    static Everyday nearest(Lab lab) {
        return EVERYDAY.values().stream()
                .min((one, other) ->
                        Double.compare(one.lab().distance(lab), other.lab().distance(lab)))
                .orElseThrow();
    }

    /** Every word that has a meaning here, in the makers' English. */
    static Set<String> known() {
        Set<String> known = new java.util.HashSet<>(EVERYDAY.keySet());
        known.addAll(TRANSLATIONS.keySet());
        known.addAll(FINISHES);
        known.addAll(SHADES);
        return known;
    }

    private static List<String[]> rows(String table) {
        try (InputStream in = ColorWords.class.getResourceAsStream("/gallery/" + table)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.strip().split("\\s*\\|\\s*", -1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
