package io.vinbridge.refresh;

import com.fasterxml.jackson.databind.JsonNode;
import io.vinbridge.vehicles.Catalog;
import io.vinbridge.vehicles.RequestKeys;
import java.util.List;
import org.springframework.stereotype.Component;

/** The catalogue's lists. */
@Component
class CatalogShelf implements Shelf<CatalogList, JsonNode> {

    private final Catalog catalog;
    private final RequestKeys keys;
    private final Asks asks;
    private final RefreshSettings settings;

    CatalogShelf(Catalog catalog, RequestKeys keys, Asks asks, RefreshSettings settings) {
        this.catalog = catalog;
        this.keys = keys;
        this.asks = asks;
        this.settings = settings;
    }

    @Override
    public JsonNode find(CatalogList list) {
        return catalog.find(keys.catalog(list.name())).orElse(null);
    }

    @Override
    public Wanted wanted(CatalogList list) {
        return new Wanted(List.of(asks.catalog(list)), settings.patience());
    }
}
