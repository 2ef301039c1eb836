package io.vinbridge.gallery.colors;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Colours by their option codes. */
final class CodeMatching {

    private CodeMatching() {}

    /** The text is a code. People and catalogues mix up the letter O and the digit 0. */
    static Optional<ColorMatch> match(String asked, List<PaintColor> colors) {
        return equal(asked, colors, CodeMatching::bare)
                .map(color -> ColorMatch.of(color, 1, "its code"))
                .or(() -> equal(asked, colors, text -> bare(text).replace('O', '0'))
                        .map(color ->
                                ColorMatch.of(color, 0.95, "its code, reading the letter O and the digit 0 alike")));
    }

    /**
     * A code stands among other words; one of letters only must be written in capitals, or it would be found in plain
     * words.
     */
    static Optional<ColorMatch> within(String asked, List<PaintColor> colors) {
        List<String> parts = List.of(asked.split("[\\s()\\[\\],;:/-]+", -1));
        return colors.stream()
                .filter(color -> parts.contains(color.code())
                        || (color.code().matches(".*\\d.*")
                                && color.code().length() > 1
                                && parts.stream().anyMatch(color.code()::equalsIgnoreCase)))
                .findFirst()
                .map(color -> ColorMatch.of(color, 0.9, "its code among other words"));
    }

    private static Optional<PaintColor> equal(String asked, List<PaintColor> colors, UnaryOperator<String> reading) {
        String wanted = reading.apply(asked);
        return wanted.isEmpty()
                ? Optional.empty()
                : colors.stream()
                        .filter(color -> reading.apply(color.code()).equals(wanted))
                        .findFirst();
    }

    private static String bare(String code) {
        return code.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
    }
}
