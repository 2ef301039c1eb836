package io.vinbridge.api.views;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vinbridge.gallery.colors.ColorMatch;
import io.vinbridge.gallery.colors.ColorMatching;
import io.vinbridge.gallery.colors.PaintColor;
import io.vinbridge.vehicles.cards.Card;
import io.vinbridge.vehicles.cards.StoredCard;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Exterior colours that vehicles are known to have: the one the factory tells, else the one that the dealer states, as
 * the colour of the style that these words mean, or else in these words alone.
 */
@Component
class VehiclePaints {

    private static final List<String> NAMES = List.of("exteriorColor", "color", "colour");
    private static final String STATED = "stated";
    private static final double SURE = 0.8;
    private static final int MOST = 10_000;
    private static final int LONGEST = 100;

    private final Cache<Stated, Known> near =
            Caffeine.newBuilder().maximumSize(MOST).build();

    /** A colour, and how it is matched to pictures; both null where it is not known. */
    record Known(Card.Paint paint, ColorMatch match) {}

    /** Words, and the palette in which they mean a colour. */
    private record Stated(String text, String palette) {}

    /** {@code own} is what the dealer who counts says; null where nobody says anything. */
    Known of(StoredCard card, JsonNode own) {
        Card.Paint told = card.exteriorColor();
        if (told != null) {
            return new Known(
                    told, told.code() == null ? null : known(told.code(), card).match());
        }
        String text = stated(own);
        return text == null ? new Known(null, null) : known(text, card);
    }

    private Known known(String text, StoredCard card) {
        return near.get(new Stated(text, card.palette()), stated -> known(text, card.offeredColors()));
    }

    private static Known known(String text, List<Card.Paint> colors) {
        List<PaintColor> named = colors.stream()
                .filter(color -> color.code() != null)
                .map(VehiclePaints::color)
                .toList();
        ColorMatch match = ColorMatching.match(text, named).orElse(null);
        return match == null
                ? new Known(new Card.Paint(text, null, null, null, STATED), null)
                : new Known(paint(text, match, colors), match);
    }

    private static String stated(JsonNode own) {
        return own == null
                ? null
                : NAMES.stream()
                        .map(own::path)
                        .filter(JsonNode::isTextual)
                        .map(JsonNode::textValue)
                        .filter(text -> !text.isBlank() && text.length() <= LONGEST)
                        .findFirst()
                        .orElse(null);
    }

    private static PaintColor color(Card.Paint paint) {
        return new PaintColor(
                paint.code(),
                paint.name(),
                paint.hex() == null ? null : paint.hex().substring(1),
                Stream.ofNullable(paint.family()).toList());
    }

    /** A colour that is merely the nearest of its family is not the one that was stated: its family is, and no more. */
    private static Card.Paint paint(String text, ColorMatch match, List<Card.Paint> colors) {
        boolean sure = match.secondary() == null && match.score() >= SURE;
        return colors.stream()
                .filter(color -> match.color().code().equals(color.code()))
                .map(color -> sure
                        ? new Card.Paint(color.name(), color.code(), color.hex(), color.family(), STATED)
                        : new Card.Paint(text, null, null, color.family(), STATED))
                .findFirst()
                .orElseThrow();
    }
}
