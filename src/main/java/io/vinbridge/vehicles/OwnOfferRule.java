package io.vinbridge.vehicles;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Comparator;

/**
 * Rule by which one of a vehicle's offers is served as its {@code own}: of dealers who have the vehicle, before all who
 * have it no more.
 */
public enum OwnOfferRule {
    /** Whoever spoke last. */
    LAST_SAID(Comparator.comparing(Offer::lastSaid).reversed()),
    /** The lowest price, before offers without one. */
    LOWEST_PRICE(Comparator.comparing(OwnOfferRule::price, Comparator.nullsLast(Comparator.naturalOrder()))),
    /** Whoever has had it for longest. */
    LONGEST_HELD(Comparator.comparing(Offer::since));

    @SuppressWarnings("ImmutableEnumChecker") // a comparator without a state
    private final Comparator<Offer> bestFirst;

    OwnOfferRule(Comparator<Offer> chosen) {
        this.bestFirst = Comparator.comparing(Offer::tracked)
                .reversed()
                .thenComparing(chosen)
                .thenComparing(Comparator.comparing(Offer::lastSaid).reversed())
                .thenComparing(Offer::dealer);
    }

    /** The offer that is served as {@code own} comes first; no two are equal. */
    public Comparator<Offer> bestFirst() {
        return bestFirst;
    }

    private static BigDecimal price(Offer offer) {
        JsonNode price = offer.fields().get("price");
        return price != null && price.isNumber() ? price.decimalValue() : null;
    }
}
