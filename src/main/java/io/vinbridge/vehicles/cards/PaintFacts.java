package io.vinbridge.vehicles.cards;

import static io.vinbridge.vehicles.cards.NarrowedDescription.listed;

import io.vinbridge.chromedata.description.Color;
import io.vinbridge.vehicles.cards.DescriptionIndex.OfferedPaint;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * The colour that a vehicle is known to have: the one that the factory built it in, else the only one that its styles
 * come in.
 */
final class PaintFacts {

    private static final Pattern HEX = Pattern.compile("[0-9A-Fa-f]{6}");

    private final NarrowedDescription narrowed;

    PaintFacts(NarrowedDescription narrowed) {
        this.narrowed = narrowed;
    }

    /** Null where neither tells it. */
    Card.Paint read(List<Color> colors) {
        List<Color> offered = colors.stream()
                .filter(color -> narrowed.holds(color.styleIds()))
                .toList();
        List<Color> built = offered.stream()
                .filter(color -> NarrowedDescription.built(color.installed()))
                .toList();
        if (built.size() == 1) {
            return paint(built.get(0), "built");
        }
        boolean only =
                colors.size() == 1 && offered.size() == 1 && narrowed.styles().size() == 1;
        return only ? paint(offered.get(0), "only") : null;
    }

    /** The exterior colours that any of the styles comes in, each once. */
    List<Card.Paint> offered() {
        return narrowed.index().paints().stream()
                .filter(color ->
                        narrowed.styles().stream().anyMatch(style -> NarrowedDescription.of(style, color.styleIds())))
                .map(OfferedPaint::paint)
                .distinct()
                .toList();
    }

    static Card.Paint paint(Color color, String basis) {
        return new Card.Paint(color.name(), color.code(), hex(color.rgb()), family(color), basis);
    }

    /** As a page writes it. */
    static String hex(String rgb) {
        return rgb == null || !HEX.matcher(rgb).matches() ? null : "#" + rgb.toUpperCase(Locale.ROOT);
    }

    static String family(Color color) {
        List<Color.GenericColor> generic = listed(color.generic());
        return generic.stream()
                .filter(one -> Boolean.TRUE.equals(one.primary()) || generic.size() == 1)
                .map(Color.GenericColor::name)
                .filter(Objects::nonNull)
                .map(name -> name.toLowerCase(Locale.ROOT))
                .findFirst()
                .orElse(null);
    }
}
