package io.vinbridge.api.views;

import io.vinbridge.vehicles.documents.DocumentHash;
import io.vinbridge.vehicles.documents.LastFetch;
import io.vinbridge.vehicles.registry.StoredVehicle;

/**
 * A vehicle of which a card is shown.
 *
 * @param document null where it is not described
 * @param styleId null where none is chosen
 * @param own what the dealer who counts says, a JSON object; null where nobody says anything
 * @param look null until ChromeData was asked
 */
public record CardSubject(
        String vin, DocumentHash document, Integer styleId, boolean ambiguous, String own, LastFetch look) {

    static CardSubject of(StoredVehicle vehicle) {
        return new CardSubject(
                vehicle.vin().value(),
                vehicle.document(),
                vehicle.summary().styleId(),
                vehicle.ambiguous(),
                vehicle.own(),
                vehicle.look());
    }
}
