package io.vinbridge.api.views;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vinbridge.gallery.listing.Picture;
import io.vinbridge.vehicles.cards.Card;
import io.vinbridge.vehicles.lists.ListedVehicle;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The cards of a list: the same as of each vehicle alone, with when it was added and changed. */
@Component
public class ListedCards {

    private final CardJson json;
    private final StoredPictures pictures;

    ListedCards(CardJson json, StoredPictures pictures) {
        this.json = json;
        this.pictures = pictures;
    }

    public List<ObjectNode> of(List<ListedVehicle> vehicles, FieldSelection fields, Audience audience) {
        Map<Integer, List<Picture>> listed = pictures.of(vehicles.stream()
                .map(ListedCards::shown)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        return vehicles.stream()
                .map(vehicle -> fields.of(card(vehicle, listed, audience)))
                .toList();
    }

    private ObjectNode card(ListedVehicle vehicle, Map<Integer, List<Picture>> listed, Audience audience) {
        List<Picture> shown =
                Optional.ofNullable(shown(vehicle)).map(listed::get).orElse(List.of());
        ObjectNode card = json.vehicle(CardSubject.of(vehicle), vehicle.card(), shown, audience);
        card.put("addedAt", vehicle.addedAt().toString());
        card.put("changedAt", vehicle.changedAt().toString());
        return card;
    }

    /** The style whose pictures are shown: of several candidates, the first. */
    private static Integer shown(ListedVehicle vehicle) {
        return vehicle.summary().styleId() != null
                ? vehicle.summary().styleId()
                : vehicle.card().card().candidates().stream()
                        .map(Card.Candidate::styleId)
                        .min(Integer::compare)
                        .orElse(null);
    }
}
