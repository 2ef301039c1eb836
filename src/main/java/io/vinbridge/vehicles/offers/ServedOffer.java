package io.vinbridge.vehicles.offers;

import com.fasterxml.jackson.annotation.JsonInclude;
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
        @JsonInclude(JsonInclude.Include.NON_NULL) JsonNode listPrice,
        @JsonInclude(JsonInclude.Include.NON_NULL) JsonNode mileage,
        @JsonInclude(JsonInclude.Include.NON_NULL) JsonNode certified,
        @JsonInclude(JsonInclude.Include.NON_NULL) JsonNode photos,
        @JsonInclude(JsonInclude.Include.NON_NULL) JsonNode location,
        @JsonInclude(JsonInclude.Include.NON_NULL) JsonNode text,
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
                offer.fields().get("listPrice"),
                offer.fields().get("mileage"),
                offer.fields().get("certified"),
                offer.fields().get("photos"),
                offer.fields().get("location"),
                offer.fields().get("text"),
                offer.since(),
                offer.lastSeen(),
                offer.fields());
    }

    private static JsonNode field(Offer offer, String name) {
        return offer.fields().getOrDefault(name, NullNode.getInstance());
    }
}
