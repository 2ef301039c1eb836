package io.vinbridge.vehicles.offers;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.vinbridge.vehicles.Offer;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** An entry of {@code offers} as it is served. */
record ServedOffer(
        String dealer,
        String source,
        boolean tracked,
        JsonNode status,
        JsonNode stock,
        JsonNode price,
        @JsonInclude(JsonInclude.Include.NON_NULL) JsonNode currency,
        @JsonInclude(JsonInclude.Include.NON_NULL) JsonNode listPrice,
        @JsonInclude(JsonInclude.Include.NON_NULL) JsonNode mileage,
        @JsonInclude(JsonInclude.Include.NON_NULL) JsonNode certified,
        @JsonInclude(JsonInclude.Include.NON_NULL) JsonNode photos,
        @JsonInclude(JsonInclude.Include.NON_NULL) JsonNode location,
        @JsonInclude(JsonInclude.Include.NON_NULL) JsonNode text,
        Instant since,
        Instant lastSeen,
        SortedMap<String, JsonNode> fields) {

    private static final String CURRENCY = "currency";

    /** @param currency of its dealer, for amounts that name none; null where it is not known */
    static ServedOffer of(Offer offer, String currency) {
        return new ServedOffer(
                offer.dealer().isEmpty() ? null : offer.dealer(),
                offer.source(),
                offer.tracked(),
                field(offer, "status"),
                field(offer, "stock"),
                field(offer, "price"),
                fields(offer, currency).get(CURRENCY),
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

    /** What is served of the offer that counts: all that was said, and of an amount that names none the currency. */
    static SortedMap<String, JsonNode> fields(Offer offer, String currency) {
        SortedMap<String, JsonNode> fields = offer.fields();
        boolean amount = Stream.of("price", "listPrice").anyMatch(name -> isNumber(fields.get(name)));
        if (currency == null || !amount || fields.get(CURRENCY) instanceof TextNode) {
            return fields;
        }
        SortedMap<String, JsonNode> priced = new TreeMap<>(fields);
        priced.put(CURRENCY, TextNode.valueOf(currency));
        return priced;
    }

    private static boolean isNumber(JsonNode value) {
        return value != null && value.isNumber();
    }

    private static JsonNode field(Offer offer, String name) {
        return offer.fields().getOrDefault(name, NullNode.getInstance());
    }
}
