package io.vinbridge.api.styles;

import com.fasterxml.jackson.databind.JsonNode;
import io.vinbridge.api.http.Parameters;
import io.vinbridge.api.http.Reply;
import io.vinbridge.api.representation.PagedReplies;
import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;
import io.vinbridge.refresh.CatalogList;
import io.vinbridge.vehicles.catalog.OptionKind;
import io.vinbridge.vehicles.catalog.StoredCatalogList;
import java.util.Map;
import org.apache.camel.Body;
import org.apache.camel.Variable;
import org.springframework.stereotype.Component;

/** Reads requests for lists of the catalogue, and answers them. */
@Component
class CatalogHandler {

    private final PagedReplies lists;

    CatalogHandler(PagedReplies lists) {
        this.lists = lists;
    }

    CatalogList ofYears() {
        return CatalogList.years();
    }

    CatalogList ofDivisions(@Variable("parameters") Parameters parameters) {
        return CatalogList.divisions(parameters.integer("year"));
    }

    CatalogList ofSubdivisions(@Variable("parameters") Parameters parameters) {
        return CatalogList.subdivisions(parameters.integer("year"));
    }

    CatalogList ofModels(@Variable("parameters") Parameters parameters) {
        Integer division = parameters.integer("division");
        Integer subdivision = parameters.integer("subdivision");
        if ((division == null) == (subdivision == null)) {
            throw new Failure(Reason.INVALID_REQUEST, "Give either division or subdivision");
        }
        int year = parameters.integer("year");
        return division == null
                ? CatalogList.modelsOfSubdivision(year, subdivision)
                : CatalogList.models(year, division);
    }

    CatalogList ofStyles(@Variable("parameters") Parameters parameters) {
        return CatalogList.styles(parameters.integer("model"));
    }

    CatalogList ofCategories() {
        return CatalogList.categories();
    }

    CatalogList ofSpecifications() {
        return CatalogList.specifications();
    }

    Reply categories(@Body StoredCatalogList list, @Variable("parameters") Parameters parameters) {
        return reply(list, DefinitionJson.categories(list.items(), parameters.integer("id")));
    }

    Reply specifications(@Body StoredCatalogList list, @Variable("parameters") Parameters parameters) {
        return reply(list, DefinitionJson.specifications(list.items(), parameters.integer("id")));
    }

    Reply optionKinds() {
        return lists.reply(OptionKind.values(), null);
    }

    Reply reply(@Body StoredCatalogList list) {
        return reply(list, list.items());
    }

    private Reply reply(StoredCatalogList list, JsonNode items) {
        return lists.reply(items, null, Map.of("stale", list.stale()));
    }
}
