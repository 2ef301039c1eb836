package io.vinbridge.api.views;

import io.vinbridge.vehicles.documents.LastFetch;
import io.vinbridge.vehicles.lists.ListedVehicle;
import io.vinbridge.vehicles.registry.StoredVehicle;

/**
 * A vehicle of which a card is shown.
 *
 * @param own what the dealer who counts says, a JSON object; null where nobody says anything
 * @param look null until ChromeData was asked
 */
public record CardSubject(String vin, boolean described, boolean ambiguous, String own, LastFetch look) {

    static CardSubject of(StoredVehicle vehicle) {
        return new CardSubject(
                vehicle.vin().value(), vehicle.described(), vehicle.ambiguous(), vehicle.own(), vehicle.look());
    }

    static CardSubject of(ListedVehicle vehicle) {
        return new CardSubject(
                vehicle.vin().value(), vehicle.described(), vehicle.ambiguous(), vehicle.ownFields(), vehicle.look());
    }
}
