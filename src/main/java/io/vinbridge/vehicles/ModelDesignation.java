package io.vinbridge.vehicles;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Designation of a model by words, as people have it who know no VIN. White space around and within words does not
 * matter; capital letters do, because nobody knows whether they do to ChromeData.
 *
 * @param modelYear such as 2024
 * @param make the division's name
 * @param model the model's name
 * @param trim a hint that narrows the styles; null for none
 * @param styleName the exact name of a style, which 7a cannot be asked with; null for none
 */
public record ModelDesignation(int modelYear, String make, String model, String trim, String styleName) {

    private static final String PARTED = "/";
    private static final int PARTS = 5;

    public ModelDesignation {
        make = plain(make);
        model = plain(model);
        trim = plain(trim);
        styleName = plain(styleName);
    }

    /** The designation that has been written as {@link #text()}. */
    public static ModelDesignation of(String text) {
        String[] words = Arrays.stream(text.split(PARTED, PARTS))
                .map(word -> URLDecoder.decode(word, StandardCharsets.UTF_8))
                .map(word -> word.isEmpty() ? null : word)
                .toArray(String[]::new);
        return new ModelDesignation(Integer.parseInt(words[0]), words[1], words[2], words[3], words[4]);
    }

    /** As it stands in keys and in the queue: in ASCII, without a colon, which parts keys. */
    public String text() {
        return Stream.of(Integer.toString(modelYear), make, model, trim, styleName)
                .map(word -> word == null ? "" : URLEncoder.encode(word, StandardCharsets.UTF_8))
                .collect(Collectors.joining(PARTED));
    }

    /** As people say it. */
    public String inWords() {
        return Stream.of(Integer.toString(modelYear), make, model, trim, styleName)
                .filter(word -> word != null)
                .collect(Collectors.joining(" "));
    }

    private static String plain(String word) {
        String stripped = word == null ? "" : word.strip().replaceAll("\\s+", " ");
        return stripped.isEmpty() ? null : stripped;
    }
}
