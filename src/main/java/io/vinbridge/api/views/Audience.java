package io.vinbridge.api.views;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vinbridge.api.http.Caller;
import io.vinbridge.api.pictures.PictureAddresses;
import java.util.Set;

/** For whom a card is written: what they may be told, and which addresses of pictures are of use to them. */
public record Audience(Caller caller, PictureAddresses.Form addresses) {

    /** What a dealer says to customers. All else, such as what he paid, stays between him and who has a key. */
    private static final Set<String> FOR_CUSTOMERS = Set.of(
            "dealer",
            "status",
            "stock",
            "price",
            "priceText",
            "listPrice",
            "currency",
            "mileage",
            "mileageUnit",
            "condition",
            "certified",
            "exteriorColor",
            "interiorColor",
            "color",
            "colour",
            "photos",
            "link",
            "text",
            "location");

    /** What they are told of {@code own}, which is null where no dealer says anything. */
    JsonNode told(JsonNode own) {
        return caller.visits() && own instanceof ObjectNode all ? all.deepCopy().retain(FOR_CUSTOMERS) : own;
    }
}
