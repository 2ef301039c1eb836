package io.vinbridge.vehicles.cards;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vinbridge.vehicles.CanonicalJson;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A stored card says what the card says that was stored. */
class StoredCardTest {

    private static final String EMPTY = CanonicalJson.text(OfferedCard.UNDESCRIBED.card());

    @Test
    void hasItsFactsAndColors() {
        List<Card.Paint> colors = List.of(
                new Card.Paint("Rouge \"Étoilé\" ]}", "R1", "#AA0000", "red", null),
                new Card.Paint(null, "W1", null, null, null));
        OfferedCard card = new OfferedCard(card("null", "[]"), colors);

        StoredCard stored = StoredCard.read(CanonicalJson.text(card));

        assertThat(CanonicalJson.text(stored.facts())).isEqualTo(CanonicalJson.text(card.card()));
        assertThat(stored.offeredColors()).isEqualTo(colors);
        assertThat(stored.exteriorColor()).isNull();
        assertThat(stored.firstCandidate()).isNull();
        assertThat(StoredCard.of(card)).isEqualTo(stored);
    }

    @Test
    void tellsItsColorAndTheLeastOfItsCandidates() {
        StoredCard stored = StoredCard.of(new OfferedCard(
                card(
                        "{\"name\":\"Ruby\",\"code\":\"RR\",\"hex\":null,\"family\":\"red\",\"basis\":\"built\"}",
                        "[{\"styleId\":7,\"name\":\"b\"},{\"styleId\":5,\"name\":\"a\"}]"),
                List.of()));

        assertThat(stored.exteriorColor()).isEqualTo(new Card.Paint("Ruby", "RR", null, "red", "built"));
        assertThat(stored.candidates()).containsExactly(7, 5);
        assertThat(stored.firstCandidate()).isEqualTo(5);
        assertThat(stored.offeredColors()).isEmpty();
    }

    private static Card card(String paint, String candidates) {
        ObjectNode facts = CanonicalJson.read(EMPTY, ObjectNode.class);
        facts.set("exteriorColor", CanonicalJson.read(paint, JsonNode.class));
        facts.set("candidates", CanonicalJson.read(candidates, JsonNode.class));
        return CanonicalJson.read(facts.toString(), Card.class);
    }
}
