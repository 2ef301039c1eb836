package io.vinbridge.api.styles;

import io.vinbridge.api.http.Parameters;
import io.vinbridge.api.http.Reply;
import io.vinbridge.api.representation.PagedReplies;
import io.vinbridge.refresh.CatalogList;
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

    CatalogList ofModels(@Variable("parameters") Parameters parameters) {
        return CatalogList.models(parameters.integer("year"), parameters.integer("division"));
    }

    CatalogList ofStyles(@Variable("parameters") Parameters parameters) {
        return CatalogList.styles(parameters.integer("model"));
    }

    Reply reply(@Body StoredCatalogList list) {
        return lists.reply(list.items(), null, Map.of("stale", list.stale()));
    }
}
