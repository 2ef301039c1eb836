package io.vinbridge.api.views;

import static io.vinbridge.api.views.JsonLd.first;
import static io.vinbridge.api.views.JsonLd.object;
import static io.vinbridge.api.views.JsonLd.put;
import static io.vinbridge.api.views.JsonLd.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vinbridge.stock.dealers.Dealer;
import io.vinbridge.stock.dealers.DealerAddress;
import io.vinbridge.vehicles.OfferStatus;
import java.util.Locale;
import java.util.Map;

/**
 * Offer of a dealer, for JSON-LD.
 *
 * @param card of the vehicle
 * @param dealer null where it is none that was put
 */
record OfferJsonLd(JsonNode card, Dealer dealer) {

    private static final String WEB = "https?://.+";
    private static final Map<String, String> CONDITIONS = Map.of(
            "new",
            "NewCondition",
            "used",
            "UsedCondition",
            "certified",
            "UsedCondition",
            "damaged",
            "DamagedCondition");

    JsonNode said(String name) {
        return card.path("own").path(name);
    }

    /** The offer, and of the car what only its dealer knows. */
    void addTo(ObjectNode car) {
        put(car, "sku", said("stock"));
        JsonLd.quantity(car, "mileageFromOdometer", said("mileage"), kilometers() ? "KMT" : "SMI");
        JsonLd.word(
                car,
                "itemCondition",
                CONDITIONS,
                text(said("condition").asText("").toLowerCase(Locale.ROOT)));
        put(car, "url", page());
        if (card.path("own").isObject()) {
            car.set("offers", offer());
        }
    }

    private ObjectNode offer() {
        ObjectNode offer = object("Offer");
        if (said("price").isNumber()) {
            put(offer, "price", said("price"));
            JsonNode usual = first(text(dealer == null ? null : dealer.currency()), card.at("/price/currency"));
            put(offer, "priceCurrency", first(said("currency"), usual));
        }
        boolean gone = OfferStatus.gone(said("status"));
        offer.put("availability", JsonLd.SCHEMA + (gone ? "/SoldOut" : "/InStock"));
        put(offer, "url", page());
        if (dealer != null) {
            offer.set("seller", seller());
        }
        return offer;
    }

    private ObjectNode seller() {
        ObjectNode seller = object("AutoDealer");
        put(seller, "name", text(dealer.name()));
        put(seller, "telephone", text(dealer.phone()));
        DealerAddress at = dealer.address();
        if (at != null) {
            ObjectNode address = object("PostalAddress");
            put(address, "streetAddress", text(at.street()));
            put(address, "addressLocality", text(at.city()));
            put(address, "addressRegion", text(at.region()));
            put(address, "postalCode", text(at.postalCode()));
            put(address, "addressCountry", text(at.country()));
            seller.set("address", address);
        }
        return seller;
    }

    /** As the dealer's file says it, else by the dealer's template: the page in which this stands. */
    private JsonNode page() {
        JsonNode link = said("link");
        if (link.asText("").matches(WEB)) {
            return link;
        }
        return text(
                dealer == null
                        ? null
                        : dealer.link(card.path("vin").asText(), said("stock").asText("")));
    }

    private boolean kilometers() {
        JsonNode unit = said("mileageUnit");
        if (unit.isTextual()) {
            return unit.asText().toLowerCase(Locale.ROOT).startsWith("k");
        }
        return (dealer != null && dealer.distanceUnit() != null)
                ? dealer.distanceUnit() == Dealer.DistanceUnit.KM
                : "CA".equals(card.path("country").asText());
    }
}
