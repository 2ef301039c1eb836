package io.vinbridge.api.views;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vinbridge.api.http.Caller;
import io.vinbridge.vehicles.cards.StyleDetails;
import org.springframework.stereotype.Component;

/** Writes one style with its equipment, options, specifications and colours. */
@Component
class StyleJson {

    private final ObjectMapper mapper;
    private final CardJson cards;

    StyleJson(ObjectMapper mapper, CardJson cards) {
        this.mapper = mapper;
        this.cards = cards;
    }

    ObjectNode of(StyleDetails details, Caller caller) {
        ObjectNode json = cards.facts(details.card(), caller);
        json.remove("candidates");
        json.remove("exteriorColor");
        json.remove("interiorColor");
        ObjectNode rest = mapper.valueToTree(details);
        rest.remove("card");
        if (!cards.tellsInvoices(caller)) {
            rest.get("options").forEach(option -> ((ObjectNode) option).putNull("invoice"));
        }
        json.setAll(rest);
        return json;
    }
}
