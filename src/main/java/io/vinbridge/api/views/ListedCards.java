package io.vinbridge.api.views;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vinbridge.vehicles.lists.ListedVehicle;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** The cards of a list: the same as of each vehicle alone, with when it was added and changed. */
@Component
public class ListedCards {

    private final CardJson json;
    private final ShownVehicles shown;

    ListedCards(CardJson json, ShownVehicles shown) {
        this.json = json;
        this.shown = shown;
    }

    public List<ObjectNode> of(List<ListedVehicle> vehicles, FieldSelection fields, Audience audience) {
        List<ObjectNode> cards = new ArrayList<>(vehicles.size());
        for (ShownVehicle vehicle : shown.of(vehicles)) {
            ListedVehicle listed = vehicles.get(cards.size());
            ObjectNode card = json.vehicle(vehicle, audience);
            card.put("addedAt", listed.addedAt().toString());
            card.put("changedAt", listed.changedAt().toString());
            cards.add(fields.of(card));
        }
        return cards;
    }
}
