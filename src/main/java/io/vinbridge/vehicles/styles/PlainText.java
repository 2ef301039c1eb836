package io.vinbridge.vehicles.styles;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Text as it is compared: without regard to case, accents, and whatever is neither letter nor digit. */
public final class PlainText {

    private PlainText() {}

    /** Letters and digits alone; empty for null. */
    public static String squeezed(String text) {
        return unaccented(text).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    /** The words, each once; a letter and a digit side by side are one word, as in X5. */
    static Set<String> words(String text) {
        return Arrays.stream(unaccented(text).split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static String unaccented(String text) {
        return text == null
                ? ""
                : Normalizer.normalize(text, Normalizer.Form.NFKD)
                        .replaceAll("\\p{M}", "")
                        .toLowerCase(Locale.ROOT);
    }
}
