package io.vinbridge.vehicles.offers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.vinbridge.vehicles.Offer;
import java.time.Instant;
import java.util.SortedMap;

/** An entry of {@code offers} as it is served. */
record ServedOffer(
        String dealer,
        String source,
        boolean tracked,
        JsonNode status,
        JsonNode stock,
        JsonNode price,
        Instant since,
        Instant lastSeen,
        SortedMap<String, JsonNode> fields) {

    static ServedOffer of(Offer offer) {
        return new ServedOffer(
                offer.dealer().isEmpty() ? null : offer.dealer(),
                offer.source(),
                offer.tracked(),
                field(offer, "status"),
                field(offer, "stock"),
                field(offer, "price"),
                offer.since(),
                offer.lastSeen(),
                offer.fields());
    }

    private static JsonNode field(Offer offer, String name) {
        return offer.fields().getOrDefault(name, NullNode.getInstance());
    }
}
