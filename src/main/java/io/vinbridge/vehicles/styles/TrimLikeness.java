package io.vinbridge.vehicles.styles;

import io.vinbridge.chromedata.description.Description;
import io.vinbridge.chromedata.description.Style;
import java.util.List;
import java.util.Set;
import java.util.function.ToIntFunction;

/**
 * Likeness of a dealer's word for a trim and the catalogue's, in steps: the very name, the maker's code, all words of
 * the one among those of the other, the words of the style's name, a beginning. Only the surest step at which any style
 * is meant counts: where a trim has the very name, those that merely sound alike are others.
 */
final class TrimLikeness {

    private static final int NAMED = 20;
    private static final int CODED = 19;
    private static final int WORDS = 18;
    private static final int OF_STYLE = 8;

    private TrimLikeness() {}

    /** How much the word speaks for each of the styles. */
    static ToIntFunction<Style> among(Description description, String asked) {
        List<ToIntFunction<Style>> steps = List.of(
                style -> named(asked, style) ? NAMED : 0,
                style -> !plain(asked).isEmpty() && plain(asked).equals(PlainText.squeezed(style.modelCode()))
                        ? CODED
                        : 0,
                style -> PlainText.words(style.trim()).containsAll(PlainText.words(asked)) ? WORDS : 0,
                style -> trimAmong(PlainText.words(asked), PlainText.words(style.trim())),
                style -> PlainText.words(style.name()).containsAll(PlainText.words(asked)) ? OF_STYLE : 0,
                style -> beginning(asked, style));
        if (PlainText.words(asked).isEmpty()) {
            return style -> 0;
        }
        return steps.stream()
                .filter(step -> description.styles().stream().anyMatch(style -> step.applyAsInt(style) > 0))
                .findFirst()
                .orElse(style -> 0);
    }

    private static boolean named(String asked, Style style) {
        String trim = plain(style.trim());
        return trim.equals(plain(asked)) || (trim.isEmpty() && "base".equals(plain(asked)));
    }

    /** The more of the dealer's words are the trim's, the better: XLT Sport is rather an XLT than an XL. */
    private static int trimAmong(Set<String> asked, Set<String> trim) {
        boolean among = !trim.isEmpty() && asked.containsAll(trim);
        return among ? Math.min(WORDS - 1, OF_STYLE + trim.size()) : 0;
    }

    private static int beginning(String asked, Style style) {
        String wanted = plain(asked);
        String trim = plain(style.trim());
        boolean begins = !trim.isEmpty() && (trim.startsWith(wanted) || wanted.startsWith(trim));
        return begins ? Math.min(NAMED - 1, OF_STYLE + Math.min(trim.length(), wanted.length())) : 0;
    }

    private static String plain(String text) {
        return PlainText.squeezed(text);
    }
}
