package io.vinbridge.api.views;

import com.fasterxml.jackson.databind.JsonNode;
import io.vinbridge.vehicles.CanonicalJson;
import io.vinbridge.vehicles.lists.ListedVehicle;
import io.vinbridge.vehicles.registry.StoredVehicle;

/**
 * A vehicle of which a card is shown.
 *
 * @param own what the dealer who counts says, a JSON object; null where nobody says anything
 * @param opinion comparison of its description with NHTSA's data, JSON; null where there is none
 */
record CardSubject(String vin, boolean described, boolean ambiguous, JsonNode own, String opinion, CardSource source) {

    static CardSubject of(StoredVehicle vehicle) {
        return new CardSubject(
                vehicle.vin().value(),
                vehicle.described(),
                vehicle.ambiguous(),
                read(vehicle.own()),
                vehicle.vpic().opinion(),
                CardSource.of(vehicle.stoodInFor(), vehicle.vpic(), vehicle.toldFetch()));
    }

    static CardSubject of(ListedVehicle vehicle) {
        return new CardSubject(
                vehicle.vin().value(),
                vehicle.described(),
                vehicle.ambiguous(),
                read(vehicle.ownFields()),
                vehicle.vpic().opinion(),
                CardSource.of(vehicle.stoodInFor(), vehicle.vpic(), vehicle.look()));
    }

    private static JsonNode read(String own) {
        return own == null ? null : CanonicalJson.read(own, JsonNode.class);
    }
}
