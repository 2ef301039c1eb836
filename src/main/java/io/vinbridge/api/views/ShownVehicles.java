package io.vinbridge.api.views;

import static java.util.stream.Collectors.toSet;

import io.vinbridge.gallery.Showcases;
import io.vinbridge.gallery.selection.BriefShowcase;
import io.vinbridge.vehicles.VehicleSummary;
import io.vinbridge.vehicles.cards.StoredCard;
import io.vinbridge.vehicles.documents.Cards;
import io.vinbridge.vehicles.lists.ListedVehicle;
import io.vinbridge.vehicles.registry.StoredVehicle;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Vehicles with their colours and pictures: found alike for one and for a list, so that both show the same. */
@Component
class ShownVehicles {

    private final Cards cards;
    private final VehiclePaints paints;
    private final Showcases showcases;

    ShownVehicles(Cards cards, VehiclePaints paints, Showcases showcases) {
        this.cards = cards;
        this.paints = paints;
        this.showcases = showcases;
    }

    private record Painted(CardSubject subject, StoredCard card, VehiclePaints.Known known, Showcases.Wanted wanted) {

        ShownVehicle with(BriefShowcase showcase) {
            return new ShownVehicle(subject, card, known.paint(), showcase);
        }
    }

    ShownVehicle of(StoredVehicle vehicle) {
        StoredCard card = vehicle.stoodInFor()
                ? StoredCard.read(vehicle.vpic().standInCard())
                : cards.of(vehicle.document(), vehicle.summary().styleId());
        Painted painted = painted(CardSubject.of(vehicle), vehicle.summary(), card);
        return painted.with(showcases.of(painted.wanted()));
    }

    /** In the same order. */
    List<ShownVehicle> of(List<ListedVehicle> vehicles) {
        Map<Cards.Wanted, StoredCard> described = cards.of(vehicles.stream()
                .filter(ListedVehicle::described)
                .map(ShownVehicles::wanted)
                .collect(toSet()));
        List<Painted> painted = vehicles.stream()
                .map(vehicle -> painted(CardSubject.of(vehicle), vehicle.summary(), card(vehicle, described)))
                .toList();
        Map<Showcases.Wanted, BriefShowcase> shown =
                showcases.of(painted.stream().map(Painted::wanted).collect(toSet()));
        return painted.stream().map(one -> one.with(shown.get(one.wanted()))).toList();
    }

    private static StoredCard card(ListedVehicle vehicle, Map<Cards.Wanted, StoredCard> described) {
        if (vehicle.described()) {
            return described.getOrDefault(wanted(vehicle), StoredCard.UNDESCRIBED);
        }
        String standIn = vehicle.vpic().standInCard();
        return standIn == null ? StoredCard.UNDESCRIBED : StoredCard.read(standIn);
    }

    private static Cards.Wanted wanted(ListedVehicle vehicle) {
        return Cards.Wanted.of(vehicle.document(), vehicle.summary().styleId());
    }

    private Painted painted(CardSubject subject, VehicleSummary summary, StoredCard card) {
        VehiclePaints.Known known = paints.of(card, subject.own());
        // Of several candidates, the first is shown.
        Integer style = summary.styleId() != null ? summary.styleId() : card.firstCandidate();
        return new Painted(subject, card, known, Showcases.Wanted.of(style, known.match()));
    }
}
