package io.vinbridge.api.views;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vinbridge.api.caching.AgeHeader;
import io.vinbridge.api.caching.ETags;
import io.vinbridge.api.contract.ContractSchemas;
import io.vinbridge.api.http.Content;
import io.vinbridge.api.http.HttpRequest;
import io.vinbridge.api.http.Parameters;
import io.vinbridge.api.http.Reply;
import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;
import io.vinbridge.gallery.listing.Picture;
import io.vinbridge.vehicles.cards.Card;
import io.vinbridge.vehicles.cards.StyleDerivation;
import io.vinbridge.vehicles.documents.Cards;
import io.vinbridge.vehicles.documents.Documents;
import io.vinbridge.vehicles.registry.StoredVehicle;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** The views of a vehicle. */
@Component
public class VehicleViews {

    private final Documents documents;
    private final Cards cards;
    private final StoredPictures pictures;
    private final CardJson cardJson;
    private final StyleJson styleJson;
    private final ContractSchemas schemas;

    VehicleViews(
            Documents documents,
            Cards cards,
            StoredPictures pictures,
            CardJson cardJson,
            StyleJson styleJson,
            ContractSchemas schemas) {
        this.documents = documents;
        this.cards = cards;
        this.pictures = pictures;
        this.cardJson = cardJson;
        this.styleJson = styleJson;
        this.schemas = schemas;
    }

    /** The vehicle in the view that is asked for; {@code full} makes it in the full one. */
    public Reply reply(StoredVehicle vehicle, HttpRequest request, Parameters parameters, Supplier<Content> full) {
        View view = View.of(parameters);
        FieldSelection fields = FieldSelection.of(parameters.text("fields"), schemas.members(view.vehicleSchema()));
        return switch (view) {
            case CARD -> card(vehicle, request, fields);
            case STYLE -> style(vehicle, request, fields);
            case FULL -> {
                String tag = fields.all() ? ETags.of(vehicle) : ETags.of(vehicle, fields);
                yield ViewReply.whole(request, tag, vehicle.at(), fields, full);
            }
        };
    }

    /**
     * The same as hints have it; its full view has no entity tag, because the candidates' ranks are of this question
     * alone.
     */
    public Reply hinted(StoredVehicle vehicle, HttpRequest request, Parameters parameters, Supplier<Content> full) {
        if (View.of(parameters) != View.FULL) {
            return reply(vehicle, request, parameters, full);
        }
        FieldSelection fields =
                FieldSelection.of(parameters.text("fields"), schemas.members(View.FULL.vehicleSchema()));
        return AgeHeader.reply(Reply.ok(fields.of(full.get())), vehicle.at()).with("Vary", "Accept");
    }

    private Reply card(StoredVehicle vehicle, HttpRequest request, FieldSelection fields) {
        StoredPictures.Listed listed = pictures.of(shown(vehicle));
        String tag = ETags.of(
                vehicle,
                View.CARD,
                fields,
                vehicle.summary(),
                listed.version(),
                cardJson.tellsInvoices(request.caller()));
        return ViewReply.of(request, tag, vehicle.at(), fields, () -> card(vehicle, listed.pictures(), request));
    }

    private ObjectNode card(StoredVehicle vehicle, List<Picture> listed, HttpRequest request) {
        return cardJson.vehicle(
                CardSubject.of(vehicle),
                vehicle.stoodInFor()
                        ? Cards.read(vehicle.vpic().standInCard())
                        : cards.of(vehicle.document(), vehicle.summary().styleId()),
                listed,
                request.caller());
    }

    private Reply style(StoredVehicle vehicle, HttpRequest request, FieldSelection fields) {
        int styleId = chosen(vehicle);
        String tag = ETags.of(vehicle, View.STYLE, fields, styleId, cardJson.tellsInvoices(request.caller()));
        return ViewReply.of(request, tag, vehicle.at(), fields, () -> {
            ObjectNode json = styleJson.of(
                    StyleDerivation.of(documents.get(vehicle.document()).description(), styleId), request.caller());
            json.put("vin", vehicle.vin().value());
            json.set("freshness", cardJson.freshness(vehicle.look()));
            return json;
        });
    }

    private int chosen(StoredVehicle vehicle) {
        if (!vehicle.described()) {
            throw new Failure(vehicle.missing().reason(), vehicle.missing().detail());
        }
        if (vehicle.summary().styleId() == null) {
            throw new Failure(
                    Reason.CONFLICT,
                    "It may be any of the styles %s; ask for one by styleId, or choose it for everyone"
                            .formatted(candidates(vehicle)));
        }
        return vehicle.summary().styleId();
    }

    /** The style whose pictures are shown: of several candidates, the first. */
    private Integer shown(StoredVehicle vehicle) {
        return vehicle.summary().styleId() != null
                ? vehicle.summary().styleId()
                : candidates(vehicle).stream().min(Integer::compare).orElse(null);
    }

    private List<Integer> candidates(StoredVehicle vehicle) {
        return cards.of(vehicle.document(), null).card().candidates().stream()
                .map(Card.Candidate::styleId)
                .toList();
    }
}
