package io.vinbridge.gallery.colors;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the colour that a text means among those that a style comes in; the surest way of reading it goes first. Finds
 * none rather than one that was not meant.
 */
public final class ColorMatching {

    private static final Pattern TWO_TONE =
            Pattern.compile("(?i)\\s*[/+&]\\s*|\\s+(?:over|with|and|sur|avec|et)\\s+|(?<=[A-Z0-9])-(?=[A-Z0-9])");

    /** Factor on the score of a match that needed its spelling corrected. */
    private static final double MISSPELT = 0.9;

    private final List<PaintColor> colors;
    private final NameMatching names;
    private final FamilyMatching families;
    private final Spelling spelling;

    private ColorMatching(List<PaintColor> colors) {
        this.colors = colors;
        this.names = new NameMatching(colors);
        this.families = new FamilyMatching(colors);
        this.spelling = Spelling.of(colors);
    }

    /** Empty where the text means none of them, or nothing at all. */
    public static Optional<ColorMatch> match(String asked, List<PaintColor> colors) {
        return asked.isBlank() ? Optional.empty() : new ColorMatching(colors).match(asked.strip());
    }

    private Optional<ColorMatch> match(String asked) {
        Optional<ColorMatch> whole = first(List.of(
                () -> CodeMatching.match(asked, colors),
                () -> ScreenColor.read(asked).flatMap(families::nearest),
                () -> names.exact(asked)));
        if (whole.isPresent() || ScreenColor.read(asked).isPresent()) {
            return whole;
        }
        Matcher parted = TWO_TONE.matcher(asked);
        if (parted.find() && colors.size() > 1) {
            String first = asked.substring(0, parted.start());
            String second = asked.substring(parted.end());
            Optional<ColorMatch> primary = one(first);
            if (primary.isPresent() && meansColor(second)) {
                return one(second).map(other -> twoTone(primary.get(), other));
            }
        }
        return one(asked);
    }

    /** A name with a typing error is meant rather than any colour of the family that its other words name. */
    private Optional<ColorMatch> one(String asked) {
        String corrected = spelling.correct(asked);
        return asWritten(asked)
                .or(() -> misspelt(asWritten(corrected), corrected))
                .or(() -> families.match(asked))
                .or(() -> misspelt(families.match(corrected), corrected));
    }

    private static Optional<ColorMatch> misspelt(Optional<ColorMatch> match, String corrected) {
        return match.map(found -> ColorMatch.of(
                found.color(), found.score() * MISSPELT, found.reason() + ", reading it as \"" + corrected + "\""));
    }

    private Optional<ColorMatch> asWritten(String asked) {
        return first(List.of(
                () -> CodeMatching.match(asked, colors),
                () -> ScreenColor.read(asked).flatMap(families::nearest),
                () -> names.exact(asked),
                () -> names.sameWords(asked),
                () -> CodeMatching.within(asked, colors),
                () -> names.partly(asked)));
    }

    private boolean meansColor(String text) {
        return one(text).isPresent()
                || ColorWords.of(spelling.correct(text)).stream()
                        .anyMatch(word -> ColorWords.everyday(word).isPresent());
    }

    /** A colour beside its own code or name is one colour. */
    private static ColorMatch twoTone(ColorMatch primary, ColorMatch second) {
        return primary.color().equals(second.color()) ? primary : primary.over(second);
    }

    private static Optional<ColorMatch> first(List<Supplier<Optional<ColorMatch>>> ways) {
        return ways.stream().map(Supplier::get).flatMap(Optional::stream).findFirst();
    }
}
