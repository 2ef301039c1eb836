package io.vinbridge.api.views;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vinbridge.api.caching.ETags;
import io.vinbridge.api.contract.ContractSchemas;
import io.vinbridge.api.http.Content;
import io.vinbridge.api.http.HttpRequest;
import io.vinbridge.api.http.Parameters;
import io.vinbridge.api.http.Reply;
import io.vinbridge.api.pictures.PictureAddresses;
import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;
import io.vinbridge.gallery.Showcases;
import io.vinbridge.gallery.selection.BriefShowcase;
import io.vinbridge.vehicles.cards.StyleDerivation;
import io.vinbridge.vehicles.documents.Cards;
import io.vinbridge.vehicles.documents.Documents;
import io.vinbridge.vehicles.documents.StoredDescription;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** The views of a style that is asked for by its number, or of what goes by some words. */
@Component
public class StyleViews {

    private final Documents documents;
    private final Cards cards;
    private final Showcases showcases;
    private final CardJson cardJson;
    private final StyleJson styleJson;
    private final PictureAddresses addresses;
    private final ContractSchemas schemas;

    StyleViews(
            Documents documents,
            Cards cards,
            Showcases showcases,
            CardJson cardJson,
            StyleJson styleJson,
            PictureAddresses addresses,
            ContractSchemas schemas) {
        this.documents = documents;
        this.cards = cards;
        this.showcases = showcases;
        this.cardJson = cardJson;
        this.styleJson = styleJson;
        this.addresses = addresses;
        this.schemas = schemas;
    }

    /** The style in the view that is asked for; {@code full} makes it in the full one. */
    public Reply reply(StoredDescription style, HttpRequest request, Parameters parameters, Supplier<Content> full) {
        View view = View.of(parameters);
        FieldSelection fields = FieldSelection.of(parameters.text("fields"), schemas.members(view.styleSchema()));
        return switch (view) {
            case CARD -> card(style, request, fields, addresses.of(parameters));
            case STYLE -> details(style, request, fields);
            case FULL -> {
                String tag = fields.all() ? ETags.of(style) : ETags.of(style, fields);
                yield ViewReply.whole(request, tag, style.look().at(), fields, full);
            }
        };
    }

    private Reply card(
            StoredDescription style, HttpRequest request, FieldSelection fields, PictureAddresses.Form form) {
        BriefShowcase showcase = showcases.of(Showcases.Wanted.of(style.styleId(), null));
        String tag =
                ETags.of(style, View.CARD, fields, showcase, form.mark(), cardJson.tellsInvoices(request.caller()));
        return ViewReply.of(
                request,
                tag,
                style.look().at(),
                fields,
                () -> cardJson.style(
                        cards.of(style.document(), style.styleId()),
                        style.look(),
                        showcase,
                        new Audience(request.caller(), form)));
    }

    private Reply details(StoredDescription style, HttpRequest request, FieldSelection fields) {
        if (style.styleId() == null) {
            throw new Failure(
                    Reason.CONFLICT,
                    "These words may mean any of the styles %s; narrow them by trim or style, or ask for one by its number"
                            .formatted(cards.of(style.document(), null).candidates()));
        }
        String tag = ETags.of(style, View.STYLE, fields, cardJson.tellsInvoices(request.caller()));
        return ViewReply.of(request, tag, style.look().at(), fields, () -> {
            ObjectNode json = styleJson.of(
                    StyleDerivation.of(documents.get(style.document()).description(), style.styleId()),
                    request.caller());
            json.set("freshness", cardJson.freshness(style.look()));
            return json;
        });
    }
}
