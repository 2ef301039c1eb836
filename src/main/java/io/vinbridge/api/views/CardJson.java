package io.vinbridge.api.views;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vinbridge.api.http.Caller;
import io.vinbridge.gallery.selection.BriefShowcase;
import io.vinbridge.vehicles.CanonicalJson;
import io.vinbridge.vehicles.cards.Card;
import io.vinbridge.vehicles.cards.StoredCard;
import io.vinbridge.vehicles.documents.LastFetch;
import org.springframework.stereotype.Component;

/** Writes cards: the facts of the document, and with them what belongs to the one vehicle. */
@Component
public class CardJson {

    private final ObjectMapper mapper;
    private final PictureJson pictures;
    private final ViewsSettings settings;

    CardJson(ObjectMapper mapper, PictureJson pictures, ViewsSettings settings) {
        this.mapper = mapper;
        this.pictures = pictures;
        this.settings = settings;
    }

    /** True if a caller is told invoice prices. */
    boolean tellsInvoices(Caller caller) {
        return !caller.visits() && caller.scope().covers(settings.invoiceScope());
    }

    /** The card of a vehicle. */
    ObjectNode vehicle(ShownVehicle vehicle, Audience audience) {
        CardSubject subject = vehicle.subject();
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("vin", subject.vin());
        told(json.setAll(vehicle.card().facts()), audience.caller());
        json.set("exteriorColor", mapper.valueToTree(vehicle.paint()));
        json.set("pictures", pictures.of(vehicle.showcase(), audience.addresses()));
        json.set("own", audience.told(subject.own()));
        json.put("ambiguous", subject.ambiguous());
        json.put("described", subject.described());
        json.set(
                "secondOpinion",
                subject.opinion() == null ? null : CanonicalJson.read(subject.opinion(), JsonNode.class));
        json.set("freshness", freshness(subject.source()));
        return json;
    }

    /** The card of a style alone. */
    ObjectNode style(StoredCard card, LastFetch look, BriefShowcase showcase, Audience audience) {
        ObjectNode json = told(JsonNodeFactory.instance.objectNode().setAll(card.facts()), audience.caller());
        json.set("pictures", pictures.of(showcase, audience.addresses()));
        json.set("freshness", freshness(look));
        return json;
    }

    /** The facts of a document, without what belongs to a vehicle. */
    ObjectNode facts(Card card, Caller caller) {
        return told(mapper.valueToTree(card), caller);
    }

    /** What is below the members may be a stored card's, and is nobody's to change. */
    private ObjectNode told(ObjectNode facts, Caller caller) {
        if (!tellsInvoices(caller)) {
            ObjectNode price = facts.get("price").deepCopy();
            facts.set("price", price.putNull("invoice"));
        }
        return facts;
    }

    ObjectNode freshness(LastFetch look) {
        return freshness(CardSource.of(look));
    }

    private static ObjectNode freshness(CardSource source) {
        ObjectNode freshness = JsonNodeFactory.instance.objectNode();
        freshness.put("fetchedAt", source.at() == null ? null : source.at().toString());
        freshness.put("stale", source.stale());
        freshness.put("service", source.service());
        freshness.put("dataSource", source.dataSource());
        freshness.put("build", source.build());
        return freshness;
    }
}
