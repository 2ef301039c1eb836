package io.vinbridge.api;

import io.vinbridge.api.http.Reply;
import io.vinbridge.refresh.CatalogList;
import io.vinbridge.vehicles.StoredList;
import java.util.Map;
import org.apache.camel.Body;
import org.apache.camel.Variable;
import org.springframework.stereotype.Component;

/** Reads requests for lists of the catalogue, and answers them. */
@Component
class CatalogRequests {

    private final Lists lists;

    CatalogRequests(Lists lists) {
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

    Reply reply(@Body StoredList list) {
        return lists.reply(list.items(), null, Map.of("stale", list.stale()));
    }
}
