package io.vinbridge.vehicles.cards;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vinbridge.vehicles.CanonicalJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * An offered card as it is stored, read no further than lists need: facts are members of JSON, to be written as they
 * are, and colours are text until one is to be matched.
 *
 * @param facts nobody's to change
 * @param colors a JSON list
 * @param palette a hash of the colours, by which matches are kept: the list itself would fill the memory
 */
public record StoredCard(ObjectNode facts, String colors, String palette) {

    /** The card of what is not described. */
    public static final StoredCard UNDESCRIBED = of(OfferedCard.UNDESCRIBED);

    /** The same as it would be stored. */
    public static StoredCard of(OfferedCard card) {
        return read(CanonicalJson.text(card));
    }

    /** Reads what is stored. */
    public static StoredCard read(String content) {
        ObjectNode facts = null;
        String colors = null;
        try (JsonParser parser = CanonicalJson.parser(content)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean card = parser.currentName().equals("card");
                parser.nextToken();
                int from = (int) parser.currentTokenLocation().getCharOffset();
                if (card) {
                    facts = parser.readValueAsTree();
                } else {
                    parser.skipChildren();
                    colors = content.substring(
                            from, (int) parser.currentTokenLocation().getCharOffset() + 1);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a stored card cannot be read", e);
        }
        return new StoredCard(facts, colors, DigestUtils.sha256Hex(colors));
    }

    /** The colour that the factory or the choice of colours tells; null where nothing does. */
    public Card.Paint exteriorColor() {
        JsonNode paint = facts.path("exteriorColor");
        return paint.isObject() ? CanonicalJson.read(paint.toString(), Card.Paint.class) : null;
    }

    /** The numbers of the styles it may be; empty where it is not one of several. */
    public List<Integer> candidates() {
        List<Integer> styles = new ArrayList<>();
        facts.path("candidates")
                .forEach(candidate -> styles.add(candidate.path("styleId").intValue()));
        return styles;
    }

    /** The least of them; null where there is none. */
    public Integer firstCandidate() {
        return candidates().stream().min(Integer::compare).orElse(null);
    }

    /** The colours that its styles are offered in. */
    public List<Card.Paint> offeredColors() {
        return List.of(CanonicalJson.read(colors, Card.Paint[].class));
    }
}
