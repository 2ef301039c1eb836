package io.vinbridge.vehicles.cards;

import io.vinbridge.chromedata.description.CommonFacts;
import io.vinbridge.chromedata.description.Description;
import io.vinbridge.chromedata.description.Style;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** A card, and the exterior colours that its styles are offered in, by which a dealer's words are understood. */
public record OfferedCard(Card card, List<Card.Paint> colors) {

    /** Stands in the place of a style's number where none is chosen. */
    public static final int NO_STYLE = 0;

    /** The card of what is not described. */
    public static final OfferedCard UNDESCRIBED = of(
            Description.of(
                    new CommonFacts(
                            null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
                            null),
                    List.of(),
                    List.of()),
            NO_STYLE);

    /** The card of one style of a description. */
    public static OfferedCard of(Description description, int styleId) {
        return of(new DescriptionIndex(description), styleId);
    }

    private static OfferedCard of(DescriptionIndex index, int styleId) {
        Integer chosen = styleId == NO_STYLE ? null : Integer.valueOf(styleId);
        return new OfferedCard(
                CardDerivation.of(index, chosen), new PaintFacts(new NarrowedDescription(index, chosen)).offered());
    }

    /** All cards of a description by style, with that of none chosen unless there is one style alone. */
    public static SortedMap<Integer, OfferedCard> all(Description description) {
        SortedMap<Integer, OfferedCard> all = new TreeMap<>();
        DescriptionIndex index = new DescriptionIndex(description);
        if (description.styles().size() != 1) {
            all.put(NO_STYLE, of(index, NO_STYLE));
        }
        for (Style style : description.styles()) {
            all.put(style.id(), of(index, style.id()));
        }
        return all;
    }
}
