package io.vinbridge.api.views;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vinbridge.api.caching.AgeHeader;
import io.vinbridge.api.caching.ETags;
import io.vinbridge.api.contract.ContractSchemas;
import io.vinbridge.api.http.Content;
import io.vinbridge.api.http.HttpRequest;
import io.vinbridge.api.http.Parameters;
import io.vinbridge.api.http.Reply;
import io.vinbridge.api.pictures.PictureAddresses;
import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;
import io.vinbridge.stock.dealers.Dealer;
import io.vinbridge.stock.dealers.Dealers;
import io.vinbridge.vehicles.CanonicalJson;
import io.vinbridge.vehicles.cards.StyleDerivation;
import io.vinbridge.vehicles.documents.Cards;
import io.vinbridge.vehicles.documents.Documents;
import io.vinbridge.vehicles.registry.StoredVehicle;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** The views of a vehicle. */
@Component
public class VehicleViews {

    private final Documents documents;
    private final Cards cards;
    private final ShownVehicles shown;
    private final CardJson cardJson;
    private final StyleJson styleJson;
    private final PictureAddresses addresses;
    private final Dealers dealers;
    private final ContractSchemas schemas;

    VehicleViews(
            Documents documents,
            Cards cards,
            ShownVehicles shown,
            CardJson cardJson,
            StyleJson styleJson,
            PictureAddresses addresses,
            Dealers dealers,
            ContractSchemas schemas) {
        this.documents = documents;
        this.cards = cards;
        this.shown = shown;
        this.cardJson = cardJson;
        this.styleJson = styleJson;
        this.addresses = addresses;
        this.dealers = dealers;
        this.schemas = schemas;
    }

    /** The vehicle in the view that is asked for; {@code full} makes it in the full one. */
    public Reply reply(StoredVehicle vehicle, HttpRequest request, Parameters parameters, Supplier<Content> full) {
        if (JsonLd.preferred(request)) {
            return car(vehicle, request);
        }
        View view = View.of(parameters);
        FieldSelection fields = FieldSelection.of(parameters.text("fields"), schemas.members(view.vehicleSchema()));
        return switch (view) {
            case CARD -> card(vehicle, request, fields, addresses.of(parameters));
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
        if (View.of(parameters) != View.FULL || JsonLd.preferred(request)) {
            return reply(vehicle, request, parameters, full);
        }
        FieldSelection fields =
                FieldSelection.of(parameters.text("fields"), schemas.members(View.FULL.vehicleSchema()));
        return AgeHeader.reply(Reply.ok(fields.of(full.get())), vehicle.at()).with("Vary", "Accept");
    }

    private Reply card(StoredVehicle vehicle, HttpRequest request, FieldSelection fields, PictureAddresses.Form form) {
        ShownVehicle shownVehicle = shown.of(vehicle);
        String tag = ETags.of(
                vehicle,
                View.CARD,
                fields,
                vehicle.summary(),
                shownVehicle.showcase(),
                form.mark(),
                request.caller().visits(),
                cardJson.tellsInvoices(request.caller()));
        return ViewReply.of(
                request,
                tag,
                vehicle.at(),
                fields,
                () -> cardJson.vehicle(shownVehicle, new Audience(request.caller(), form)));
    }

    /** Whether a request is for one of the views that are shown to customers. */
    public boolean shown(HttpRequest request, Parameters parameters) {
        return JsonLd.preferred(request) || View.of(parameters) != View.FULL;
    }

    private Reply car(StoredVehicle vehicle, HttpRequest request) {
        ShownVehicle shownVehicle = shown.of(vehicle);
        PictureAddresses.Form form = addresses.forOtherSites();
        Dealer dealer = dealer(vehicle);
        Object known = dealer == null ? null : dealer.changedAt();
        String tag = ETags.of(vehicle, JsonLd.TYPE, vehicle.summary(), shownVehicle.showcase(), form.mark(), known);
        Audience audience = new Audience(request.caller(), form);
        return ViewReply.of(
                        request,
                        tag,
                        vehicle.at(),
                        FieldSelection.ALL,
                        () -> CarJsonLd.of(cardJson.vehicle(shownVehicle, audience), dealer))
                .as(JsonLd.TYPE);
    }

    private Dealer dealer(StoredVehicle vehicle) {
        if (vehicle.own() == null) {
            return null;
        }
        String code =
                CanonicalJson.read(vehicle.own(), JsonNode.class).path("dealer").asText("");
        return dealers.find(code).orElse(null);
    }

    private Reply style(StoredVehicle vehicle, HttpRequest request, FieldSelection fields) {
        int styleId = chosen(vehicle);
        String tag = ETags.of(vehicle, View.STYLE, fields, styleId, cardJson.tellsInvoices(request.caller()));
        return ViewReply.of(request, tag, vehicle.at(), fields, () -> {
            ObjectNode json = styleJson.of(
                    StyleDerivation.of(documents.get(vehicle.document()).description(), styleId), request.caller());
            json.put("vin", vehicle.vin().value());
            json.set("freshness", cardJson.freshness(vehicle.toldFetch()));
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
                            .formatted(cards.of(vehicle.document(), null).candidates()));
        }
        return vehicle.summary().styleId();
    }
}
